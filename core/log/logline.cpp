// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/logline.h"

#include "core/base/datetime.h"
#include "core/json/writer.h"
#include "core/log/redaction.h"

namespace tenantry {

namespace {

constexpr qsizetype usualSize = 512;

std::string_view nameOf(Logger logger)
{
    switch (logger) {
    case Logger::App:
        return "app";
    case Logger::Api:
        return "api";
    case Logger::Security:
        return "security";
    case Logger::Worker:
        return "worker";
    case Logger::Performance:
        return "performance";
    }
    Q_UNREACHABLE();
}

std::string_view nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "DEBUG";
    case LogLevel::Info:
        return "INFO";
    case LogLevel::Warning:
        return "WARNING";
    case LogLevel::Error:
        return "ERROR";
    }
    Q_UNREACHABLE();
}

void writeMember(json::Writer &writer, std::string_view name, const QString &text)
{
    writer.key(name);
    if (text.isEmpty())
        writer.null();
    else
        writer.value(text);
}

void writeMember(json::Writer &writer, const LogField &field)
{
    writer.key(field.name);
    if (isHarmless(field.name, field.value))
        writer.value(field.value);
    else
        writer.value(withoutSecrets(field.name, field.value));
}

/// Whether the text has a control character, or what may begin one in UTF-8.
bool mayHaveControls(const QByteArray &text)
{
    const bool low = std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < 0x20; });
    return low || text.contains('\x7f') || text.contains('\xc2');
}

/// Control characters, DEL and C1 included, as \uXXXX. JSON allows that spelling, and in it they stand only in strings.
QByteArray withoutControls(const QByteArray &text)
{
    if (!mayHaveControls(text))
        return text;
    QByteArray safe;
    safe.reserve(text.size());
    const auto escape = [&safe](unsigned char c) { safe += "\\u00" + QByteArray(1, static_cast<char>(c)).toHex(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
        if (c < 0x20 || c == 0x7f) {
            escape(c);
        } else if (c == 0xc2 && next >= 0x80 && next < 0xa0) { // U+0080 to U+009F in UTF-8
            escape(static_cast<unsigned char>(next));
            ++i;
        } else {
            safe += text[i];
        }
    }
    return safe;
}

QByteArray jsonLine(const LogLine &line)
{
    QByteArray out;
    out.reserve(usualSize);
    json::Writer writer(out);
    writer.beginObject();
    writer.member("timestamp", formatDateTime(line.time));
    writer.member("level", nameOf(line.level));
    writer.member("logger", nameOf(line.logger));
    writer.member("message", withoutSecrets(line.message.toStdString()));
    writeMember(writer, "correlation_id", line.context.correlationId);
    writeMember(writer, "site", line.context.site);
    writeMember(writer, "user", line.context.user);
    if (!line.context.executionId.isEmpty())
        writeMember(writer, "execution_id", line.context.executionId);
    if (!line.context.functionId.isEmpty())
        writeMember(writer, "function_id", line.context.functionId);
    for (const LogField &field : line.fields)
        writeMember(writer, field);
    writer.endObject();
    return out;
}

void appendPair(QByteArray &out, std::string_view name, const json::Value &value)
{
    if (value.isNull())
        return;
    out.append(' ').append(name.data(), static_cast<qsizetype>(name.size())).append('=');
    json::Writer(out).value(value);
}

QByteArray standardLine(const LogLine &line)
{
    const std::string time = formatDateTime(line.time);
    const std::string message = withoutSecrets(line.message.toStdString());
    QByteArray out;
    for (const std::string_view part :
         {std::string_view(time), nameOf(line.level), nameOf(line.logger), std::string_view(message)})
        out.append(out.isEmpty() ? "" : " ").append(part.data(), static_cast<qsizetype>(part.size()));
    for (const auto &[name, text] :
         {std::pair("correlation_id", line.context.correlationId), std::pair("site", line.context.site),
          std::pair("user", line.context.user), std::pair("execution_id", line.context.executionId),
          std::pair("function_id", line.context.functionId)})
        appendPair(out, name, text.isEmpty() ? json::Value() : json::Value(text));
    for (const LogField &field : line.fields)
        appendPair(out, field.name, withoutSecrets(field.name, field.value));
    return out;
}

} // namespace

QByteArray format(const LogLine &line, LogFormat format)
{
    return withoutControls(format == LogFormat::Json ? jsonLine(line) : standardLine(line)) + '\n';
}

} // namespace tenantry
