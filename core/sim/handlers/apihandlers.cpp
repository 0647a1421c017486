// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of AbletonOSC's manager.py and application.py.
#include "core/sim/handlers/handlers.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

void addApiHandlers(Script &script)
{
    script.add(u"/live/test"_s, [&script](const OscArguments &) -> std::optional<OscArguments> {
        script.push(u"/live/test"_s, {u"ok"_s});
        return std::nullopt;
    });
    script.add(
        u"/live/api/reload"_s, [&script](const OscArguments &) -> std::optional<OscArguments> {
            script.reload();
            return std::nullopt;
        });
    script.add(u"/live/api/get/log_level"_s,
        [&script](const OscArguments &) { return OscArguments{script.logLevel()}; });
    script.add(u"/live/api/set/log_level"_s,
        [&script](const OscArguments &params) -> std::optional<OscArguments> {
            static const QStringList known{
                u"debug"_s, u"info"_s, u"warning"_s, u"error"_s, u"critical"_s};
            const QString level = toText(pythonItem(params, 0, true)).value_or(QString());
            if (!known.contains(level))
                throw Error(ErrorKind::Other, {}); // an assertion without words
            script.logLevel() = level;
            return std::nullopt;
        });
    script.add(
        u"/live/api/show_message"_s, [](const OscArguments &params) -> std::optional<OscArguments> {
            pythonItem(params, 0, true);
            return std::nullopt;
        });
}

void addApplicationHandlers(Script &script)
{
    script.add(u"/live/application/get/version"_s, [](const OscArguments &) {
        return OscArguments{12, 1}; // Live 12.1
    });
    // Adding the addresses tells the client that they are there.
    script.push(u"/live/startup"_s, {});
    script.add(u"/live/application/get/average_process_usage"_s, [&script](const OscArguments &) {
        double load = 5.0;
        for (const auto &track : script.live().set().tracks)
            load += track->playing ? 0.5 : 0.0;
        return OscArguments{load};
    });
    script.push(u"/live/application/get/average_process_usage"_s, {});
}

} // namespace clipdeck::sim
