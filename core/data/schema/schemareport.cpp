// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemareport.h"

#include <algorithm>

namespace tenantry::data {

namespace {

std::string_view nameOf(TableAction action)
{
    switch (action) {
    case TableAction::Created:
        return "created";
    case TableAction::Updated:
        return "updated";
    case TableAction::Unchanged:
        return "unchanged";
    }
    Q_UNREACHABLE();
}

json::Value outcomeJson(const TableOutcome &outcome)
{
    json::Array operations;
    for (const SchemaOperation &operation : outcome.operations)
        operations.push_back(toJson(operation));
    json::Object object;
    object.set("name", outcome.name);
    object.set("action", nameOf(outcome.action));
    object.set("physical_table_name", outcome.physicalName);
    object.set("operations", std::move(operations));
    return json::Value(std::move(object));
}

json::Value failureJson(const TableFailure &failure)
{
    json::Object object;
    object.set("table", failure.table);
    object.set("message", failure.message);
    object.set("detail", failure.detail);
    return json::Value(std::move(object));
}

} // namespace

std::size_t SchemaReport::count(TableAction action) const
{
    return std::size_t(std::count_if(tables.begin(), tables.end(),
                                     [&](const TableOutcome &outcome) { return outcome.action == action; }));
}

json::Object SchemaReport::toJson() const
{
    const auto number = [](std::size_t n) { return json::Value(std::int64_t(n)); };
    json::Array errors;
    for (const TableFailure &failure : failures)
        errors.push_back(failureJson(failure));
    json::Array outcomes;
    for (const TableOutcome &outcome : tables)
        outcomes.push_back(outcomeJson(outcome));
    json::Array notes;
    for (const QString &warning : warnings)
        notes.emplace_back(warning);

    json::Object object;
    object.set("created_count", number(count(TableAction::Created)));
    object.set("updated_count", number(count(TableAction::Updated)));
    object.set("unchanged_count", number(count(TableAction::Unchanged)));
    object.set("error_count", number(failures.size()));
    object.set("errors", std::move(errors));
    object.set("tables", std::move(outcomes));
    object.set("dry_run", dryRun);
    object.set("warnings", std::move(notes));
    return object;
}

} // namespace tenantry::data
