// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/literal.h"

#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/data/columntype.h"
#include "core/json/number.h"
#include "core/json/writer.h"
#include "core/sql/namespace.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

tl::unexpected<Error> mismatch(ColumnType type)
{
    return failure(ErrorCode::Validation, u"must be %1"_s.arg(describeType(type)));
}

/// "1.50" and "1.5" are one number; SQLite keeps it in the shorter form.
std::string trimmedDecimal(std::string text)
{
    if (text.find('.') == std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

Result<std::string> integerLiteral(ColumnType type, const json::Value &value)
{
    const std::optional<std::int64_t> integer = value.integer();
    if (!integer)
        return mismatch(type);
    const bool fits = type != ColumnType::Year || (*integer >= std::numeric_limits<std::int32_t>::min() &&
                                                   *integer <= std::numeric_limits<std::int32_t>::max());
    if (!fits)
        return mismatch(type);
    return std::to_string(*integer);
}

Result<std::string> numberLiteral(const json::Value &value, sql::Dialect dialect)
{
    if (!value.isNumber())
        return mismatch(ColumnType::Number);
    const std::optional<std::string> digits = json::plainNumber(value.numberText());
    if (!digits)
        return mismatch(ColumnType::Number);
    const std::string shortest = trimmedDecimal(*digits);
    return dialect == sql::Dialect::Sqlite ? sql::quoteLiteral(shortest) : shortest;
}

Result<std::string> binaryLiteral(const json::Value &value, sql::Dialect dialect)
{
    const std::string_view text = value.string();
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !decoded)
        return mismatch(ColumnType::Binary);
    const std::string hex = decoded.decoded.toHex().toStdString();
    return dialect == sql::Dialect::Sqlite ? "X'" + hex + "'" : "'\\x" + hex + "'::bytea";
}

/// Dates and times: SQLite keeps the integer `count` (dates excepted), PostgreSQL reads `text`.
std::string timeLiteral(std::int64_t count, const std::string &text, sql::Dialect dialect)
{
    return dialect == sql::Dialect::Sqlite ? std::to_string(count) : sql::quoteLiteral(text);
}

Result<std::string> stringLiteral(ColumnType type, const json::Value &value, sql::Dialect dialect)
{
    if (!value.isString())
        return mismatch(type);
    const std::string_view text = value.string();
    switch (type) {
    case ColumnType::Uuid:
        if (!isUuid(value.text()))
            return mismatch(type);
        return sql::quoteLiteral(value.text().toLower().toStdString());
    case ColumnType::Date: {
        const Result<std::int64_t> days = parseDate(text);
        return days ? Result<std::string>(sql::quoteLiteral(formatDate(*days))) : mismatch(type);
    }
    case ColumnType::DateTime: {
        const Result<Micros> time = parseDateTime(text);
        return time ? Result<std::string>(timeLiteral(*time, formatDateTime(*time), dialect)) : mismatch(type);
    }
    case ColumnType::Time: {
        const Result<std::int64_t> time = parseTime(text);
        return time ? Result<std::string>(timeLiteral(*time, formatTime(*time), dialect)) : mismatch(type);
    }
    default:
        return sql::quoteLiteral(text);
    }
}

Result<std::string> documentLiteral(ColumnType type, const json::Value &value, sql::Dialect dialect)
{
    if ((type == ColumnType::Object && !value.isObject()) || (type == ColumnType::Array && !value.isArray()))
        return mismatch(type);
    const std::string text = sql::quoteLiteral(json::canonical(value));
    return dialect == sql::Dialect::Sqlite ? text : text + "::jsonb";
}

} // namespace

Result<std::string> literal(ColumnType type, const json::Value &value, sql::Dialect dialect)
{
    if (value.isNull())
        return std::string("NULL");
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Year:
        return integerLiteral(type, value);
    case ColumnType::Number:
        return numberLiteral(value, dialect);
    case ColumnType::Boolean:
        if (!value.isBool())
            return mismatch(type);
        if (dialect == sql::Dialect::Sqlite)
            return std::string(value.boolean() ? "1" : "0");
        return std::string(value.boolean() ? "true" : "false");
    case ColumnType::Binary:
        return binaryLiteral(value, dialect);
    case ColumnType::Object:
    case ColumnType::Array:
    case ColumnType::Any:
        return documentLiteral(type, value, dialect);
    default:
        return stringLiteral(type, value, dialect);
    }
}

} // namespace tenantry::data
