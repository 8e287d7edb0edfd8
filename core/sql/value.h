// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tenantry::sql {

enum class Dialect { Sqlite, Postgres };

struct Blob
{
    QByteArray bytes;
};

/// A value bound to a parameter. Text is UTF-8. Never pasted into SQL.
class Value
{
public:
    using Data = std::variant<std::monostate, bool, std::int64_t, double, std::string, Blob>;

    Value() = default; ///< NULL
    Value(std::nullptr_t) {}
    template<std::same_as<bool> T> // no pointer is meant to become one
    Value(T value)
        : m_data(value)
    {
    }
    template<std::integral T>
    requires(!std::same_as<T, bool>) Value(T value)
        : m_data(std::int64_t(value))
    {
    }
    Value(double value)
        : m_data(value)
    {
    }
    Value(std::string value)
        : m_data(std::move(value))
    {
    }
    Value(std::string_view value)
        : m_data(std::string(value))
    {
    }
    Value(const char *value)
        : m_data(std::string(value))
    {
    }
    Value(const QString &value)
        : m_data(value.toStdString())
    {
    }
    Value(const QByteArray &utf8)
        : m_data(utf8.toStdString())
    {
    }
    Value(Blob value)
        : m_data(std::move(value))
    {
    }
    template<class T>
    Value(const std::optional<T> &value)
    {
        if (value)
            *this = Value(*value);
    }

    const Data &data() const { return m_data; }
    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }

private:
    Data m_data;
};

using Values = std::vector<Value>;

/// Whether it is text with a character U+0000, which PostgreSQL cannot keep and therefore no engine is given.
inline bool holdsNul(const Value &value)
{
    const auto *text = std::get_if<std::string>(&value.data());
    return text && text->find('\0') != std::string::npos;
}

} // namespace tenantry::sql
