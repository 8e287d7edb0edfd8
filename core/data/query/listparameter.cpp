// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/listparameter.h"

#include "core/json/writer.h"

namespace tenantry::data {

namespace {

void appendQuotedElement(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    out += '"';
}

void appendElement(std::string &out, const sql::Value &value)
{
    if (const auto *text = std::get_if<std::string>(&value.data()))
        appendQuotedElement(out, *text);
    else if (const auto *number = std::get_if<std::int64_t>(&value.data()))
        out += std::to_string(*number);
    else if (const auto *flag = std::get_if<bool>(&value.data()))
        out += *flag ? 't' : 'f';
    else if (const auto *blob = std::get_if<sql::Blob>(&value.data()))
        appendQuotedElement(out, "\\x" + blob->bytes.toHex().toStdString());
    else
        out += "NULL";
}

std::string postgresArray(ColumnType type, const sql::Values &values)
{
    std::string out = "{";
    for (const sql::Value &value : values) {
        if (out.size() > 1)
            out += ',';
        appendElement(out, bindable(type, value, sql::Dialect::Postgres));
    }
    out += '}';
    return out;
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

sql::Value listParameter(ColumnType type, const sql::Values &values, sql::Dialect dialect)
{
    return dialect == sql::Dialect::Postgres ? postgresArray(type, values) : jsonArray(values);
}

} // namespace tenantry::data
