// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/watcheddocument.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace clipdeck;

namespace {

JsonChange change(const char *path, const char *value)
{
    const QByteArray wrapped = QByteArray("[") + value + ']';
    return {QJsonDocument::fromJson(path).array(), QJsonDocument::fromJson(wrapped).array().at(0)};
}

} // namespace

class TestWatchedDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyNewsIsNews_data();
    void onlyNewsIsNews();
    void whatWasToldIsNoNewsAgain();
};

void TestWatchedDocument::onlyNewsIsNews_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isNews");
    const auto row = [](const char *path, const char *value, bool isNews) {
        QTest::addRow("%s %s", path, value) << QByteArray(path) << QByteArray(value) << isNews;
    };
    row(R"(["song","tempo"])", "120", false);
    row(R"(["song","tempo"])", "121", true);
    row(R"(["scenes",1])", R"({"name":"B","tempo":null})", false);
    row(R"(["scenes",1])", R"({"name":"B","tempo":90})", true);
    row(R"(["tracks",0,"slots",1])", "null", false);
    row(R"(["tracks",0,"slots",0])", "null", true);
    row(R"(["tracks",0,"slots",0,"name"])", R"("x")", false);
    row(R"(["tracks",0,"slots",0,"notes"])", "[]", true); // a member that was not there
    row(R"(["tracks",1])", "{}", true); // a place that was not there
    row(R"(["scenes"])", R"([{"name":"A"},{"name":"B","tempo":null}])", false);
}

void TestWatchedDocument::onlyNewsIsNews()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(bool, isNews);
    WatchedDocument document(QJsonDocument::fromJson(R"({"song":{"tempo":120},
        "scenes":[{"name":"A"},{"name":"B","tempo":null}],
        "tracks":[{"slots":[{"name":"x"},null]}]})")
                                 .object());
    QCOMPARE(document.lay(change(path.constData(), value.constData())), isNews);
}

void TestWatchedDocument::whatWasToldIsNoNewsAgain()
{
    WatchedDocument document(QJsonDocument::fromJson(R"({"tracks":[{"slots":[null]}]})").object());
    const JsonChange came = change(R"(["tracks",0,"slots",0])", R"({"name":"x","color":1})");
    QVERIFY(document.lay(came));
    QVERIFY(!document.lay(came));
    QVERIFY(!document.lay(change(R"(["tracks",0,"slots",0,"color"])", "1")));
    QVERIFY(document.lay(change(R"(["tracks",0,"slots",0])", "null")));
    QVERIFY(document.lay(came));
}

int tst_watcheddocument(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestWatchedDocument>(argc, argv);
}

#include "tst_watcheddocument.moc"
