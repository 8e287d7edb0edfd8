// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/transfer/csvreader.h"
#include "core/data/transfer/rowsource.h"

namespace tenantry::data {

/// Rows as CSV with the names of columns in the first line. A field with nothing in it is null, "" an empty text;
/// documents and lists are JSON text. A generated key with nothing in it is generated.
class CsvRowSource : public RowSource
{
public:
    CsvRowSource(std::string_view text, const Table &table, const RowParser &parser)
        : RowSource(table, parser)
        , m_reader(text)
    {
    }

    /// Comes first.
    Result<void> readHeader();

    Result<bool> next(FileRow &row) override;
    std::size_t position() const override { return m_reader.position(); }

private:
    void readField(std::size_t column, const CsvReader::Field &field, FileRow &row) const;

    CsvReader m_reader;
    /// Of the table, for each field of a line; none for what answers carry beside the columns.
    std::vector<std::optional<std::size_t>> m_columns;
};

} // namespace tenantry::data
