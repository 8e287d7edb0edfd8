// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/nearestname.h"

#include "core/data/table.h"

#include <algorithm>
#include <numeric>

namespace tenantry::data {

namespace {

/// Longer names come from nobody's typing; measuring them would only cost time.
constexpr std::size_t longestName = 128;

/// Levenshtein's distance: insertions, deletions and replacements that lead from one to the other.
std::size_t distance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.back();
}

} // namespace

std::optional<std::string> nearestName(std::string_view name, const std::vector<std::string> &candidates)
{
    if (name.size() > longestName)
        return std::nullopt;
    std::optional<std::string> nearest;
    std::size_t best = (name.size() + 2) / 3 + 1; // a slip in every third letter at most
    for (const std::string &candidate : candidates) {
        const std::size_t away = distance(name, candidate);
        if (away < best) {
            best = away;
            nearest = candidate;
        }
    }
    return nearest;
}

QString unknownColumn(const Table &table, std::string_view name)
{
    std::vector<std::string> names;
    for (const Column &column : table.columns)
        names.push_back(column.name);
    std::string text = "There is no column '" + std::string(name) + "'.";
    if (const std::optional<std::string> nearest = nearestName(name, names))
        text += " Did you mean '" + *nearest + "'?";
    return QString::fromStdString(text);
}

QString unknownColumn(const Table &table, QStringView name)
{
    return unknownColumn(table, std::string_view(name.toUtf8().toStdString()));
}

} // namespace tenantry::data
