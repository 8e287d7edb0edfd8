// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace tenantry::json {

/// Writes JSON straight into a byte buffer; rows go from the engine's columns into the answer through it. The caller
/// keeps the order of calls sane (key, then value); commas are the writer's business.
class Writer
{
public:
    explicit Writer(QByteArray &out)
        : m_out(out)
    {
    }

    Writer &beginObject();
    Writer &endObject();
    Writer &beginArray();
    Writer &endArray();
    Writer &key(std::string_view name);
    /// A key already written as JSON with its quotes and colon (`"name":`), for columns whose names never change.
    Writer &rawKey(std::string_view quotedWithColon);

    Writer &null();
    Writer &value(bool value);
    Writer &value(std::int64_t value);
    template<class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) Writer &value(T value)
    {
        return this->value(static_cast<std::int64_t>(value));
    }
    Writer &value(double value);
    Writer &value(std::string_view utf8);
    Writer &value(const std::string &utf8) { return value(std::string_view(utf8)); }
    Writer &value(const char *utf8) { return value(std::string_view(utf8)); }
    Writer &value(const QString &text);
    Writer &value(const Value &value);
    /// Text that is JSON already (a number's digits, a stored document).
    Writer &raw(std::string_view json);
    Writer &raw(const char *json) { return raw(std::string_view(json)); }
    Writer &raw(const QByteArray &json) { return raw(std::string_view(json.constData(), std::size_t(json.size()))); }

    /// key() and value() in one.
    template<class T>
    Writer &member(std::string_view name, const T &v)
    {
        key(name);
        return value(v);
    }

private:
    void separate();

    QByteArray &m_out;
    bool m_first = true;
};

QByteArray write(const Value &value);
/// As PostgreSQL prints jsonb: keys by length, then bytes; `, ` and `: ` between. Equal documents give equal text on
/// every engine, so it is also what hashes are taken of.
std::string canonical(const Value &value);
/// `text` with its quotes, escaped.
QByteArray quoted(std::string_view text);

} // namespace tenantry::json
