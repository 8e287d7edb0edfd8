// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/rowsource.h"

#include "core/data/transfer/csvrowsource.h"
#include "core/data/transfer/jsonrowsource.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

Result<std::unique_ptr<RowSource>> RowSource::open(TransferFormat format, std::string_view text, const Table &table,
                                                   const RowParser &parser)
{
    if (format == TransferFormat::Json)
        return std::unique_ptr<RowSource>(std::make_unique<JsonRowSource>(text, table, parser));
    auto csv = std::make_unique<CsvRowSource>(text, table, parser);
    TRY(csv->readHeader());
    return std::unique_ptr<RowSource>(std::move(csv));
}

void RowSource::begin(FileRow &row, std::int64_t line)
{
    ++m_place.row;
    m_place.line = line;
    row.missing.clear();
    row.problems.clear();
    row.row = {m_place, RowValues(m_table.columns.size()), {}};
}

void RowSource::complete(FileRow &row) const
{
    row.row.complete = row.row.given;
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        const Column &column = m_table.columns[i];
        const bool madeByDatabase = column.generated && column.type == ColumnType::Integer;
        std::optional<sql::Value> &value = row.row.complete[i];
        if (value || madeByDatabase)
            continue;
        value = m_parser.defaultValue(column);
        if (value->isNull() && !column.nullable)
            row.missing.push_back({QString::fromStdString(column.name), u"This field is required."_s});
    }
}

} // namespace tenantry::data
