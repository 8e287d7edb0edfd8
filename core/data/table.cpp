// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table.h"

#include <numeric>

namespace tenantry::data {

const Column *Table::column(std::string_view columnName) const
{
    const std::optional<std::size_t> index = columnIndex(columnName);
    return index ? &columns[*index] : nullptr;
}

std::optional<std::size_t> Table::columnIndex(std::string_view columnName) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == columnName)
            return i;
    }
    return std::nullopt;
}

std::vector<std::size_t> Table::allColumns() const
{
    std::vector<std::size_t> indexes(columns.size());
    std::iota(indexes.begin(), indexes.end(), std::size_t{0});
    return indexes;
}

} // namespace tenantry::data
