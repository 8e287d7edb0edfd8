// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/portablesecret.h"

#include "core/base/ids.h"
#include "core/json/writer.h"
#include "core/secrets/secrethistory.h"
#include "core/secrets/secretstore.h"
#include "core/secrets/secrettypestore.h"
#include "core/tags/tag.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

Result<void> checkPortableSecret(const PortableSecret &secret, const QString &place)
{
    if (!isSecretKey(secret.key))
        return failure(Error::field(place + u"key"_s, u"This cannot be the key of a secret."_s));
    if (secret.description.size() > maxDescriptionLength)
        return failure(Error::field(place + u"description"_s, u"At most %1 characters."_s.arg(maxDescriptionLength)));
    if (secret.tags.size() > maxTags)
        return failure(Error::field(place + u"tags"_s, u"At most %1 tags."_s.arg(maxTags)));
    for (const QString &tag : secret.tags) {
        if (const QString problem = tags::tagNameProblem(tag); !problem.isEmpty())
            return failure(Error::field(place + u"tags"_s, problem));
    }
    return {};
}

Result<std::vector<PortableSecret>> portableSecrets(sql::Session &session, std::int64_t appId)
{
    std::vector<PortableSecret> portable;
    for (const Secret &secret : TRY(secretstore::all(session, appId)))
        portable.push_back({secret.key, secret.typeName, secret.tags, secret.description});
    return portable;
}

Result<PortableSecretPlan> planPortableSecrets(sql::Session &session, std::optional<std::int64_t> appId,
                                               const std::vector<PortableSecret> &secrets)
{
    PortableSecretPlan plan;
    std::set<QString> keys; // a key that comes twice is there already
    for (std::size_t i = 0; i < secrets.size(); ++i) {
        const auto type = TRY(secrettypestore::findNamed(session, secrets[i].type));
        bool present = !keys.insert(secrets[i].key).second;
        if (!present && appId)
            present = TRY(secretstore::findOwn(session, *appId, secrets[i].key)).has_value();
        (present ? plan.present : type ? plan.created : plan.unknownType).push_back(i);
    }
    return plan;
}

Result<void> takePortableSecrets(sql::Transaction &transaction, const Vault &vault, const QString &siteUuid,
                                 std::int64_t appId, const std::vector<PortableSecret> &secrets,
                                 const PortableSecretPlan &plan, const QString &username, std::int64_t now)
{
    for (const std::size_t index : plan.created) {
        const PortableSecret &portable = secrets[index];
        const auto type = TRY(secrettypestore::findNamed(transaction, portable.type));
        if (!type)
            return failure(ErrorCode::Conflict, u"A secret type has gone in the meantime; try again."_s);
        Secret secret;
        secret.id = newUuid();
        secret.appId = appId;
        secret.key = portable.key;
        secret.typeId = type->id;
        secret.typeName = type->name;
        secret.sensitivity = type->sensitivity;
        secret.description = portable.description;
        secret.tags = portable.tags;
        secret.tags.removeDuplicates();
        secret.createdAt = secret.updatedAt = now;
        secret.stored = json::write(placeholderValue);
        if (secret.sensitivity != Sensitivity::Public) {
            const DataKey key = TRY(vault.ensureDataKey(transaction, siteUuid));
            secret.stored = key.seal(secret.stored, secret.id);
        }
        TRY(secretstore::insert(transaction, secret));
        TRY(secretstore::setTags(transaction, secret, now));
        SecretHistoryEntry entry;
        entry.at = now;
        entry.change = u"+"_s;
        entry.user = username;
        TRY(secrethistory::add(transaction, secret, std::move(entry)));
    }
    return {};
}

} // namespace tenantry::secrets
