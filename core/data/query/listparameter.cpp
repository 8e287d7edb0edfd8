// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/listparameter.h"

#include "core/data/values/postgresarray.h"
#include "core/json/writer.h"

namespace tenantry::data {

namespace {

std::string postgresArray(const DataType &type, const sql::Values &values)
{
    PostgresArrayWriter array;
    for (const sql::Value &value : values) {
        const sql::Value element = bindable(type, value, sql::Dialect::Postgres);
        if (const auto *text = std::get_if<std::string>(&element.data()))
            array.quoted(*text);
        else if (const auto *number = std::get_if<std::int64_t>(&element.data()))
            array.plain(std::to_string(*number));
        else if (const auto *flag = std::get_if<bool>(&element.data()))
            array.plain(*flag ? "t" : "f");
        else if (const auto *blob = std::get_if<sql::Blob>(&element.data()))
            array.quoted("\\x" + blob->bytes.toHex().toStdString());
        else
            array.null();
    }
    return array.take();
}

std::string jsonArray(const sql::Values &values)
{
    QByteArray out;
    json::Writer writer(out);
    writer.beginArray();
    for (const sql::Value &value : values) {
        if (const auto *text = std::get_if<std::string>(&value.data()))
            writer.value(std::string_view(*text));
        else if (const auto *number = std::get_if<std::int64_t>(&value.data()))
            writer.value(*number);
        else if (const auto *flag = std::get_if<bool>(&value.data()))
            writer.value(std::int64_t{*flag});
        else if (const auto *blob = std::get_if<sql::Blob>(&value.data()))
            writer.value(QString::fromLatin1(blob->bytes.toHex().toUpper()));
        else
            writer.null();
    }
    writer.endArray();
    return out.toStdString();
}

} // namespace

sql::Value listParameter(const DataType &type, const sql::Values &values, sql::Dialect dialect)
{
    return dialect == sql::Dialect::Postgres ? postgresArray(type, values) : jsonArray(values);
}

} // namespace tenantry::data
