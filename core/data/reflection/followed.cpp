// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/followed.h"

#include "core/data/schema/checkconditions.h"

#include <algorithm>

namespace tenantry::data {

namespace {

std::vector<std::string> namesIn(const json::Value &list)
{
    std::vector<std::string> names;
    if (list.isString())
        names.emplace_back(list.string());
    if (list.isArray()) {
        for (const json::Value &name : list.array())
            names.emplace_back(name.string());
    }
    return names;
}

template<class Predicate>
void removeEntries(json::Object &definition, const char *key, Predicate isRemoved)
{
    json::Value *list = definition.find(key);
    if (!list || !list->isArray())
        return;
    std::erase_if(*list->array(), isRemoved);
    if (list->array()->empty())
        definition.remove(key);
}

} // namespace

void Followed::makeRoom(const FollowedTable &table, OperationKind kind, const std::string &subject, std::string sql,
                        const QString &reason)
{
    SchemaOperation operation{.kind = kind, .table = table.before.name, .column = subject};
    operation.sql = std::move(sql);
    operation.reason = reason;
    room.push_back(std::move(operation));
}

json::Value Followed::held() const
{
    json::Object held = definition;
    for (const std::string &column : unheldUnique)
        constraintsOf(*fieldOf(held, column)).remove("unique");
    for (const auto &[column, kind] : unheldRules)
        constraintsOf(*fieldOf(held, column)).remove(spellingOf(kind).toStdString());
    removeEntries(held, "indexes", [&](const json::Value &index) {
        return unheldIndexes.contains(std::string(index["name"].string()));
    });
    removeEntries(held, "foreignKeys", [&](const json::Value &key) {
        std::string columns;
        for (const std::string &name : namesIn(key["fields"]))
            columns += (columns.empty() ? "" : ",") + name;
        return unheldKeys.contains(columns);
    });
    return json::Value(std::move(held));
}

json::Object *fieldOf(json::Object &definition, std::string_view name)
{
    json::Value *fields = definition.find("fields");
    if (!fields || !fields->isArray())
        return nullptr;
    for (json::Value &field : *fields->array()) {
        if (field["name"].string() == name)
            return field.object();
    }
    return nullptr;
}

json::Object &constraintsOf(json::Object &field)
{
    json::Value *constraints = field.find("constraints");
    if (!constraints || !constraints->isObject()) {
        field.set("constraints", json::Object());
        constraints = field.find("constraints");
    }
    return *constraints->object();
}

} // namespace tenantry::data
