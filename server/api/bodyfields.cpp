// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/bodyfields.h"

namespace tenantry::server {

std::optional<QString> textField(const json::Value &body, std::string_view name)
{
    const json::Value &value = body[name];
    return value.isString() ? std::optional(value.text()) : std::nullopt;
}

std::optional<std::optional<QString>> nullableTextField(const json::Value &body, std::string_view name)
{
    if (!body.object().contains(name))
        return {};
    return std::optional(textField(body, name));
}

std::optional<bool> booleanField(const json::Value &body, std::string_view name)
{
    const json::Value &value = body[name];
    return value.isBool() ? std::optional(value.boolean()) : std::nullopt;
}

std::optional<std::int64_t> integerField(const json::Value &body, std::string_view name)
{
    return body[name].integer();
}

std::optional<json::Value> objectField(const json::Value &body, std::string_view name)
{
    const json::Value &value = body[name];
    return value.isObject() ? std::optional(value) : std::nullopt;
}

} // namespace tenantry::server
