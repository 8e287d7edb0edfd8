// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/json/value.h"

#include <QString>

#include <initializer_list>
#include <memory>
#include <string_view>

namespace tenantry {

class LogSink;
class LogTail;

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Json, Standard };

/// Whom a line is for.
enum class Logger {
    App,         ///< business events and errors
    Api,         ///< requests
    Security,    ///< refused credentials and permissions, limits, suspicious requests
    Worker,      ///< background jobs
    Performance, ///< queries and requests that took too long
};

Result<LogLevel> logLevelFrom(const QString &name);   ///< debug, info, warning, error, in any case
Result<LogFormat> logFormatFrom(const QString &name); ///< json, standard

/// On whose behalf something happens; stands in every line. Unknown parts stay empty.
struct LogContext
{
    QString correlationId;
    QString site;
    QString user;
    QString executionId = {}; ///< of the run of a function that asks
    QString functionId = {};
};

/// One more field of a line.
struct LogField
{
    std::string_view name;
    json::Value value;
};

/// The platform's log: one line per event, as a JSON object or as text. Secrets and tokens are removed and control
/// characters escaped on the way. Never waits for whoever reads the output. Usable from any thread.
class Log
{
public:
    /// A log nobody reads.
    Log();
    Log(LogLevel level, LogFormat format, Clock clock, int fileDescriptor);
    ~Log();

    /// Keeps the last lines from this level on in `tail` as well. Before anybody else uses the log.
    void keepTail(std::shared_ptr<LogTail> tail, LogLevel level);

    bool wants(LogLevel level) const { return goesOut(level) || isKept(level); }

    void write(Logger logger, LogLevel level, const QString &message, const LogContext &context = {},
               std::initializer_list<LogField> fields = {}) const;

private:
    bool goesOut(LogLevel level) const { return m_sink && level >= m_level; }
    bool isKept(LogLevel level) const { return m_tail && level >= m_tailLevel; }

    LogLevel m_level = LogLevel::Error;
    LogFormat m_format = LogFormat::Json;
    Clock m_clock;
    std::unique_ptr<LogSink> m_sink;
    std::shared_ptr<LogTail> m_tail;
    LogLevel m_tailLevel = LogLevel::Info;
};

} // namespace tenantry
