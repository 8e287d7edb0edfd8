// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/uniquekeys.h"

#include <algorithm>

namespace tenantry::data {

std::vector<std::vector<std::size_t>> uniqueKeys(const Table &table)
{
    std::vector<std::vector<std::size_t>> keys{table.primaryKey};
    const auto add = [&](std::vector<std::size_t> key) {
        if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(std::move(key));
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].constraints.unique)
            add({i});
    }
    for (const Index &index : table.indexes) {
        if (!index.unique || !index.expression.empty() || !index.where.empty())
            continue; // what these keep apart, the database alone knows
        std::vector<std::size_t> key;
        for (const std::string &name : index.columns)
            key.push_back(table.columnIndex(name).value_or(0));
        add(std::move(key));
    }
    return keys;
}

} // namespace tenantry::data
