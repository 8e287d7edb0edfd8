// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log.h"

#include "core/log/logline.h"
#include "core/log/logsink.h"
#include "core/log/logtail.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

/// Lines that wait for a slow reader, in bytes; beyond, lines are dropped and counted.
constexpr std::size_t maxWaiting = 4 * 1024 * 1024;

} // namespace

Result<LogLevel> logLevelFrom(const QString &name)
{
    const QString level = name.toLower();
    if (level == u"debug")
        return LogLevel::Debug;
    if (level == u"info")
        return LogLevel::Info;
    if (level == u"warning")
        return LogLevel::Warning;
    if (level == u"error")
        return LogLevel::Error;
    return failure(ErrorCode::Validation, u"A log level is one of debug, info, warning, error."_s);
}

Result<LogFormat> logFormatFrom(const QString &name)
{
    if (name == u"json")
        return LogFormat::Json;
    if (name == u"standard")
        return LogFormat::Standard;
    return failure(ErrorCode::Validation, u"A log format is one of json, standard."_s);
}

Log::Log() = default;

Log::Log(LogLevel level, LogFormat format, Clock clock, int fileDescriptor)
    : m_level(level)
    , m_format(format)
    , m_clock(std::move(clock))
    , m_sink(std::make_unique<LogSink>(fileDescriptor, maxWaiting, [format, clock = m_clock](std::uint64_t count) {
        const QString message = u"%1 lines of the log were dropped: its reader is too slow"_s.arg(count);
        return tenantry::format({clock.now(), Logger::App, LogLevel::Warning, message, LogContext(), {}}, format);
    }))
{
}

Log::~Log() = default;

void Log::keepTail(std::shared_ptr<LogTail> tail, LogLevel level)
{
    m_tail = std::move(tail);
    m_tailLevel = level;
}

void Log::write(Logger logger, LogLevel level, const QString &message, const LogContext &context,
                std::initializer_list<LogField> fields) const
{
    if (!wants(level))
        return;
    const QByteArray line =
        format({m_clock.now(), logger, level, message, context, {fields.begin(), fields.size()}}, m_format);
    if (goesOut(level))
        m_sink->push(line);
    if (isKept(level))
        m_tail->append(line);
}

} // namespace tenantry
