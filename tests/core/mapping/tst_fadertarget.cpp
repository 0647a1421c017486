// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/fadertarget.h"
#include "tests/support/bandset.h"
#include "tests/support/testclass.h"

#include <QJsonDocument>
#include <QTest>

using namespace clipdeck;

class tst_FaderTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonAndBack_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("name");
        QTest::newRow("nothing") << QStringLiteral("{}") << QStringLiteral("/");
        QTest::newRow("parameter") << QStringLiteral(
            R"({"class_name":"Operator","device":"Voice","device_index":0,"kind":"parameter","parameter":"Cutoff",)"
            R"("parameter_index":1,"track":"Sub","track_index":1})")
                                   << QStringLiteral("Sub/Voice: Cutoff");
        QTest::newRow("volume") << QStringLiteral(
            R"({"kind":"volume","track":"Sub","track_index":1})")
                                << QStringLiteral("Sub/Volume");
        QTest::newRow("cc") << QStringLiteral(R"({"cc":74,"channel":16,"kind":"cc"})")
                            << QStringLiteral("MIDI ch 16/CC 74");
    }
    void jsonAndBack()
    {
        QFETCH(QString, json);
        const auto target = fromJson(QJsonDocument::fromJson(json.toUtf8()).object());
        QVERIFY(target);
        const TargetName name = nameOf(*target);
        QTEST(QString(name.track + QLatin1Char('/') + name.what), "name");
        QCOMPARE(
            QString::fromUtf8(QJsonDocument(toJson(*target)).toJson(QJsonDocument::Compact)), json);
    }

    void unfitJsonIsNothing_data()
    {
        QTest::addColumn<QString>("json");
        for (const char *json : {R"({"kind":"macro"})", R"({"kind":"volume","track":"Sub"})",
                 R"({"kind":"volume","track":7,"track_index":1})",
                 R"({"kind":"volume","track":"Sub","track_index":-1})",
                 R"({"kind":"cc","channel":0,"cc":1})", R"({"kind":"cc","channel":17,"cc":1})",
                 R"({"kind":"cc","channel":1,"cc":128})", R"({"kind":"cc","channel":1,"cc":"1"})"})
            QTest::newRow(json) << QString::fromLatin1(json);
    }
    void unfitJsonIsNothing()
    {
        QFETCH(QString, json);
        QVERIFY(!fromJson(QJsonDocument::fromJson(json.toUtf8()).object()));
    }

    void anchorsAreWhatTheMirrorHas()
    {
        LiveSet set;
        fillSet(set, bandTracks());
        const ParameterAnchor cutoff{{QStringLiteral("Sub"), TrackIndex(1)},
            QStringLiteral("Voice"), QStringLiteral("Operator"), DeviceIndex(0),
            QStringLiteral("Cutoff"), ParameterIndex(1)};
        QVERIFY(anchorOf(set, parameterId(1, 0, 1)) == cutoff);
        QVERIFY(!anchorOf(set, parameterId(1, 0, 9)));
        QVERIFY(!volumeAnchorOf(set, TrackIndex(3)));
    }
};

int tst_fadertarget(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_FaderTarget>(argc, argv);
}

#include "tst_fadertarget.moc"
