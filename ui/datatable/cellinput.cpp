// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/cellinput.h"

#include "core/base/datetime.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using Kind = CellInput::Kind;

QString translated(const char *text)
{
    return QCoreApplication::translate("CellInput", text);
}

tl::unexpected<Error> unreadable(const char *message)
{
    return failure(ErrorCode::Validation, translated(message));
}

Kind kindOf(const client::Column &column)
{
    const QString &type = column.type;
    if (type == "integer"_L1 || type == "year"_L1)
        return Kind::Integer;
    if (type == "number"_L1)
        return Kind::Number;
    if (type == "boolean"_L1)
        return Kind::Boolean;
    if (type == "date"_L1)
        return Kind::Date;
    if (type == "datetime"_L1)
        return Kind::DateTime;
    if (type == "time"_L1)
        return Kind::Time;
    return type == "string"_L1 ? Kind::Text : Kind::Document;
}

Result<json::Value> parseInteger(const QString &text)
{
    bool fits = false;
    const qlonglong number = text.toLongLong(&fits);
    if (!fits)
        return unreadable(QT_TRANSLATE_NOOP("CellInput", "Type a whole number of at most 64 bits, such as 42."));
    return json::Value(std::int64_t(number));
}

Result<json::Value> parseNumber(const QString &text)
{
    static const QRegularExpression number(u"^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"_s);
    if (!number.match(text).hasMatch())
        return unreadable(
            QT_TRANSLATE_NOOP("CellInput", "Type a number with a point before its fraction, such as 39.90."));
    return json::Value(json::Number{text.toStdString()});
}

Result<json::Value> parseBoolean(const QString &text)
{
    const QString word = text.toLower();
    if (word == "true"_L1 || word == "1"_L1)
        return json::Value(true);
    if (word == "false"_L1 || word == "0"_L1)
        return json::Value(false);
    return unreadable(QT_TRANSLATE_NOOP("CellInput", "Type true or false."));
}

/// Days and clock times are the same everywhere, so only their form is checked.
template<class Parse>
Result<json::Value> parsePlain(const QString &text, Parse parse, const char *message)
{
    if (!parse(text.toStdString()))
        return unreadable(message);
    return json::Value(text);
}

Result<json::Value> parseInstant(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d(:\\d\\d)?)(\\.\\d{1,6})?(Z|[-+]\\d\\d:?\\d\\d)?$"_s);
    const auto refused = unreadable(QT_TRANSLATE_NOOP(
        "CellInput", "Type a day and a time, such as 2026-01-31 09:30; local time unless a zone follows (Z, +02:00)."));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return refused;
    QString iso = match.captured(1) + u'T' + match.captured(2);
    if (match.captured(3).isEmpty())
        iso += u":00"_s;
    if (match.captured(5).isEmpty()) {
        const QDateTime local = QDateTime::fromString(iso, Qt::ISODate);
        if (!local.isValid())
            return refused;
        iso = local.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s) + match.captured(4) + u'Z';
    } else {
        iso += match.captured(4) + match.captured(5);
    }
    const auto time = parseDateTime(iso.toStdString());
    if (!time)
        return refused;
    return json::Value(dateTimeText(*time));
}

Result<json::Value> parseDocument(const QString &text)
{
    const std::string bytes = text.toStdString();
    auto document = json::read(bytes);
    if (!document)
        return unreadable(
            QT_TRANSLATE_NOOP("CellInput", "Type JSON, such as {\"size\": 3} or [1, 2]; texts stand in quotes."));
    return document;
}

QString instantText(const json::Value &value)
{
    const QString text = value.text();
    const QDateTime local = QDateTime::fromString(text, Qt::ISODateWithMs).toLocalTime();
    if (!local.isValid())
        return text;
    // Microseconds are more than QDateTime holds, and must survive an edit.
    const qsizetype point = text.indexOf(u'.');
    const QString fraction = point < 0 ? QString() : text.mid(point).chopped(1);
    return local.toString(u"yyyy-MM-dd HH:mm:ss"_s) + fraction;
}

} // namespace

CellInput::CellInput(const client::Column &column)
    : m_kind(kindOf(column))
{
}

QString CellInput::text(const json::Value &value) const
{
    if (value.isNull())
        return {};
    if (m_kind == Kind::DateTime && value.isString())
        return instantText(value);
    if (m_kind != Kind::Document && value.isString())
        return value.text();
    return QString::fromUtf8(json::write(value));
}

Result<json::Value> CellInput::parse(const QString &text) const
{
    if (m_kind == Kind::Text)
        return json::Value(text);
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return json::Value();
    switch (m_kind) {
    case Kind::Integer:
        return parseInteger(typed);
    case Kind::Number:
        return parseNumber(typed);
    case Kind::Boolean:
        return parseBoolean(typed);
    case Kind::Date:
        return parsePlain(typed, parseDate, QT_TRANSLATE_NOOP("CellInput", "Type a day, such as 2026-01-31."));
    case Kind::Time:
        return parsePlain(typed, parseTime, QT_TRANSLATE_NOOP("CellInput", "Type a time of day, such as 09:30:00."));
    case Kind::DateTime:
        return parseInstant(typed);
    case Kind::Text:
    case Kind::Document:
        break;
    }
    return parseDocument(typed);
}

CellEdit CellInput::edit(const QString &text) const
{
    Result<json::Value> parsed = parse(text);
    return parsed ? CellEdit{std::move(*parsed), {}, {}} : CellEdit{{}, text, parsed.error().message};
}

QString CellInput::hint() const
{
    switch (m_kind) {
    case Kind::Date:
        return translated(QT_TRANSLATE_NOOP("CellInput", "YYYY-MM-DD"));
    case Kind::DateTime:
        return translated(QT_TRANSLATE_NOOP("CellInput", "YYYY-MM-DD HH:MM:SS"));
    case Kind::Time:
        return translated(QT_TRANSLATE_NOOP("CellInput", "HH:MM:SS"));
    case Kind::Document:
        return translated(QT_TRANSLATE_NOOP("CellInput", "JSON"));
    default:
        return {};
    }
}

} // namespace tenantry::ui
