// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/objectschema.h"

namespace tenantry::server {

namespace {

json::Value typeSchema(std::string_view type)
{
    json::Object schema;
    if (type.ends_with('?'))
        schema.set("type", json::Array{type.substr(0, type.size() - 1), "null"});
    else
        schema.set("type", type);
    return schema;
}

} // namespace

json::Value objectSchema(std::initializer_list<std::pair<std::string_view, std::string_view>> members)
{
    json::Object properties;
    json::Array required;
    for (const auto &[name, type] : members) {
        properties.set(name, typeSchema(type));
        required.emplace_back(name);
    }
    json::Object schema;
    schema.set("type", "object");
    schema.set("properties", std::move(properties));
    schema.set("required", std::move(required));
    return schema;
}

} // namespace tenantry::server
