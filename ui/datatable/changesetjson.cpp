// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changesetjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using Kind = RowChange::Kind;
using Columns = std::vector<client::Column>;

constexpr std::pair<Kind, const char *> kinds[] = {
    {Kind::Added, "added"}, {Kind::Changed, "changed"}, {Kind::Removed, "removed"}};

std::optional<Kind> kindNamed(std::string_view name)
{
    const auto found = std::ranges::find_if(kinds, [name](const auto &kind) { return kind.second == name; });
    return found == std::end(kinds) ? std::nullopt : std::optional(found->first);
}

json::Value toJson(const CellEdit &cell)
{
    json::Object kept;
    if (cell.isValue()) {
        kept.set("value", cell.value);
    } else {
        kept.set("text", cell.text);
        kept.set("problem", cell.problem);
    }
    return kept;
}

CellEdit cellFromJson(const json::Value &kept)
{
    if (kept["problem"].isString())
        return {{}, kept["text"].text(), kept["problem"].text()};
    return {kept["value"], {}, {}};
}

json::Value toJson(const RowChange &change, const Columns &columns)
{
    json::Object base;
    for (size_t i = 0; i < change.base.size(); ++i)
        base.set(columns[i].name.toStdString(), change.base[i]);
    json::Object cells;
    for (const auto &[column, cell] : change.cells)
        cells.set(columns[size_t(column)].name.toStdString(), toJson(cell));
    const auto kind = std::ranges::find(kinds, change.kind, &std::pair<Kind, const char *>::first);
    json::Object kept;
    kept.set("kind", kind->second);
    kept.set("base", std::move(base));
    kept.set("cells", std::move(cells));
    return kept;
}

/// Whether what identifies the row is still there.
bool hasKey(const json::Value &base, const Columns &columns)
{
    return std::ranges::all_of(columns, [&](const client::Column &column) {
        return !column.primaryKey || !base[column.name.toStdString()].isNull();
    });
}

std::optional<RowChange> changeFromJson(const json::Value &kept, const Columns &columns)
{
    const auto kind = kindNamed(kept["kind"].string());
    if (!kind || (*kind != Kind::Added && !hasKey(kept["base"], columns)))
        return std::nullopt;
    RowChange change{*kind, {}, {}, {}, {}};
    for (size_t i = 0; i < columns.size(); ++i) {
        const std::string name = columns[i].name.toStdString();
        if (*kind != Kind::Added)
            change.base.push_back(kept["base"][name]);
        if (const json::Value *cell = kept["cells"].object().find(name))
            change.cells[int(i)] = cellFromJson(*cell);
    }
    if (*kind == Kind::Changed && change.cells.empty())
        return std::nullopt;
    return change;
}

} // namespace

json::Value toJson(const ChangeSet::Changes &changes, const Columns &columns)
{
    json::Object kept;
    for (const auto &[key, change] : changes)
        kept.append(key, toJson(change, columns));
    return kept;
}

ChangeSet::Changes changesFromJson(const json::Value &kept, const Columns &columns)
{
    ChangeSet::Changes changes;
    for (const auto &[key, row] : kept.object()) {
        if (auto change = changeFromJson(row, columns))
            changes.emplace(key, std::move(*change));
    }
    return changes;
}

} // namespace tenantry::ui
