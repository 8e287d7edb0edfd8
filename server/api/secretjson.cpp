// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/secretjson.h"

#include "core/base/datetime.h"
#include "server/api/histories.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

json::Value textOrNull(const QString &text)
{
    return text.isEmpty() ? json::Value() : json::Value(text);
}

json::Array listOf(const QStringList &texts)
{
    json::Array list;
    for (const QString &text : texts)
        list.emplace_back(text);
    return list;
}

json::Value shownValue(const secrets::Secret &secret)
{
    return secret.value ? *secret.value : json::Value("[ENCRYPTED]");
}

} // namespace

json::Value secretJson(const secrets::Secret &secret)
{
    json::Object object;
    object.set("key", secret.key);
    object.set("name", secret.key);
    object.set("value", shownValue(secret));
    object.set("secret_type", secret.typeName);
    object.set("sensitivity_level", nameOf(secret.sensitivity));
    object.set("app", textOrNull(secret.app));
    object.set("tags", listOf(secret.tags));
    object.set("description", secret.description);
    object.set("created_at", dateTimeText(secret.createdAt));
    object.set("updated_at", dateTimeText(secret.updatedAt));
    return object;
}

json::Value secretMetadata(const secrets::Secret &secret)
{
    json::Object object;
    object.set("value", shownValue(secret));
    object.set("tags", listOf(secret.tags));
    object.set("secret_type", secret.typeName);
    object.set("sensitivity_level", nameOf(secret.sensitivity));
    return object;
}

json::Value secretHistoryJson(const secrets::SecretHistoryEntry &entry, const QString &app)
{
    json::Object object =
        historyHead({entry.id, entry.at, entry.change, entry.user, std::nullopt, entry.correlationId, {}});
    object.set("key", entry.key);
    object.set("app", textOrNull(app));
    object.set("secret_type", entry.typeName);
    object.set("sensitivity_level", entry.sensitivity);
    object.set("tags", listOf(entry.tags));
    object.set("description", entry.description);
    return object;
}

json::Value secretTypeJson(const secrets::SecretType &type)
{
    json::Object object;
    object.set("name", type.name);
    object.set("slug", type.slug);
    object.set("description", type.description);
    object.set("schema", type.schema);
    object.set("sensitivity_level", nameOf(type.sensitivity));
    object.set("category", type.system ? "system" : "custom");
    object.set("created_at", dateTimeText(type.createdAt));
    object.set("updated_at", dateTimeText(type.updatedAt));
    return object;
}

} // namespace tenantry::server
