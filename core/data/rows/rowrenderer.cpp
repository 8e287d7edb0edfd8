// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowrenderer.h"

#include "core/base/datetime.h"
#include "core/data/values/decimal.h"
#include "core/data/values/listvalue.h"
#include "core/data/values/rangevalue.h"
#include "core/data/values/vectorvalue.h"

namespace tenantry::data {

namespace {

using Write = void (*)(json::Writer &, const sql::Cursor &, int, const DataType &);

void writeText(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.value(row.text(column));
}

void writeInteger(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.value(row.integer(column));
}

void writeDecimal(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.raw(trimmedDecimal(row.text(column)));
}

void writeBoolean(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.value(row.boolean(column));
}

void writeBinary(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    const QByteArray text = row.blob(column).toBase64();
    writer.value(std::string_view(text.constData(), std::size_t(text.size())));
}

void writeJson(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.raw(row.text(column));
}

void writeMicrosAsDateTime(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.value(std::string_view(formatDateTime(row.integer(column))));
}

void writeMicrosAsTime(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.value(std::string_view(formatTime(row.integer(column))));
}

/// PostgreSQL cuts zeros off a fraction; ours has six digits or none.
void appendTime(std::string &out, std::string_view time)
{
    constexpr std::size_t digits = 6;
    out += time;
    if (const std::size_t point = time.find('.'); point != std::string_view::npos)
        out.append(digits - (time.size() - point - 1), '0');
}

void writePostgresTime(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    std::string out;
    appendTime(out, row.text(column));
    writer.value(std::string_view(out));
}

/// "2026-01-05 09:00:00.5+00": the session's time zone is UTC.
void writePostgresDateTime(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    const std::string_view text = row.text(column);
    const std::size_t space = text.find(' ');
    const std::size_t zone = text.rfind('+');
    std::string out(text.substr(0, space));
    out += 'T';
    appendTime(out, text.substr(space + 1, zone - space - 1));
    out += 'Z';
    writer.value(std::string_view(out));
}

void writePostgresList(json::Writer &writer, const sql::Cursor &row, int column, const DataType &type)
{
    writer.raw(listFromPostgres(type.element, row.text(column)));
}

void writePostgresRange(json::Writer &writer, const sql::Cursor &row, int column, const DataType &type)
{
    writer.raw(rangeFromPostgres(type, row.text(column)));
}

void writeVector(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.raw(vectorJson(row.blob(column)));
}

void writePostgresVector(json::Writer &writer, const sql::Cursor &row, int column, const DataType &)
{
    writer.raw(vectorJsonFromPostgres(row.text(column)));
}

Write writeOf(ColumnType type, sql::Dialect dialect)
{
    const bool postgres = dialect == sql::Dialect::Postgres;
    switch (type) {
    case ColumnType::Text:
    case ColumnType::Uuid:
    case ColumnType::Date:
        return writeText;
    case ColumnType::Binary:
        return writeBinary;
    case ColumnType::Integer:
    case ColumnType::Year:
        return writeInteger;
    case ColumnType::Number:
        return writeDecimal;
    case ColumnType::Boolean:
        return writeBoolean;
    case ColumnType::DateTime:
        return postgres ? writePostgresDateTime : writeMicrosAsDateTime;
    case ColumnType::Time:
        return postgres ? writePostgresTime : writeMicrosAsTime;
    case ColumnType::Object:
    case ColumnType::Array:
    case ColumnType::Any:
        return writeJson;
    case ColumnType::List:
        return postgres ? writePostgresList : writeJson;
    case ColumnType::Range:
    case ColumnType::Multirange:
        return postgres ? writePostgresRange : writeJson;
    case ColumnType::Vector:
        return postgres ? writePostgresVector : writeVector;
    }
    Q_UNREACHABLE();
}

} // namespace

RowRenderer::RowRenderer(const Table &table, const std::vector<std::size_t> &columns, sql::Dialect dialect)
    : m_dialect(dialect)
{
    m_fields.reserve(columns.size());
    for (const std::size_t index : columns) {
        const Column &column = table.columns[index];
        m_fields.push_back({column.jsonKey, writeOf(column.type, dialect), &column.type});
    }
}

void RowRenderer::addMember(int column, const std::string &name, const DataType &type)
{
    m_further.push_back({column, json::quoted(name).toStdString() + ":", writeOf(type, m_dialect), type});
}

void RowRenderer::render(const sql::Cursor &row, json::Writer &writer, std::span<RowMembers *const> members) const
{
    const auto replaced = [&](std::size_t i) {
        return std::any_of(members.begin(), members.end(),
                           [&](RowMembers *member) { return member->replace(i, row, writer); });
    };
    const auto write = [&](Write value, int column, const DataType &type) {
        if (row.isNull(column))
            writer.null();
        else
            value(writer, row, column, type);
    };
    writer.beginObject();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        writer.rawKey(m_fields[i].key);
        if (!replaced(i))
            write(m_fields[i].write, int(i), *m_fields[i].type);
    }
    for (const Further &further : m_further) {
        writer.rawKey(further.key);
        write(further.write, further.column, further.type);
    }
    for (RowMembers *member : members)
        member->add(row, writer);
    writer.endObject();
}

} // namespace tenantry::data
