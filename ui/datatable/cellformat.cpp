// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/cellformat.h"

#include "core/json/indent.h"
#include "core/json/writer.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qsizetype longestText = 300;     // a cell shows less
constexpr qsizetype longestToolTip = 2000; // more fits no screen

QString cut(const QString &text, qsizetype longest)
{
    return text.size() <= longest ? text : text.left(longest) + u'\u2026';
}

QString onOneLine(QString text)
{
    text = cut(text, longestText);
    text.replace(u'\n', u'\u21b5');
    text.replace(u'\t', u' ');
    return text.remove(u'\r');
}

QDateTime instant(const json::Value &value)
{
    return QDateTime::fromString(value.text(), Qt::ISODateWithMs);
}

QString localText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const bool whole = local.time().msec() == 0;
    return local.toString(whole ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

} // namespace

CellFormat::CellFormat(const client::Column &column)
{
    if (column.type == "integer"_L1 || column.type == "number"_L1 || column.type == "year"_L1)
        m_kind = Kind::Number;
    else if (column.type == "boolean"_L1)
        m_kind = Kind::Boolean;
    else if (column.type == "datetime"_L1)
        m_kind = Kind::DateTime;
    else if (column.type == "object"_L1 || column.type == "array"_L1 || column.type == "any"_L1)
        m_kind = Kind::Document;
}

QString CellFormat::text(const json::Value &value) const
{
    if (value.isNull())
        return u"NULL"_s;
    if (value.isBool())
        return value.boolean() ? u"true"_s : u"false"_s;
    if (value.isNumber())
        return QString::fromStdString(std::string(value.numberText()));
    if (!value.isString())
        return onOneLine(QString::fromUtf8(json::write(value)));
    if (m_kind == Kind::DateTime) {
        if (const QDateTime time = instant(value); time.isValid())
            return localText(time);
    }
    return onOneLine(value.text());
}

QString CellFormat::toolTip(const json::Value &value) const
{
    if (value.isArray() || value.isObject())
        return cut(QString::fromStdString(json::indented(value, longestToolTip)), longestToolTip);
    if (!value.isString())
        return {};
    if (m_kind == Kind::DateTime)
        return QCoreApplication::translate("CellFormat", "%1 (UTC)").arg(value.text());
    const QString whole = value.text();
    return whole.size() > 40 || whole.contains(u'\n') ? cut(whole, longestToolTip) : QString();
}

Qt::Alignment CellFormat::alignment() const
{
    return Qt::AlignVCenter | (m_kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft);
}

QString CellFormat::describe(const client::Column &column)
{
    QStringList parts{column.format.isEmpty() ? column.type : u"%1 (%2)"_s.arg(column.type, column.format)};
    if (column.primaryKey)
        parts << QCoreApplication::translate("CellFormat", "primary key");
    else if (column.required)
        parts << QCoreApplication::translate("CellFormat", "required");
    if (!column.reference.isEmpty())
        parts << QCoreApplication::translate("CellFormat", "references %1").arg(column.reference);
    if (column.type == "datetime"_L1)
        parts << QCoreApplication::translate("CellFormat", "shown in local time");
    return parts.join(u", "_s);
}

} // namespace tenantry::ui
