// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/catalogue.h"
#include "core/tenancy/site.h"

namespace tenantry::data {

/// Loads catalogues and keeps each site's current one. Thread-safe; without state of its own.
class CatalogueStore
{
public:
    /// The site's snapshot; loaded on first use, and on PostgreSQL looked at again when it is older than a second.
    Result<std::shared_ptr<const Catalogue>> current(const Site &site) const;

    /// Inside a write: the catalogue as of this transaction. Takes the site's shared advisory lock on PostgreSQL, so
    /// that no definition changes before the transaction ends. Usually one small query; loads when the version moved.
    Result<std::shared_ptr<const Catalogue>> current(const Site &site, sql::Transaction &transaction) const;

    /// Inside a write that changes definitions: takes the lock exclusively, and after the change raises the version.
    Result<void> lockForChange(sql::Transaction &transaction) const;
    Result<void> bumpVersion(sql::Transaction &transaction) const;

    /// The catalogue as this session sees it, read anew and kept nowhere.
    Result<std::shared_ptr<const Catalogue>> load(sql::Session &session) const;

    /// Loads the catalogue and makes it the site's current one. After a change of definitions, cataloguechange.h has
    /// done so before the caller answers.
    Result<void> refresh(const Site &site) const;
};

} // namespace tenantry::data
