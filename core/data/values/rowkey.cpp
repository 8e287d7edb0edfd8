// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/rowkey.h"

#include "core/data/values/valuecodec.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// As many as one statement takes with keys of several columns.
constexpr qsizetype maxKeys = 8000;

QString valueText(const Column &column, const sql::Value &value)
{
    // PostgreSQL's parameters are text for every type that has no literal of its own.
    const sql::Value readable = bindable(column.type, value, sql::Dialect::Postgres);
    if (const auto *text = std::get_if<std::string>(&readable.data()))
        return QString::fromStdString(*text);
    if (const auto *number = std::get_if<std::int64_t>(&readable.data()))
        return QString::number(*number);
    if (const auto *flag = std::get_if<bool>(&readable.data()))
        return *flag ? u"true"_s : u"false"_s;
    if (const auto *blob = std::get_if<sql::Blob>(&readable.data()))
        return QString::fromLatin1(blob->bytes.toBase64());
    return {};
}

} // namespace

std::optional<RowKey> parseRowKey(const Table &table, const QString &id)
{
    const bool composite = table.primaryKey.size() > 1;
    const QStringList parts = composite ? id.split(u',') : QStringList{id};
    if (std::size_t(parts.size()) != table.primaryKey.size())
        return std::nullopt;
    RowKey key;
    for (std::size_t i = 0; i < table.primaryKey.size(); ++i) {
        const QString &part = parts[qsizetype(i)];
        const QString text = composite ? QUrl::fromPercentEncoding(part.toUtf8()) : part;
        ParsedValue value = valueFromText(table.columns[table.primaryKey[i]], text.toStdString());
        if (!value)
            return std::nullopt;
        key.values.push_back(std::move(*value));
    }
    return key;
}

Result<std::vector<RowKey>> parseRowKeys(const Table &table, const QString &ids)
{
    const QStringList parts = ids.split(u',', Qt::SkipEmptyParts);
    const auto width = qsizetype(table.primaryKey.size());
    if (parts.isEmpty() || parts.size() % width != 0)
        return failure(Error::field(u"ids"_s, u"Expected primary keys separated by commas."_s));
    if (parts.size() / width > maxKeys)
        return failure(Error::field(u"ids"_s, u"At most %1 keys can be sent at once."_s.arg(maxKeys)));
    std::vector<RowKey> keys;
    keys.reserve(std::size_t(parts.size() / width));
    for (qsizetype i = 0; i < parts.size(); i += width) {
        const QString id = QStringList(parts.mid(i, width)).join(u',');
        std::optional<RowKey> key = parseRowKey(table, id);
        if (!key)
            return failure(Error::field(u"ids"_s, u"'%1' is not a primary key of this table."_s.arg(id)));
        keys.push_back(std::move(*key));
    }
    return keys;
}

std::optional<RowKey> rowKeyOf(const Table &table, const RowValues &values)
{
    RowKey key;
    for (const std::size_t column : table.primaryKey) {
        const std::optional<sql::Value> &value = values[column];
        if (!value || value->isNull())
            return std::nullopt;
        key.values.push_back(*value);
    }
    return key;
}

std::optional<RowKey> rowKeyFromJson(const Table &table, const json::Value &row)
{
    RowKey key;
    for (const std::size_t column : table.primaryKey) {
        ParsedValue value = valueFromJson(table.columns[column], row[table.columns[column].name]);
        if (!value || value->isNull())
            return std::nullopt;
        key.values.push_back(std::move(*value));
    }
    return key;
}

QString recordId(const Table &table, const RowKey &key)
{
    if (key.values.size() == 1)
        return rowKeyText(table, key);
    QStringList parts;
    for (std::size_t i = 0; i < key.values.size(); ++i) {
        const QString text = valueText(table.columns[table.primaryKey[i]], key.values[i]);
        parts.append(QString::fromLatin1(QUrl::toPercentEncoding(text)));
    }
    return parts.join(u',');
}

QString rowKeyText(const Table &table, const RowKey &key)
{
    QStringList parts;
    for (std::size_t i = 0; i < key.values.size(); ++i)
        parts.append(valueText(table.columns[table.primaryKey[i]], key.values[i]));
    return parts.join(u',');
}

bool operator==(const RowKey &left, const RowKey &right)
{
    return std::equal(left.values.begin(), left.values.end(), right.values.begin(), right.values.end(), sameValue);
}

} // namespace tenantry::data
