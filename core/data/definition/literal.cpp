// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/literal.h"

#include "core/data/columntype.h"
#include "core/data/values/valuecodec.h"
#include "core/sql/namespace.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// One constant as the dialect writes it.
struct LiteralWriter
{
    sql::Dialect dialect;

    std::string operator()(std::monostate) const { return "NULL"; }
    std::string operator()(bool value) const
    {
        if (dialect == sql::Dialect::Sqlite)
            return value ? "1" : "0";
        return value ? "true" : "false";
    }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return std::to_string(value); }
    std::string operator()(const std::string &text) const { return sql::quoteLiteral(text); }
    std::string operator()(const sql::Blob &blob) const
    {
        const std::string digits = blob.bytes.toHex().toStdString();
        return dialect == sql::Dialect::Sqlite ? "X'" + digits + "'" : "'\\x" + digits + "'";
    }
};

} // namespace

Result<std::string> literal(const DataType &type, const json::Value &value, sql::Dialect dialect)
{
    const ParsedValue parsed = valueFromJson(type, value);
    if (!parsed)
        return failure(ErrorCode::Validation, u"must be %1"_s.arg(describeType(type)));
    return std::visit(LiteralWriter{dialect}, bindable(type, *parsed, dialect).data());
}

} // namespace tenantry::data
