// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/checkrequest.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr qsizetype longest = 255;

Result<QString> textOf(const json::Value &value, const QString &path)
{
    const QString text = value.text();
    if (text.isEmpty() || text.size() > longest)
        return failure(Error::field(path, u"Must be a text of 1 to %1 characters."_s.arg(longest)));
    return text;
}

/// Clients send the keys of rows as they are.
Result<QString> idOf(const json::Value &value, const QString &path)
{
    return value.integer() ? QString::number(*value.integer()) : textOf(value, path);
}

Result<CheckedEntry> readEntry(const json::Value &entry, const QString &path)
{
    if (!entry.isObject())
        return failure(Error::field(path, u"Must be an object with resource and actions."_s));
    CheckedEntry read;
    read.resource = TRY(readCheckedResource(entry["resource"], path + u".resource"_s));
    const json::Array &actions = entry["actions"].array();
    if (actions.empty() || actions.size() > maxActions)
        return failure(Error::field(path + u".actions"_s, u"Must be a list of 1 to %1 actions."_s.arg(maxActions)));
    for (std::size_t i = 0; i < actions.size(); ++i) {
        read.actions.append(TRY(textOf(actions[i], path + u".actions."_s + QString::number(i))));
    }
    return read;
}

} // namespace

Result<std::vector<CheckedEntry>> readChecks(const json::Value &body)
{
    if (body.object().contains("principal"))
        return failure(ErrorCode::BadRequest, u"Checks are made for whoever asks; leave the principal out."_s);
    const json::Array &resources = body["resources"].array();
    if (resources.empty() || resources.size() > maxCheckedResources)
        return failure(
            Error::field(u"resources"_s, u"Must be a list of 1 to %1 resources."_s.arg(maxCheckedResources)));
    std::vector<CheckedEntry> entries;
    for (std::size_t i = 0; i < resources.size(); ++i)
        entries.push_back(TRY(readEntry(resources[i], u"resources."_s + QString::number(i))));
    return entries;
}

Result<access::CheckedResource> readCheckedResource(const json::Value &resource, const QString &path)
{
    if (!resource.isObject())
        return failure(Error::field(path, u"Must be an object with kind and id."_s));
    access::CheckedResource read;
    read.kind = TRY(textOf(resource["kind"], path + u".kind"_s));
    read.id = TRY(idOf(resource["id"], path + u".id"_s));
    if (const json::Value &version = resource["policyVersion"]; !version.isNull())
        read.version = TRY(textOf(version, path + u".policyVersion"_s));
    const json::Value &attributes = resource["attr"];
    if (!attributes.isNull() && !attributes.isObject())
        return failure(Error::field(path + u".attr"_s, u"Must be an object."_s));
    if (attributes.isObject())
        read.attributes = attributes;
    return read;
}

Result<json::Value> readAuxiliary(const json::Value &body)
{
    const json::Value &auxiliary = body["auxData"];
    if (!auxiliary.isNull() && !auxiliary.isObject())
        return failure(Error::field(u"auxData"_s, u"Must be an object."_s));
    return auxiliary.isObject() ? auxiliary : json::Value(json::Object());
}

} // namespace tenantry::server
