// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"

#include <vector>

namespace tenantry::secrets {

/// Which secrets to list: those of one level.
struct SecretQuery
{
    QString search;   ///< part of the key, ignoring case
    QStringList tags; ///< all of them
    QString type;     ///< name or slug
    std::vector<Sensitivity> sensitivities{Sensitivity::Public, Sensitivity::Private, Sensitivity::Sensitive};
    std::optional<std::vector<QString>> keys; ///< at most these
    Window window;
};

/// Records of secrets in a site's database, with their tags; values as they are stored. Slugs of apps are the caller's
/// to add.
namespace secretstore {

/// By key.
Result<Page<Secret>> list(sql::Session &session, std::int64_t appId, const SecretQuery &query);
/// All of one level, by key.
Result<std::vector<Secret>> all(sql::Session &session, std::int64_t appId);
/// The secrets with these keys of the app and of the site (`appId` 0: of the site alone), those of the app first.
Result<std::vector<Secret>> find(sql::Session &session, std::int64_t appId, const QStringList &keys);
Result<std::optional<Secret>> findOwn(sql::Session &session, std::int64_t appId, const QString &key);
Result<std::int64_t> count(sql::Session &session, std::int64_t appId);

Result<void> insert(sql::Transaction &transaction, const Secret &secret);
/// Value, type, description and time of change.
Result<void> update(sql::Transaction &transaction, const Secret &secret);
Result<void> remove(sql::Transaction &transaction, const QString &id);
/// These tags and no others; makes those that do not exist.
Result<void> setTags(sql::Transaction &transaction, const Secret &secret, Micros now);

} // namespace secretstore

} // namespace tenantry::secrets
