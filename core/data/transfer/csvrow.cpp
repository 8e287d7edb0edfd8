// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/csvrow.h"

#include "core/data/columntype.h"
#include "core/data/transfer/arrayreader.h"
#include "core/json/reader.h"

namespace tenantry::data {

namespace {

/// Our own JSON, so there is an end.
std::string_view valueAt(std::string_view json, std::size_t from)
{
    return json.substr(from, endOfJsonValue(json, from).value_or(json.size()) - from);
}

void writeCell(CsvWriter &csv, const Column &column, std::string_view value)
{
    if (value == "null") {
        csv.null();
    } else if (isDocument(column.type) || value.starts_with('[') || value.starts_with('{')) {
        csv.text(value);
    } else if (!value.starts_with('"')) {
        csv.plain(value);
    } else if (value.find('\\') == std::string_view::npos) {
        csv.text(value.substr(1, value.size() - 2));
    } else {
        const Result<json::Value> text = json::read(value);
        csv.text(text ? text->string() : value);
    }
}

} // namespace

CsvRow::CsvRow(const Table &table, const std::vector<std::size_t> &columns, CsvWriter::Formulas formulas)
    : m_formulas(formulas)
{
    m_columns.reserve(columns.size());
    for (const std::size_t index : columns)
        m_columns.push_back(&table.columns[index]);
}

void CsvRow::writeHeader(QByteArray &out) const
{
    CsvWriter csv(out, m_formulas);
    for (const Column *column : m_columns)
        csv.text(column->name);
    csv.endRecord();
}

void CsvRow::write(std::string_view row, QByteArray &out) const
{
    CsvWriter csv(out, m_formulas);
    std::size_t at = 1; // behind the brace, or a comma
    for (const Column *column : m_columns) {
        at += valueAt(row, at).size() + 1; // the name and its colon
        const std::string_view value = valueAt(row, at);
        writeCell(csv, *column, value);
        at += value.size() + 1;
    }
    csv.endRecord();
}

} // namespace tenantry::data
