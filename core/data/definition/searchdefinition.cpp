// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/searchdefinition.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::size_t maxSearchFields = 10;

bool isWeight(const json::Value &weight)
{
    const std::string_view text = weight.string();
    return weight.isNull() || (text.size() == 1 && text.front() >= 'A' && text.front() <= 'D');
}

void checkSearchField(const json::Value &entry, const Table &table, const JsonPath &path, std::set<std::string> &seen,
                      DefinitionReport &report)
{
    const json::Value &name = entry.isObject() ? entry["field"] : entry;
    const Column *column = table.column(name.string());
    if (!name.isString() || !column)
        report.problem(path, u"must be a field name, or an object with `field` and `weight`"_s);
    else if (column->type != ColumnType::Text)
        report.problem(path, u"only string fields can be searched"_s);
    else if (!seen.insert(column->name).second)
        report.problem(path, u"names a field twice"_s);
    if (entry.isObject() && !isWeight(entry["weight"]))
        report.problem(path / "weight", u"must be one of A, B, C and D"_s);
}

} // namespace

void checkSearchFields(const json::Value &definition, const Table &table, const JsonPath &path,
                       DefinitionReport &report)
{
    const json::Value &fields = definition["search_fields"];
    if (fields.isNull())
        return;
    if (!fields.isArray() || fields.array().size() > maxSearchFields) {
        report.problem(path / "search_fields", u"must be a list of at most %1 fields"_s.arg(maxSearchFields));
        return;
    }
    if (table.column("search_vector"))
        report.problem(path / "search_fields", u"a field 'search_vector' cannot be declared beside it"_s);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < fields.array().size(); ++i)
        checkSearchField(fields.at(i), table, path / "search_fields" / i, seen, report);
}

} // namespace tenantry::data
