// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tablejson.h"

#include "core/base/datetime.h"
#include "core/data/graph/edgestable.h"
#include "core/data/mirrors.h"
#include "core/data/systemtables.h"
#include "core/json/nullable.h"

namespace tenantry::server {

namespace {

/// Something that is true, or an object that says how.
bool isOn(const json::Value &value)
{
    return value.boolean() || value.isObject();
}

} // namespace

json::Object tableJson(const data::TableRecord &record, bool appIsActive)
{
    const data::Table &table = record.table;
    const json::Value &searchFields = table.definition["search_fields"];
    json::Object object;
    object.set("id", table.id);
    object.set("name", table.name);
    object.set("title", table.title);
    object.set("description", table.description);
    object.set("app", table.appSlug);
    object.set("provider_type", table.providerType);
    object.set("provider_config", record.providerConfig);
    object.set("schema_format", record.schemaFormat);
    object.set("json_schema", table.definition);
    object.set("schema_hash", table.schemaHash);
    object.set("physical_table_name", table.physicalName);
    object.set("is_materialized", table.materialized);
    const bool isSystem = data::systemtables::find(table.name) != nullptr;
    object.set("is_system", isSystem);
    const bool isMirror = data::mirrors::isOne(table);
    object.set("is_reference", isMirror);
    object.set("read_only", isSystem || isMirror);
    object.set("hierarchy", isOn(table.definition["hierarchy"]));
    object.set("search_fields", searchFields.isArray() ? searchFields : json::Value(json::Array()));
    object.set("audit_enabled", record.auditEnabled);
    object.set("assigned_to", json::orNull(record.assignedTo));
    object.set("edges_table",
               data::edgestable::isWantedBy(table) ? json::Value(data::edgestable::name(table.name)) : json::Value());
    object.set("row_count_estimate", nullptr);
    object.set("is_active", appIsActive);
    object.set("created_by", json::orNull(record.createdBy));
    object.set("modified_by", json::orNull(record.modifiedBy));
    object.set("created_at", formatDateTime(record.createdAt));
    object.set("updated_at", formatDateTime(record.updatedAt));
    return object;
}

} // namespace tenantry::server
