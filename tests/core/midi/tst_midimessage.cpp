// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/midiinbox.h"
#include "core/midi/midimessage.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

std::span<const unsigned char> spanOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const unsigned char *>(bytes.constData()),
        static_cast<std::size_t>(bytes.size())};
}

} // namespace

class tst_MidiMessage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesAndBack_data()
    {
        QTest::addColumn<MidiMessage>("message");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *hex, const MidiMessage &message, const QString &text) {
            QTest::newRow(hex) << message << QByteArray::fromHex(hex) << text;
        };
        row("99 24 70", MidiMessage::noteOn(10, 36, 112),
            QStringLiteral("note on ch 10 C1 vel 112"));
        row("89 24 00", MidiMessage::noteOff(10, 36), QStringLiteral("note off ch 10 C1 vel 0"));
        row("80 3c 40", MidiMessage::noteOff(1, 60, 64), QStringLiteral("note off ch 1 C3 vel 64"));
        row("bf 4a 7f", MidiMessage::controlChange(16, 74, 127),
            QStringLiteral("cc ch 16 74 = 127"));
        row("c0 05", MidiMessage::programChange(1, 5), QStringLiteral("program ch 1 5"));
        row("d2 40", MidiMessage::channelPressure(3, 64), QStringLiteral("pressure ch 3 64"));
        row("e0 00 40", MidiMessage::pitchBend(1, 8192), QStringLiteral("bend ch 1 8192"));
        row("e1 7f 7f", MidiMessage::pitchBend(2, 16383), QStringLiteral("bend ch 2 16383"));
    }
    void bytesAndBack()
    {
        QFETCH(MidiMessage, message);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(message.bytes().toHex(' '), bytes.toHex(' '));
        QVERIFY(MidiMessage::parse(spanOf(bytes)) == message);
        QCOMPARE(describe(message), text);
    }

    void noteOnOfVelocityZeroIsANoteOff()
    {
        QVERIFY(MidiMessage::parse(spanOf(QByteArray::fromHex("90 3c 00")))
            == MidiMessage::noteOff(1, 60));
    }

    void outOfRangeIsCut()
    {
        QVERIFY(MidiMessage::noteOn(0, 128, 0) == MidiMessage::noteOn(1, 127, 1));
        QVERIFY(MidiMessage::controlChange(17, -1, 300) == MidiMessage::controlChange(16, 0, 127));
        QVERIFY(MidiMessage::pitchBend(1, 20000) == MidiMessage::pitchBend(1, 16383));
    }

    void otherBytesAreNoMessage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *hex : {"", "3c 40", "90", "90 3c", "90 3c 40 00", "90 80 40", "90 3c ff",
                 "c0 05 00", "f8", "f0 7e 7f f7", "fe"})
            QTest::newRow(*hex ? hex : "nothing") << QByteArray::fromHex(hex);
    }
    void otherBytesAreNoMessage()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!MidiMessage::parse(spanOf(bytes)));
    }

    void notesAreNamedAsInLive()
    {
        QCOMPARE(noteName(0), QStringLiteral("C-2"));
        QCOMPARE(noteName(37), QStringLiteral("C#1"));
        QCOMPARE(noteName(60), QStringLiteral("C3"));
        QCOMPARE(noteName(127), QStringLiteral("G8"));
    }

    void inboxWakesOncePerEmptying()
    {
        int wakes = 0;
        MidiInbox inbox([&wakes] { ++wakes; });
        const QByteArray note = MidiMessage::noteOn(1, 60, 100).bytes();
        inbox.post(spanOf(note), 10);
        inbox.post(spanOf(QByteArray::fromHex("f8")), 15);
        inbox.post(spanOf(note), 20);
        QCOMPARE(wakes, 1);
        const std::vector<MidiInbox::Item> items = inbox.take();
        QCOMPARE(items.size(), 2u);
        QCOMPARE(items.at(0).stampUs, 10);
        QCOMPARE(items.at(1).stampUs, 20);
        inbox.post(spanOf(note), 30);
        QCOMPARE(wakes, 2);
    }

    void fullInboxDropsTheNewestAndCounts()
    {
        MidiInbox inbox([] {});
        const QByteArray note = MidiMessage::noteOn(1, 60, 100).bytes();
        for (int i = 0; i < int(MidiInbox::capacity) + 3; ++i)
            inbox.post(spanOf(note), i);
        QCOMPARE(inbox.takeDropped(), 3);
        QCOMPARE(inbox.takeDropped(), 0);
        const std::vector<MidiInbox::Item> items = inbox.take();
        QCOMPARE(items.size(), MidiInbox::capacity);
        QCOMPARE(items.back().stampUs, qint64(MidiInbox::capacity) - 1);
    }
};

int tst_midimessage(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_MidiMessage>(argc, argv);
}

#include "tst_midimessage.moc"
