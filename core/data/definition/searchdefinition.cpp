// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/searchdefinition.h"

#include "core/data/query/nearestname.h"
#include "core/sql/textanalyzer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::size_t maxSearchFields = 10;

bool isWeight(const json::Value &weight)
{
    const std::string_view text = weight.string();
    return weight.isNull() || (text.size() == 1 && text.front() >= 'A' && text.front() <= 'D');
}

/// The weight of the field at this place, when it has none of its own: A, B, C, and D for all that follow.
char weightAt(std::size_t place)
{
    return "ABCD"[std::min(place, std::size_t{3})];
}

std::optional<Search::Field> readField(const json::Value &entry, const Table &table, std::size_t place,
                                       const JsonPath &path, DefinitionReport &report)
{
    const json::Value &name = entry.isObject() ? entry["field"] : entry;
    const std::optional<std::size_t> column = table.columnIndex(name.string());
    const bool weighted = entry.isObject() && !entry["weight"].isNull();
    if (!name.isString() || !column)
        report.problem(path, u"must be a field name, or an object with `field` and `weight`"_s);
    else if (table.columns[*column].type != ColumnType::Text)
        report.problem(path, u"only string fields can be searched"_s);
    else if (weighted && !isWeight(entry["weight"]))
        report.problem(path / "weight", u"must be one of A, B, C and D"_s);
    else
        return Search::Field{*column, weighted ? entry["weight"].string().front() : weightAt(place)};
    return std::nullopt;
}

/// `search_config`, or as it is called too, `search_language`.
std::string readConfiguration(const json::Value &definition, const JsonPath &path, DefinitionReport &report)
{
    const char *key = definition["search_config"].isNull() ? "search_language" : "search_config";
    const json::Value &written = definition[key];
    if (written.isNull())
        return "english";
    const auto &known = sql::TextAnalyzer::configurations();
    std::string name(written.string());
    if (std::find(known.begin(), known.end(), name) != known.end())
        return name;
    const std::optional<std::string> nearest = nearestName(name, known);
    QString message = u"'%1' is no language that is known"_s.arg(QString::fromStdString(name));
    if (nearest)
        message += u"; did you mean '%1'?"_s.arg(QString::fromStdString(*nearest));
    report.problem(path / key, message);
    return {};
}

} // namespace

std::optional<Search> readSearch(const json::Value &definition, const Table &table, const JsonPath &path,
                                 DefinitionReport &report)
{
    const json::Value &fields = definition["search_fields"];
    Search search{readConfiguration(definition, path, report), {}};
    if (fields.isNull())
        return std::nullopt;
    if (!fields.isArray() || fields.array().size() > maxSearchFields) {
        report.problem(path / "search_fields", u"must be a list of at most %1 fields"_s.arg(maxSearchFields));
        return std::nullopt;
    }
    if (table.column("search_vector"))
        report.problem(path / "search_fields", u"a field 'search_vector' cannot be declared beside it"_s);
    for (std::size_t i = 0; i < fields.array().size(); ++i) {
        const JsonPath place = path / "search_fields" / i;
        const std::optional<Search::Field> field = readField(fields.at(i), table, i, place, report);
        const auto same = [&](const Search::Field &earlier) { return field && earlier.column == field->column; };
        if (std::any_of(search.fields.begin(), search.fields.end(), same))
            report.problem(place, u"names a field twice"_s);
        if (field)
            search.fields.push_back(*field);
    }
    return search.fields.empty() ? std::nullopt : std::optional(std::move(search));
}

} // namespace tenantry::data
