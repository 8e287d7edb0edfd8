// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/data/transfer/csvwriter.h"

#include <string_view>
#include <vector>

namespace tenantry::data {

/// Writes rows that are JSON already (rowrenderer.h) as CSV, so that each type has one text form: texts without their
/// quotes, documents and lists as JSON text. Members behind the columns are left out. The table outlives it.
class CsvRow
{
public:
    CsvRow(const Table &table, const std::vector<std::size_t> &columns, CsvWriter::Formulas formulas);

    /// The names of the columns.
    void writeHeader(QByteArray &out) const;
    /// `row` is one object with the columns in order, as json::Writer writes it.
    void write(std::string_view row, QByteArray &out) const;

private:
    std::vector<const Column *> m_columns;
    CsvWriter::Formulas m_formulas;
};

} // namespace tenantry::data
