// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/endpoint.h"
#include "core/sync/audit.h"
#include "tests/support/fakescript.h"
#include "tests/support/testclass.h"

#include <QHash>
#include <QLoggingCategory>
#include <QTest>

using namespace clipdeck;

namespace {

constexpr int tracks = 2;
constexpr int auditScenes = 2;

/// A set of two tracks and two scenes, with a clip and a device in each track, and a Live that has the same, but for
/// what the test says it has otherwise. A second is ten ticks.
class Watched {
public:
    Watched()
    {
        set.applyStructure(tracks, auditScenes);
        for (int t = 0; t < tracks; ++t) {
            set.applyHasClip(slotId(t, t), true);
            set.applyDevices(
                TrackIndex(t), {Device{QStringLiteral("Eq"), {}, 2, {Parameter{}, Parameter{}}}});
            set.apply(TrackIndex(t), TrackField::Volume, 0.85);
            set.apply(TrackIndex(t), TrackField::Panning, 0.0);
        }
        set.applyComplete(true);
        m_audit.diverged = [this](const Target &target) {
            m_found.append(describe(target).section(u' ', 0, 0));
        };
    }

    /// Live's own value behind an address and its indexes ("/live/track/get/name 1"), where the mirror has another.
    QHash<QString, OscArgument> live;
    LiveSet set;
    /// When the reading that covers everything ended last.
    qint64 readAt = -1;
    bool answers = true;
    QString refused; ///< A question that Live raises at

    void pass(double seconds, const std::function<void(qint64 now)> &each = {})
    {
        constexpr int ticksPerSecond = 10;
        for (int i = 0; i < static_cast<int>(seconds * ticksPerSecond); ++i) {
            if (each)
                each(m_end.now());
            m_audit.advance(m_end.now(), [this](const Target &) { return readAt; });
            const auto asked = m_end.tick();
            m_mostAtOnce = std::max(m_mostAtOnce, asked.size());
        }
    }

    Audit &audit() { return m_audit; }
    QStringList found() const { return m_found; }
    QStringList asked() const { return m_asked; }
    std::size_t mostAtOnce() const { return m_mostAtOnce; }

private:
    LiveReply replyTo(const OscMessage &message)
    {
        OscMessage question = message;
        OscArguments tag;
        constexpr int anyId = 1000; // tags are far above every index
        if (!question.arguments.empty() && toInt(question.arguments.back()) > anyId) {
            tag.push_back(question.arguments.back());
            question.arguments.pop_back();
        }
        const QString asked = describe(question);
        m_asked.append(asked);
        if (!answers)
            return {};
        if (asked == refused)
            return LiveReply::raise(QStringLiteral("no"));
        OscArguments answer = question.arguments;
        answer.push_back(live.contains(asked) ? live.value(asked) : ours(question));
        answer.insert(answer.end(), tag.begin(), tag.end());
        return LiveReply::answer(std::move(answer));
    }

    /// As the mirror has it.
    OscArgument ours(const OscMessage &question) const
    {
        const QByteArray name = question.address.section(u'/', 4).toLatin1();
        const auto id = [&](std::size_t i) { return toInt(question.arguments.at(i)).value_or(-1); };
        LiveValue value;
        if (question.address.startsWith(QLatin1String("/live/song/")))
            value = rowNamed(songFields(), name)->get(set.song());
        else if (question.address.startsWith(QLatin1String("/live/track/")))
            value = rowNamed(trackFields(), name)->get(*set.track(TrackIndex(id(0))));
        else if (question.address.startsWith(QLatin1String("/live/scene/")))
            value = rowNamed(sceneFields(), name)->get(*set.scene(SceneIndex(id(0))));
        else if (question.address.startsWith(QLatin1String("/live/clip/")))
            value = rowNamed(clipFields(), name)->get(*set.clip(slotId(id(0), id(1))));
        else
            value = set.parameter(parameterId(id(0), id(1), id(2)))->value;
        return toArgument(value, ValueKind::Any);
    }

    FakeScript m_end{[this](const OscMessage &message) { return replyTo(message); }};
    Audit m_audit{set, m_end.pipe()};
    QStringList m_found;
    QStringList m_asked;
    std::size_t m_mostAtOnce = 0;
};

const QString metronome = QStringLiteral("/live/song/get/metronome");

} // namespace

class TestAudit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatCountsAsADivergence_data();
    void whatCountsAsADivergence();
    void everyKindOfThingIsCompared_data();
    void everyKindOfThingIsCompared();
    void everythingHasItsTurn();
    void nothingIsAskedBeforeTheMirrorIsComplete();
    void manySuspectsStayCheap();
    void whatLiveRefusesIsNotAskedAgain();
};

void TestAudit::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("clipdeck.audit=false"));
}

/// Live's metronome is on, the mirror believes it is off. What happens then, at each tick, and how many divergences are
/// counted in half a minute and in a minute and a half.
void TestAudit::whatCountsAsADivergence_data()
{
    using Then = void (*)(Watched &, qint64 now);
    QTest::addColumn<Then>("then");
    QTest::addColumn<bool>("soon");
    QTest::addColumn<bool>("late");
    const auto row = [](const char *name, Then then, bool soon, bool late) {
        QTest::newRow(name) << then << soon << late;
    };
    row(
        "readings have told of it", [](Watched &w, qint64 now) { w.readAt = now; }, true, true);
    row(
        "no reading since: patience ends", [](Watched &, qint64) {}, false, true);
    row(
        "the reading had been asked for before",
        [](Watched &w, qint64 now) { w.readAt = std::min(now, qint64(1500)); }, false, true);
    row(
        "the mirror was late",
        [](Watched &w, qint64 now) {
            w.readAt = now;
            if (now == 1500)
                w.set.apply(SongField::Metronome, true);
        },
        false, false);
    row(
        "Live goes back",
        [](Watched &w, qint64 now) {
            w.readAt = now;
            if (now == 1500)
                w.live[metronome] = false;
        },
        false, false);
    row(
        "Live goes on and on",
        [](Watched &w, qint64 now) {
            w.readAt = now;
            w.live[metronome] = qint32(now);
        },
        false, false);
    row(
        "a wish is on its way",
        [](Watched &w, qint64 now) {
            w.readAt = now;
            w.set.request(Target::song(SongField::Metronome), true, now);
        },
        false, false);
    row(
        "tracks go on moving",
        [](Watched &w, qint64 now) {
            w.readAt = now;
            w.audit().forget();
        },
        false, false);
    row(
        "Live is silent",
        [](Watched &w, qint64 now) {
            w.readAt = now;
            w.answers = false;
        },
        false, false);
}

void TestAudit::whatCountsAsADivergence()
{
    using Then = void (*)(Watched &, qint64 now);
    QFETCH(Then, then);
    QFETCH(bool, soon);
    QFETCH(bool, late);
    Watched watched;
    watched.live[metronome] = true;
    const auto each = [&](qint64 now) { then(watched, now); };
    watched.pass(30, each);
    QCOMPARE(watched.audit().divergences() > 0, soon);
    watched.pass(60, each);
    QCOMPARE(watched.audit().divergences() > 0, late);
    QCOMPARE(watched.audit().lastDivergence().isEmpty(), !late);
    QCOMPARE(watched.found().isEmpty(), !late);
}

void TestAudit::everyKindOfThingIsCompared_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<double>("live");
    QTest::addColumn<QString>("kind");
    QTest::newRow("song") << "/live/song/get/record_mode" << 1.0 << "song";
    QTest::newRow("track") << "/live/track/get/volume 1" << 0.5 << "track";
    QTest::newRow("scene") << "/live/scene/get/color 0" << 255.0 << "scene";
    QTest::newRow("clip") << "/live/clip/get/loop_end 1 1" << 8.0 << "clip";
    QTest::newRow("parameter") << "/live/device/get/parameter/value 0 0 1" << 0.5 << "parameter";
}

void TestAudit::everyKindOfThingIsCompared()
{
    QFETCH(QString, question);
    QFETCH(double, live);
    QFETCH(QString, kind);
    Watched watched;
    watched.live[question] = live;
    watched.pass(60, [&](qint64 now) { watched.readAt = now; });
    QVERIFY2(watched.audit().divergences() > 0, qPrintable(watched.asked().join(u'\n')));
    for (const QString &found : watched.found()) // so that it is read again
        QCOMPARE(found, kind);
}

void TestAudit::everythingHasItsTurn()
{
    Watched watched;
    watched.pass(60);
    const QStringList asked = watched.asked();
    for (const char *question :
        {"song/get/is_playing", "track/get/name 0", "track/get/mute 1", "scene/get/name 1",
            "scene/get/is_triggered 0", "clip/get/name 0 0", "clip/get/muted 1 1",
            "device/get/parameter/value 1 0 0", "device/get/parameter/value 1 0 1"})
        QVERIFY2(asked.contains(QStringLiteral("/live/") + QLatin1String(question)), question);
    QCOMPARE(watched.audit().divergences(), 0);
    QVERIFY(watched.audit().compared() > 150);
    QCOMPARE(watched.mostAtOnce(), std::size_t(5)); // a second: one of each kind
}

void TestAudit::nothingIsAskedBeforeTheMirrorIsComplete()
{
    Watched watched;
    watched.set.applyComplete(false);
    watched.pass(5);
    QCOMPARE(watched.asked(), QStringList());
}

void TestAudit::manySuspectsStayCheap()
{
    Watched watched;
    for (const char *name :
        {"metronome", "is_playing", "session_record", "record_mode", "loop", "signature_numerator"})
        watched.live[QStringLiteral("/live/song/get/") + QLatin1String(name)] = qint32(3);
    watched.pass(20);
    QVERIFY(watched.mostAtOnce() <= 5 + 4);
}

void TestAudit::whatLiveRefusesIsNotAskedAgain()
{
    Watched watched;
    watched.refused = metronome;
    watched.pass(60);
    QCOMPARE(watched.asked().count(metronome), 1);
    watched.audit().forget(); // it is about others now
    watched.pass(60);
    QCOMPARE(watched.asked().count(metronome), 2);
    QCOMPARE(watched.audit().divergences(), 0);
}

int tst_audit(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestAudit>(argc, argv);
}

#include "tst_audit.moc"
