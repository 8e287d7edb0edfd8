// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/rows/rowparser.h"
#include "core/data/transfer/stagedrows.h"

#include <memory>
#include <string_view>

namespace tenantry::data {

enum class TransferFormat { Json, Csv };

/// A row of a file, as far as the definition of its table says.
struct FileRow
{
    StagedRow row;
    std::vector<FieldError> missing;  ///< what a new row would still lack
    std::vector<FieldError> problems; ///< what is wrong with the row in any case
};

/// The rows of one file, read and checked one by one against the definition of a table: names, types, constraints,
/// defaults. Pure but for what defaults ask for. The text, the table and the parser outlive it.
class RowSource
{
public:
    /// Fails when the beginning of the file says that none of its rows can be read: a column that is not the table's.
    static Result<std::unique_ptr<RowSource>> open(TransferFormat format, std::string_view text, const Table &table,
                                                   const RowParser &parser);
    virtual ~RowSource() = default;

    /// Reads the next row; false behind the last one. An error means that the file is malformed at place().
    virtual Result<bool> next(FileRow &row) = 0;
    /// Of the row that was read, or of what is malformed.
    const FilePlace &place() const { return m_place; }
    /// Bytes of the file that are not needed any more.
    virtual std::size_t position() const = 0;

protected:
    RowSource(const Table &table, const RowParser &parser)
        : m_table(table)
        , m_parser(parser)
    {
    }

    /// Makes `row` empty, with room for every column.
    void begin(FileRow &row, std::int64_t line);
    /// Fills in what the file does not have.
    void complete(FileRow &row) const;

    const Table &m_table;
    const RowParser &m_parser;
    FilePlace m_place;
};

} // namespace tenantry::data
