// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/writer.h"

#include "core/base/append.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace tenantry::json {

namespace {

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

/// Whether one of eight bytes needs an escape: "Determine if a word has a byte less than n", and equal to n, of
/// Anderson's Bit Twiddling Hacks. Never false where there is one.
bool anyNeedsEscape(const char *eight)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = ones << 7;
    std::uint64_t word = 0;
    std::memcpy(&word, eight, sizeof word);
    const std::uint64_t quote = word ^ (ones * '"');
    const std::uint64_t backslash = word ^ (ones * '\\');
    const auto lessThan = [](std::uint64_t bytes, std::uint64_t n) { return (bytes - ones * n) & ~bytes & highs; };
    return (lessThan(word, 0x20) | lessThan(quote, 1) | lessThan(backslash, 1)) != 0;
}

/// Where the first character that needs an escape stands, from `start` on; the text's size when there is none.
std::size_t findEscape(std::string_view text, std::size_t start)
{
    while (start + 8 <= text.size() && !anyNeedsEscape(text.data() + start))
        start += 8;
    while (start < text.size() && !needsEscape(text[start]))
        ++start;
    return start;
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
    append(out, "\"");
    std::size_t start = 0;
    for (std::size_t i = findEscape(text, 0); i < text.size(); i = findEscape(text, start)) {
        append(out, text.substr(start, i - start));
        appendEscaped(out, text[i]);
        start = i + 1;
    }
    append(out, text.substr(start));
    append(out, "\"");
}

} // namespace

void Writer::separate()
{
    if (!m_first)
        append(m_out, ",");
    m_first = false;
}

Writer &Writer::beginObject()
{
    separate();
    append(m_out, "{");
    m_first = true;
    return *this;
}

Writer &Writer::endObject()
{
    append(m_out, "}");
    m_first = false;
    return *this;
}

Writer &Writer::beginArray()
{
    separate();
    append(m_out, "[");
    m_first = true;
    return *this;
}

Writer &Writer::endArray()
{
    append(m_out, "]");
    m_first = false;
    return *this;
}

Writer &Writer::key(std::string_view name)
{
    separate();
    appendQuoted(m_out, name);
    append(m_out, ":");
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
