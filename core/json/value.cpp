// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tenantry::json {

namespace {

template<class T>
std::string digits(T value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

template<class T>
std::optional<T> parsed(std::string_view text)
{
    T value{};
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end)
        return std::nullopt;
    return value;
}

const Value nullValue;
const Array emptyArray;
const Object emptyObject;

} // namespace

const Value *Object::find(std::string_view key) const
{
    const auto found =
        std::find_if(m_members.begin(), m_members.end(), [key](const Member &m) { return m.first == key; });
    return found == m_members.end() ? nullptr : &found->second;
}

Value *Object::find(std::string_view key)
{
    return const_cast<Value *>(std::as_const(*this).find(key));
}

void Object::set(std::string_view key, Value value)
{
    if (Value *existing = find(key))
        *existing = std::move(value);
    else
        m_members.emplace_back(std::string(key), std::move(value));
}

void Object::append(std::string key, Value value)
{
    m_members.emplace_back(std::move(key), std::move(value));
}

bool Object::remove(std::string_view key)
{
    return std::erase_if(m_members, [key](const Member &m) { return m.first == key; }) > 0;
}

bool Object::operator==(const Object &other) const
{
    return size() == other.size() && std::all_of(begin(), end(), [&other](const Member &member) {
               const Value *counterpart = other.find(member.first);
               return counterpart && *counterpart == member.second;
           });
}

Value::Value(std::int64_t value)
    : m_data(Number{digits(value)})
{
}

Value::Value(double value)
{
    if (std::isfinite(value))
        m_data = Number{digits(value)};
}

bool Value::boolean(bool otherwise) const
{
    const bool *value = std::get_if<bool>(&m_data);
    return value ? *value : otherwise;
}

std::optional<std::int64_t> Value::integer() const
{
    return parsed<std::int64_t>(numberText());
}

std::optional<double> Value::real() const
{
    return parsed<double>(numberText());
}

std::string_view Value::numberText() const
{
    const Number *number = std::get_if<Number>(&m_data);
    return number ? std::string_view(number->text) : std::string_view();
}

std::string_view Value::string() const
{
    const std::string *value = std::get_if<std::string>(&m_data);
    return value ? std::string_view(*value) : std::string_view();
}

QString Value::text() const
{
    const std::string_view utf8 = string();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

const Array &Value::array() const
{
    const Array *value = std::get_if<Array>(&m_data);
    return value ? *value : emptyArray;
}

const Object &Value::object() const
{
    const Object *value = std::get_if<Object>(&m_data);
    return value ? *value : emptyObject;
}

Array *Value::array()
{
    return std::get_if<Array>(&m_data);
}

Object *Value::object()
{
    return std::get_if<Object>(&m_data);
}

const Value &Value::operator[](std::string_view key) const
{
    const Value *member = object().find(key);
    return member ? *member : nullValue;
}

const Value &Value::at(std::size_t index) const
{
    const Array &elements = array();
    return index < elements.size() ? elements[index] : nullValue;
}

} // namespace tenantry::json
