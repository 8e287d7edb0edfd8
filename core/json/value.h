// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <QString>

namespace tenantry::json {

class Value;

/// A number as it was written, so that no digit is lost on the way to the database.
struct Number
{
    std::string text;
    bool operator==(const Number &) const = default;
};

using Array = std::vector<Value>;
using Member = std::pair<std::string, Value>;

/// Members in the order they were written. Small objects are searched linearly.
class Object
{
public:
    const Value *find(std::string_view key) const;
    Value *find(std::string_view key);
    /// Replaces or appends.
    void set(std::string_view key, Value value);
    /// Adds a member whose key the caller knows to be new, without looking.
    void append(std::string key, Value value);
    bool remove(std::string_view key);
    bool contains(std::string_view key) const { return find(key) != nullptr; }
    std::size_t size() const;
    bool empty() const;
    const Member *begin() const;
    const Member *end() const;
    Member *begin();
    Member *end();
    /// The same members in any order.
    bool operator==(const Object &other) const;

private:
    std::vector<Member> m_members;
};

/// One JSON value: what request bodies are read into and definitions are kept as. Text is UTF-8.
class Value
{
public:
    Value() = default; ///< null
    Value(std::nullptr_t) {}
    Value(bool value)
        : m_data(value)
    {
    }
    Value(std::int64_t value);
    template<class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) Value(T value)
        : Value(static_cast<std::int64_t>(value))
    {
    }
    Value(double value);
    Value(Number value)
        : m_data(std::move(value))
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
    Value(Array value)
        : m_data(std::move(value))
    {
    }
    Value(Object value)
        : m_data(std::move(value))
    {
    }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isBool() const { return std::holds_alternative<bool>(m_data); }
    bool isNumber() const { return std::holds_alternative<Number>(m_data); }
    bool isString() const { return std::holds_alternative<std::string>(m_data); }
    bool isArray() const { return std::holds_alternative<Array>(m_data); }
    bool isObject() const { return std::holds_alternative<Object>(m_data); }

    // The accessors below answer an empty value when the type differs; ask first where it matters.
    bool boolean(bool otherwise = false) const;
    /// The number when it is an integer that fits, else nothing.
    std::optional<std::int64_t> integer() const;
    std::optional<double> real() const;
    std::string_view numberText() const;
    std::string_view string() const;
    QString text() const;
    const Array &array() const;
    const Object &object() const;
    Array *array();
    Object *object();

    /// Member of an object, or a null value.
    const Value &operator[](std::string_view key) const;
    const Value &at(std::size_t index) const;

    bool operator==(const Value &) const = default;

private:
    std::variant<std::monostate, bool, Number, std::string, Array, Object> m_data;
};

// Below, where Value is complete.

inline std::size_t Object::size() const
{
    return m_members.size();
}

inline bool Object::empty() const
{
    return m_members.empty();
}

inline const Member *Object::begin() const
{
    return m_members.data();
}

inline const Member *Object::end() const
{
    return m_members.data() + m_members.size();
}

inline Member *Object::begin()
{
    return m_members.data();
}

inline Member *Object::end()
{
    return m_members.data() + m_members.size();
}

} // namespace tenantry::json
