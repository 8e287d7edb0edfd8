// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/transfer/arrayreader.h"
#include "core/data/transfer/rowsource.h"

namespace tenantry::data {

/// Rows as a JSON array of objects, as a list or an export answers them.
class JsonRowSource : public RowSource
{
public:
    JsonRowSource(std::string_view text, const Table &table, const RowParser &parser)
        : RowSource(table, parser)
        , m_reader(text)
    {
    }

    Result<bool> next(FileRow &row) override;
    std::size_t position() const override { return m_reader.position(); }

private:
    ArrayReader m_reader;
};

} // namespace tenantry::data
