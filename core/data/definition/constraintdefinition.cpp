// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/constraintdefinition.h"

#include "core/data/columntype.h"
#include "core/data/definition/literal.h"

#include <re2/re2.h>

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::array withoutEffect{"exclusiveMinimum", "exclusiveMaximum", "multipleOf", "uniqueItems"};

class Reader
{
public:
    Reader(const json::Object &constraints, const DataType &type, const JsonPath &path, DefinitionReport &report)
        : m_constraints(constraints)
        , m_type(type)
        , m_path(path)
        , m_report(report)
    {
    }

    Constraints read()
    {
        Constraints result;
        result.required = flag("required");
        result.unique = flag("unique");
        if (result.unique && !isScalar(m_type))
            m_report.problem(m_path / "unique",
                             u"only single values can be unique, this is %1"_s.arg(describeType(m_type)));
        readLengths(result);
        readRange(result);
        result.pattern = pattern();
        result.oneOf = oneOf();
        for (const char *key : withoutEffect) {
            if (m_constraints.contains(key))
                m_report.warning(m_path / key, u"is kept but has no effect"_s);
        }
        return result;
    }

private:
    bool flag(std::string_view key)
    {
        const json::Value *value = m_constraints.find(key);
        if (value && !value->isNull() && !value->isBool())
            m_report.problem(m_path / key, u"must be true or false"_s);
        return value && value->boolean();
    }

    /// Lengths and patterns are about text. Other kinds of strings have a fixed form, on which they have no effect.
    bool appliesToText(std::string_view key)
    {
        if (m_type == ColumnType::Text)
            return true;
        if (m_type == ColumnType::Uuid || m_type == ColumnType::Binary)
            m_report.warning(m_path / key, u"has no effect on %1"_s.arg(describeType(m_type)));
        else
            m_report.problem(m_path / key, u"applies to strings only, this is %1"_s.arg(describeType(m_type)));
        return false;
    }

    std::optional<std::int64_t> length(std::string_view key)
    {
        const json::Value *value = m_constraints.find(key);
        if (!value || value->isNull() || !appliesToText(key))
            return std::nullopt;
        const std::optional<std::int64_t> length = value->integer();
        if (!length || *length < 0) {
            m_report.problem(m_path / key, u"must be a whole number, 0 or more"_s);
            return std::nullopt;
        }
        return length;
    }

    void readLengths(Constraints &result)
    {
        result.minLength = length("minLength");
        result.maxLength = length("maxLength");
        if (result.minLength && result.maxLength && *result.minLength > *result.maxLength)
            m_report.problem(m_path / "minLength", u"must not be more than maxLength"_s);
    }

    std::optional<json::Value> bound(std::string_view key)
    {
        const json::Value *value = m_constraints.find(key);
        if (!value || value->isNull())
            return std::nullopt;
        if (!isRanged(m_type)) {
            m_report.problem(m_path / key, u"applies to numbers, dates and times only"_s);
            return std::nullopt;
        }
        if (const auto written = literal(m_type, *value, sql::Dialect::Postgres); !written) {
            m_report.problem(m_path / key, written.error().message);
            return std::nullopt;
        }
        return *value;
    }

    void readRange(Constraints &result)
    {
        result.minimum = bound("minimum");
        result.maximum = bound("maximum");
    }

    std::string pattern()
    {
        const json::Value *value = m_constraints.find("pattern");
        if (!value || value->isNull() || !appliesToText("pattern"))
            return {};
        if (!value->isString()) {
            m_report.problem(m_path / "pattern", u"must be a string"_s);
            return {};
        }
        RE2::Options options;
        options.set_log_errors(false);
        const RE2 expression(re2::StringPiece(value->string().data(), value->string().size()), options);
        if (!expression.ok())
            m_report.problem(m_path / "pattern", u"is not a regular expression in RE2's syntax: %1"_s.arg(
                                                     QString::fromStdString(expression.error())));
        return std::string(value->string());
    }

    std::vector<json::Value> oneOf()
    {
        const json::Value *value = m_constraints.find("enum");
        if (!value || value->isNull())
            return {};
        if (!isScalar(m_type)) {
            m_report.problem(m_path / "enum", u"applies to single values only, this is %1"_s.arg(describeType(m_type)));
            return {};
        }
        if (!value->isArray() || value->array().empty()) {
            m_report.problem(m_path / "enum", u"must be a list of at least one value"_s);
            return {};
        }
        for (std::size_t i = 0; i < value->array().size(); ++i) {
            const json::Value &item = value->at(i);
            const auto written = literal(m_type, item, sql::Dialect::Postgres);
            if (item.isNull() || !written)
                m_report.problem(m_path / "enum" / i, u"must be %1"_s.arg(describeType(m_type)));
        }
        return value->array();
    }

    const json::Object &m_constraints;
    const DataType &m_type;
    const JsonPath &m_path;
    DefinitionReport &m_report;
};

} // namespace

Constraints readConstraints(const json::Value &constraints, const DataType &type, const JsonPath &path,
                            DefinitionReport &report)
{
    if (constraints.isNull())
        return {};
    if (!constraints.isObject()) {
        report.problem(path, u"must be an object"_s);
        return {};
    }
    return Reader(constraints.object(), type, path, report).read();
}

} // namespace tenantry::data
