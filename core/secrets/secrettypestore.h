// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrettype.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"

namespace tenantry::secrets {

/// Which types to list.
struct SecretTypeQuery
{
    std::optional<bool> system;
    QString search; ///< part of name or description, ignoring case
    Window window;
};

/// Records of types in a site's database.
namespace secrettypestore {

/// By name.
Result<Page<SecretType>> list(sql::Session &session, const SecretTypeQuery &query);
Result<std::optional<SecretType>> findBySlug(sql::Session &session, const QString &slug);
/// By name, else by slug.
Result<std::optional<SecretType>> findNamed(sql::Session &session, const QString &nameOrSlug);
Result<std::int64_t> countSecretsOf(sql::Session &session, std::int64_t id);

/// With an id and a slug of its own.
Result<SecretType> insert(sql::Transaction &transaction, SecretType type);
/// All but slug, sensitivity and category, which do not change.
Result<void> update(sql::Transaction &transaction, const SecretType &type);
Result<void> remove(sql::Transaction &transaction, std::int64_t id);

} // namespace secrettypestore

} // namespace tenantry::secrets
