// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/console.h"

/// A site as the table of sites has it, whatever state it is in.
struct ListedSite
{
    QString slug;
    QString organization;
    QString state; ///< ready, creating, deleting
    bool active = true;
    std::int64_t schemaVersion = 0;
    tenantry::sql::Place place;
};

/// By slug.
tenantry::Result<std::vector<ListedSite>> listedSites(const tenantry::sql::EngineOptions &data);

/// What is wrong with the site's database, as sentences; empty when nothing is. Servers may be running.
QStringList faultsOf(const tenantry::sql::EngineOptions &data, const ListedSite &site);

/// Databases of no site in a data folder, as paths relative to it. None with PostgreSQL, where a schema may be
/// anybody's.
tenantry::Result<QStringList> strayFiles(const tenantry::sql::EngineOptions &data);

/// Builds the indexes of the site's database again and notes which version it really is at. With SQLite no server may
/// be running.
tenantry::Result<void> repairSite(const tenantry::sql::EngineOptions &data, const ListedSite &site);
