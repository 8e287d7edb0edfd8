// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/valuecodec.h"

#include "core/base/datetime.h"
#include "core/data/columntype.h"
#include "core/data/values/decimal.h"
#include "core/data/values/listvalue.h"
#include "core/data/values/rangevalue.h"
#include "core/data/values/vectorvalue.h"
#include "core/json/depth.h"
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "core/sql/comparedecimals.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Wrong = tl::unexpected<QString>;

ParsedValue textValue(const json::Value &value)
{
    if (!value.isString())
        return Wrong(u"Expected text."_s);
    return sql::Value(value.string());
}

ParsedValue uuidValue(const json::Value &value)
{
    const Wrong wrong(u"Expected a UUID, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301."_s);
    constexpr std::size_t length = 36;
    if (value.string().size() != length)
        return wrong;
    std::string text(value.string());
    for (std::size_t i = 0; i < length; ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (text[i] >= 'A' && text[i] <= 'F')
            text[i] = char(text[i] - 'A' + 'a');
        const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (hyphen ? text[i] != '-' : !hex)
            return wrong;
    }
    return sql::Value(std::move(text));
}

/// Whether so many characters can be base64, of which `=` may fill the last four up. Qt drops what is left over.
bool isBase64Length(std::string_view text)
{
    const std::size_t filled = text.size() - std::min(text.size(), text.find('='));
    return filled > 0 ? text.size() % 4 == 0 : text.size() % 4 != 1;
}

ParsedValue binaryValue(const json::Value &value)
{
    const std::string_view text = value.string();
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !isBase64Length(text) || !decoded)
        return Wrong(u"Expected binary data as base64 text."_s);
    return sql::Value(sql::Blob{*decoded});
}

std::optional<std::string> decimalOf(const json::Value &value)
{
    if (value.isNumber())
        return canonicalDecimal(value.numberText());
    if (value.isString())
        return canonicalDecimal(value.string());
    return std::nullopt;
}

std::optional<std::int64_t> integerOf(const json::Value &value)
{
    const std::optional<std::string> text = decimalOf(value);
    if (!text)
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size())
        return std::nullopt;
    return number;
}

ParsedValue integerValue(const json::Value &value)
{
    if (const std::optional<std::int64_t> number = integerOf(value))
        return sql::Value(*number);
    return Wrong(u"Expected an integer of at most 64 bits."_s);
}

ParsedValue yearValue(const json::Value &value)
{
    constexpr int lastYear = 9999;
    const std::optional<std::int64_t> number = integerOf(value);
    if (!number || *number < 1 || *number > lastYear)
        return Wrong(u"Expected a year from 1 to 9999."_s);
    return sql::Value(*number);
}

ParsedValue numberValue(const json::Value &value)
{
    if (std::optional<std::string> text = decimalOf(value))
        return sql::Value(std::move(*text));
    return Wrong(u"Expected a number with at most %1 digits before and after the point."_s.arg(maxDecimalDigits));
}

ParsedValue booleanValue(const json::Value &value)
{
    if (value.isBool())
        return sql::Value(value.boolean());
    if (const std::optional<bool> truth = truthOf(value.text()))
        return sql::Value(*truth);
    return Wrong(u"Expected true or false."_s);
}

ParsedValue dateValue(const json::Value &value)
{
    if (const Result<std::int64_t> days = parseDate(value.string()))
        return sql::Value(formatDate(*days));
    return Wrong(u"Expected a date as YYYY-MM-DD."_s);
}

ParsedValue dateTimeValue(const json::Value &value)
{
    if (const Result<Micros> time = parseDateTime(value.string()))
        return sql::Value(*time);
    return Wrong(u"Expected a date and time as YYYY-MM-DDTHH:MM:SSZ."_s);
}

ParsedValue timeValue(const json::Value &value)
{
    if (const Result<std::int64_t> micros = parseTime(value.string()))
        return sql::Value(*micros);
    return Wrong(u"Expected a time as HH:MM:SS."_s);
}

ParsedValue jsonValue(const json::Value &value)
{
    if (json::isDeeperThan(value, json::keptDepth))
        return Wrong(u"Must be nested in at most %1 levels."_s.arg(json::keptDepth));
    return sql::Value(json::canonical(value));
}

ParsedValue objectValue(const json::Value &value)
{
    if (!value.isObject())
        return Wrong(u"Expected a JSON object."_s);
    return jsonValue(value);
}

ParsedValue arrayValue(const json::Value &value)
{
    if (!value.isArray())
        return Wrong(u"Expected a JSON array."_s);
    return jsonValue(value);
}

struct Codec
{
    ColumnType type;
    ParsedValue (*parse)(const json::Value &);
    std::string_view postgresType;
};

constexpr std::array codecs{
    Codec{ColumnType::Text, textValue, "text"},        Codec{ColumnType::Uuid, uuidValue, "uuid"},
    Codec{ColumnType::Binary, binaryValue, "bytea"},   Codec{ColumnType::Integer, integerValue, "bigint"},
    Codec{ColumnType::Number, numberValue, "numeric"}, Codec{ColumnType::Boolean, booleanValue, "boolean"},
    Codec{ColumnType::Date, dateValue, "date"},        Codec{ColumnType::DateTime, dateTimeValue, "timestamptz"},
    Codec{ColumnType::Time, timeValue, "time"},        Codec{ColumnType::Year, yearValue, "integer"},
    Codec{ColumnType::Object, objectValue, "jsonb"},   Codec{ColumnType::Array, arrayValue, "jsonb"},
    Codec{ColumnType::Any, jsonValue, "jsonb"},
};

const Codec &codecOf(ColumnType type)
{
    return *std::find_if(codecs.begin(), codecs.end(), [type](const Codec &codec) { return codec.type == type; });
}

std::string_view rangeType(RangeKind kind)
{
    switch (kind) {
    case RangeKind::Int4:
        return "int4";
    case RangeKind::Int8:
        return "int8";
    case RangeKind::Num:
        return "num";
    case RangeKind::Date:
        return "date";
    case RangeKind::Timestamp:
        return "ts";
    case RangeKind::TimestampTz:
        return "tstz";
    }
    Q_UNREACHABLE();
}

} // namespace

ParsedValue valueFromJson(const DataType &type, const json::Value &value)
{
    if (value.isNull())
        return sql::Value();
    switch (type.base) {
    case ColumnType::List:
        return listFromJson(type.element, value);
    case ColumnType::Range:
    case ColumnType::Multirange:
        return rangeFromJson(type, value);
    case ColumnType::Vector:
        return vectorFromJson(type.dimension, value);
    default:
        return codecOf(type).parse(value);
    }
}

ParsedValue valueFromText(const DataType &type, std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return Wrong(u"The character U+0000 cannot be stored or searched."_s);
    switch (type.base) {
    case ColumnType::List:
        return listFromText(type.element, text);
    case ColumnType::Range:
    case ColumnType::Multirange:
        return rangeFromText(type, text);
    case ColumnType::Vector:
        return vectorFromText(type.dimension, text);
    default:
        break;
    }
    if (!isDocument(type))
        return codecOf(type).parse(json::Value(text));
    const Result<json::Value> value = json::read(text);
    if (!value)
        return Wrong(u"Expected JSON text."_s);
    return codecOf(type).parse(*value);
}

json::Value jsonFromValue(ColumnType type, const sql::Value &value)
{
    const sql::Value shown = bindable(type, value, sql::Dialect::Postgres); // times as text
    if (const auto *number = std::get_if<std::int64_t>(&shown.data()))
        return *number;
    if (const auto *flag = std::get_if<bool>(&shown.data()))
        return *flag;
    if (const auto *blob = std::get_if<sql::Blob>(&shown.data()))
        return blob->bytes.toBase64().toStdString();
    if (const auto *text = std::get_if<std::string>(&shown.data()))
        return type == ColumnType::Number ? json::Value(json::Number{*text}) : json::Value(*text);
    return {};
}

std::optional<bool> truthOf(QStringView text)
{
    if (text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text == "1"_L1)
        return true;
    if (text.compare("false"_L1, Qt::CaseInsensitive) == 0 || text == "0"_L1)
        return false;
    return std::nullopt;
}

sql::Value bindable(const DataType &type, const sql::Value &value, sql::Dialect dialect)
{
    if (dialect == sql::Dialect::Sqlite || value.isNull())
        return value;
    const auto *micros = std::get_if<std::int64_t>(&value.data());
    switch (type.base) {
    case ColumnType::DateTime:
        return micros ? sql::Value(formatDateTime(*micros)) : value;
    case ColumnType::Time:
        return micros ? sql::Value(formatTime(*micros)) : value;
    case ColumnType::List:
        return listForPostgres(type.element, std::get<std::string>(value.data()));
    case ColumnType::Range:
    case ColumnType::Multirange:
        return rangeForPostgres(type, std::get<std::string>(value.data()));
    case ColumnType::Vector:
        return vectorForPostgres(std::get<sql::Blob>(value.data()));
    default:
        return value;
    }
}

bool sameValue(const sql::Value &left, const sql::Value &right)
{
    const auto *leftBlob = std::get_if<sql::Blob>(&left.data());
    const auto *rightBlob = std::get_if<sql::Blob>(&right.data());
    if (leftBlob || rightBlob)
        return leftBlob && rightBlob && leftBlob->bytes == rightBlob->bytes;
    return std::visit(
        [&](const auto &value) {
            using T = std::decay_t<decltype(value)>;
            const T *other = std::get_if<T>(&right.data());
            if constexpr (std::is_same_v<T, sql::Blob>)
                return false;
            else
                return other && *other == value;
        },
        left.data());
}

int compareValues(ColumnType type, const sql::Value &left, const sql::Value &right)
{
    if (const auto *number = std::get_if<std::int64_t>(&left.data())) {
        const std::int64_t other = std::get<std::int64_t>(right.data());
        return *number < other ? -1 : *number > other;
    }
    if (const auto *flag = std::get_if<bool>(&left.data()))
        return int(*flag) - int(std::get<bool>(right.data()));
    if (const auto *blob = std::get_if<sql::Blob>(&left.data()))
        return blob->bytes.compare(std::get<sql::Blob>(right.data()).bytes);
    const auto &text = std::get<std::string>(left.data());
    const auto &other = std::get<std::string>(right.data());
    return type == ColumnType::Number ? sql::compareDecimals(text, other) : text.compare(other);
}

std::string postgresType(const DataType &type)
{
    switch (type.base) {
    case ColumnType::List:
        return postgresType(type.element) + "[]";
    case ColumnType::Range:
        return std::string(rangeType(type.range)) + "range";
    case ColumnType::Multirange:
        return std::string(rangeType(type.range)) + "multirange";
    case ColumnType::Vector:
        return "real[]";
    default:
        return std::string(codecOf(type).postgresType);
    }
}

std::string postgresElementType(const DataType &type)
{
    return type == ColumnType::List || type == ColumnType::Vector ? "text" : postgresType(type);
}

} // namespace tenantry::data
