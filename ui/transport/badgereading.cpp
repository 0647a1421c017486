// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/badgereading.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

/// The words' context for translators.
class BadgeWords {
    Q_DECLARE_TR_FUNCTIONS(ConnectionBadge)
};

/// Scripts and screen readers find the badge by it, so it is never translated.
QString accessibleName(const QString &state)
{
    return QLatin1String("Connection: ") + state;
}

BadgeReading reading(BadgeLamp lamp, const char *word, const ConnectionReport &report)
{
    return {lamp, BadgeWords::tr(word), ageText(report.replyAgeMs),
        accessibleName(connectionName(report.state))};
}

} // namespace

BadgeReading readBadge(const ConnectionReport &report, bool demo)
{
    switch (report.state) {
    case ConnectionState::Starting:
        return reading(
            BadgeLamp::Waiting, QT_TRANSLATE_NOOP("ConnectionBadge", "Looking for Live"), report);
    case ConnectionState::Connected:
        if (demo)
            return {BadgeLamp::Demo, BadgeWords::tr(QT_TRANSLATE_NOOP("ConnectionBadge", "Demo")),
                ageText(report.replyAgeMs), accessibleName(QStringLiteral("demo"))};
        // True still, only slower: so the name stays, and the lamp warns.
        if (report.updatesElsewhere)
            return reading(BadgeLamp::Warning,
                QT_TRANSLATE_NOOP("ConnectionBadge", "Updates elsewhere"), report);
        return reading(BadgeLamp::Check, QT_TRANSLATE_NOOP("ConnectionBadge", "Connected"), report);
    case ConnectionState::Busy:
        return reading(
            BadgeLamp::Warning, QT_TRANSLATE_NOOP("ConnectionBadge", "Live is busy"), report);
    case ConnectionState::NoAnswer:
        return reading(BadgeLamp::Cross, QT_TRANSLATE_NOOP("ConnectionBadge", "No answer"), report);
    case ConnectionState::PortTaken:
        return reading(
            BadgeLamp::Cross, QT_TRANSLATE_NOOP("ConnectionBadge", "Port taken"), report);
    case ConnectionState::HostUnknown:
        return reading(
            BadgeLamp::Cross, QT_TRANSLATE_NOOP("ConnectionBadge", "Host unknown"), report);
    case ConnectionState::NetworkError:
        return reading(
            BadgeLamp::Cross, QT_TRANSLATE_NOOP("ConnectionBadge", "Network error"), report);
    }
    Q_UNREACHABLE();
}

QString ageText(qint64 ms)
{
    if (ms < 0)
        return {};
    if (ms < 1000)
        return BadgeWords::tr(QT_TRANSLATE_NOOP("ConnectionBadge", "%1 ms")).arg(ms);
    if (ms < 120'000)
        return BadgeWords::tr(QT_TRANSLATE_NOOP("ConnectionBadge", "%1 s")).arg(ms / 1000);
    return BadgeWords::tr(QT_TRANSLATE_NOOP("ConnectionBadge", "%1 min")).arg(ms / 60'000);
}

} // namespace clipdeck
