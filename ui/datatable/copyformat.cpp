// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/copyformat.h"

#include "core/client/curl.h"
#include "core/client/rowrequests.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::copyformat {

namespace {

QString plain(const json::Value &value)
{
    if (value.isNull())
        return {};
    return value.isString() ? value.text() : QString::fromUtf8(json::write(value));
}

QString csvField(const json::Value &value)
{
    QString text = plain(value);
    const bool quoted = (value.isString() && text.isEmpty()) || text.contains(u'"') || text.contains(u',') ||
                        text.contains(u'\n') || text.contains(u'\r');
    return quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

QString markdownField(const json::Value &value)
{
    QString text = value.isNull() ? u"NULL"_s : plain(value);
    return text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).replace(u'\n', u"<br>"_s).remove(u'\r');
}

template<class Write>
QStringList fields(const client::Row &row, Write write)
{
    QStringList texts;
    for (const json::Value &value : row)
        texts << write(value);
    return texts;
}

QStringList names(const Cells &cells, QString (*write)(const json::Value &))
{
    QStringList names;
    for (const client::Column &column : cells.columns)
        names << write(json::Value(column.name));
    return names;
}

bool isNumeric(const client::Column &column)
{
    return column.type == "integer"_L1 || column.type == "number"_L1 || column.type == "year"_L1;
}

} // namespace

QString csv(const Cells &cells)
{
    QStringList lines{names(cells, csvField).join(u',')};
    for (const client::Row &row : cells.rows)
        lines << fields(row, csvField).join(u',');
    return lines.join(u"\r\n"_s) + u"\r\n"_s;
}

QString json(const Cells &cells)
{
    QStringList lines;
    for (const client::Row &row : cells.rows) {
        tenantry::json::Object object;
        for (size_t i = 0; i < cells.columns.size(); ++i)
            object.set(cells.columns[i].name.toStdString(), row[i]);
        lines << QString::fromUtf8(tenantry::json::write(object));
    }
    return u"[\n  "_s + lines.join(u",\n  "_s) + u"\n]\n"_s;
}

QString markdown(const Cells &cells)
{
    QStringList rules;
    for (const client::Column &column : cells.columns)
        rules << (isNumeric(column) ? u"---:"_s : u"---"_s);
    QStringList lines{names(cells, markdownField).join(u" | "_s), rules.join(u" | "_s)};
    for (const client::Row &row : cells.rows)
        lines << fields(row, markdownField).join(u" | "_s);
    return u"| "_s + lines.join(u" |\n| "_s) + u" |\n"_s;
}

QString curl(const QUrl &server, const client::TableAddress &table, const Cells &keys)
{
    if (keys.columns.size() == 1 && keys.rows.size() > 1) {
        QStringList values;
        for (const client::Row &key : keys.rows)
            values << plain(key.front());
        // A comma in a value would end it, so such rows are read one by one.
        if (values.join(QString()).count(u',') == 0) {
            QUrlQuery query;
            query.addQueryItem(client::encoded(keys.columns.front().name) + u"__in"_s,
                               client::encoded(values.join(u',')));
            return client::curlCommand(server, client::Request::get(client::rowsPath(table), query));
        }
    }
    QStringList commands;
    for (const client::Row &key : keys.rows)
        commands << client::curlCommand(server, client::Request::get(client::rowPath(table, key)));
    return commands.join(u'\n');
}

} // namespace tenantry::ui::copyformat
