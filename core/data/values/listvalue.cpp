// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/listvalue.h"

#include "core/base/datetime.h"
#include "core/data/values/decimal.h"
#include "core/data/values/postgresarray.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Wrong = tl::unexpected<QString>;

void appendForPostgres(PostgresArrayWriter &array, ColumnType element, const json::Value &value)
{
    if (value.isNull())
        array.null();
    else if (value.isNumber())
        array.plain(value.numberText());
    else if (value.isBool())
        array.plain(value.boolean() ? "t" : "f");
    else if (element == ColumnType::Binary)
        array.quoted("\\x" + QByteArray::fromBase64(value.text().toLatin1()).toHex().toStdString());
    else
        array.quoted(value.string());
}

json::Value elementFromPostgres(ColumnType element, std::string_view printed)
{
    switch (element) {
    case ColumnType::Integer:
    case ColumnType::Year:
        return json::Number{std::string(printed)};
    case ColumnType::Number:
        return json::Number{std::string(trimmedDecimal(printed))};
    case ColumnType::Boolean:
        return printed == "t";
    case ColumnType::Binary:
        return QByteArray::fromHex(QByteArray(printed.data() + 2, qsizetype(printed.size()) - 2))
            .toBase64()
            .toStdString();
    case ColumnType::DateTime:
        return formatDateTime(parseDateTime(printed).value_or(0));
    case ColumnType::Time:
        return formatTime(parseTime(printed).value_or(0));
    default:
        return printed;
    }
}

} // namespace

ParsedValue listFromJson(ColumnType element, const json::Value &value)
{
    if (!value.isArray())
        return Wrong(u"Expected a JSON array."_s);
    json::Array elements;
    elements.reserve(value.array().size());
    for (const json::Value &item : value.array()) {
        const ParsedValue parsed = valueFromJson(element, item);
        if (!parsed)
            return Wrong(u"Element %1: %2"_s.arg(elements.size()).arg(parsed.error()));
        elements.push_back(jsonFromValue(element, *parsed));
    }
    return sql::Value(json::canonical(elements));
}

ParsedValue listFromText(ColumnType element, std::string_view text)
{
    if (text.starts_with('[')) {
        if (const Result<json::Value> array = json::read(text); array && array->isArray())
            return listFromJson(element, *array);
    }
    json::Array items;
    for (std::size_t start = 0; !text.empty() && start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        items.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return listFromJson(element, items);
}

std::string listForPostgres(ColumnType element, std::string_view neutral)
{
    PostgresArrayWriter array;
    const json::Value elements = json::read(neutral).value_or(json::Value());
    for (const json::Value &value : elements.array())
        appendForPostgres(array, element, value);
    return array.take();
}

std::string listFromPostgres(ColumnType element, std::string_view printed)
{
    json::Array elements;
    for (const std::optional<std::string> &item : postgresArrayElements(printed))
        elements.push_back(item ? elementFromPostgres(element, *item) : json::Value());
    return json::canonical(elements);
}

} // namespace tenantry::data
