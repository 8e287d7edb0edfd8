// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/systempolicies.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

const QString version = u"default"_s;

/// As somebody would write it.
json::Value bodyOf(const QString &kind)
{
    json::Array actions;
    for (const QString &action : actionsOfKind(kind))
        actions.emplace_back(action);
    json::Object rule;
    rule.set("actions", std::move(actions));
    rule.set("effect", "EFFECT_ALLOW");
    rule.set("roles", json::Array{"user"});
    json::Object policy;
    policy.set("resource", kind);
    policy.set("version", version);
    policy.set("rules", json::Array{std::move(rule)});
    json::Object body;
    body.set("apiVersion", "api.cerbos.dev/v1");
    body.set("resourcePolicy", std::move(policy));
    return body;
}

/// Edges have none of their own: who may do what to them follows from their nodes.
bool hasOne(const data::Table &table)
{
    return !table.nodes;
}

StoredPolicy policyOf(std::int64_t appId, const std::string &table)
{
    StoredPolicy policy;
    policy.appId = appId;
    policy.name = u"datatable:"_s + QString::fromStdString(table);
    policy.version = version;
    policy.system = true;
    policy.body = bodyOf(policy.name);
    return policy;
}

} // namespace

std::optional<StoredPolicy> systemPolicy(std::int64_t appId, const data::Catalogue::App *app, const QString &id)
{
    const QString suffix = u':' + version;
    const auto table = id.endsWith(suffix) ? datatableOf(id.chopped(suffix.size())) : std::nullopt;
    if (!app || !table)
        return {};
    const auto found = app->tables.find(table->toStdString());
    if (found == app->tables.end() || !hasOne(*found->second))
        return {};
    return policyOf(appId, found->first);
}

void addSystemPolicies(std::vector<StoredPolicy> &policies, std::int64_t appId, const data::Catalogue::App *app)
{
    for (const auto &[name, table] : app ? app->tables : decltype(app->tables)()) {
        StoredPolicy policy = policyOf(appId, name);
        const bool replaced =
            std::ranges::any_of(policies, [&](const StoredPolicy &other) { return other.id() == policy.id(); });
        if (hasOne(*table) && !replaced)
            policies.push_back(std::move(policy));
    }
    std::ranges::sort(policies, {}, [](const StoredPolicy &policy) { return std::pair(policy.name, policy.version); });
}

} // namespace tenantry::access
