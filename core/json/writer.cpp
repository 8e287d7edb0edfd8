// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/writer.h"

#include <charconv>
#include <cmath>

namespace tenantry::json {

namespace {

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

template<class T>
void appendDigits(QByteArray &out, T value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    append(out, {buffer, end});
}

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray &out, char c)
{
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"':
        return append(out, "\\\"");
    case '\\':
        return append(out, "\\\\");
    case '\b':
        return append(out, "\\b");
    case '\f':
        return append(out, "\\f");
    case '\n':
        return append(out, "\\n");
    case '\r':
        return append(out, "\\r");
    case '\t':
        return append(out, "\\t");
    default:
        append(out, "\\u00");
        out.append(hex[static_cast<std::size_t>(c >> 4)]);
        out.append(hex[static_cast<std::size_t>(c & 15)]);
    }
}

void appendQuoted(QByteArray &out, std::string_view text)
{
    out.append('"');
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needsEscape(text[i]))
            continue;
        append(out, text.substr(start, i - start));
        appendEscaped(out, text[i]);
        start = i + 1;
    }
    append(out, text.substr(start));
    out.append('"');
}

} // namespace

void Writer::separate()
{
    if (!m_first)
        m_out.append(',');
    m_first = false;
}

Writer &Writer::beginObject()
{
    separate();
    m_out.append('{');
    m_first = true;
    return *this;
}

Writer &Writer::endObject()
{
    m_out.append('}');
    m_first = false;
    return *this;
}

Writer &Writer::beginArray()
{
    separate();
    m_out.append('[');
    m_first = true;
    return *this;
}

Writer &Writer::endArray()
{
    m_out.append(']');
    m_first = false;
    return *this;
}

Writer &Writer::key(std::string_view name)
{
    separate();
    appendQuoted(m_out, name);
    m_out.append(':');
    m_first = true;
    return *this;
}

Writer &Writer::rawKey(std::string_view quotedWithColon)
{
    separate();
    append(m_out, quotedWithColon);
    m_first = true;
    return *this;
}

Writer &Writer::null()
{
    return raw("null");
}

Writer &Writer::value(bool value)
{
    return raw(value ? "true" : "false");
}

Writer &Writer::value(std::int64_t value)
{
    separate();
    appendDigits(m_out, value);
    return *this;
}

Writer &Writer::value(double value)
{
    if (!std::isfinite(value))
        return null();
    separate();
    appendDigits(m_out, value);
    return *this;
}

Writer &Writer::value(std::string_view utf8)
{
    separate();
    appendQuoted(m_out, utf8);
    return *this;
}

Writer &Writer::value(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return value(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

Writer &Writer::value(const Value &value)
{
    if (value.isObject()) {
        beginObject();
        for (const Member &member : value.object())
            key(member.first).value(member.second);
        return endObject();
    }
    if (value.isArray()) {
        beginArray();
        for (const Value &element : value.array())
            this->value(element);
        return endArray();
    }
    if (value.isString())
        return this->value(value.string());
    if (value.isNumber())
        return raw(value.numberText());
    return value.isBool() ? this->value(value.boolean()) : null();
}

Writer &Writer::raw(std::string_view json)
{
    separate();
    append(m_out, json);
    return *this;
}

QByteArray write(const Value &value)
{
    QByteArray out;
    Writer(out).value(value);
    return out;
}

QByteArray quoted(std::string_view text)
{
    QByteArray out;
    appendQuoted(out, text);
    return out;
}

} // namespace tenantry::json
