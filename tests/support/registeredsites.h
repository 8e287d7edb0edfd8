// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenancy/site.h"
#include "tests/support/testdatabase.h"

namespace tenantry::test {

/// The migrations of sites but for the last: what the version of Tenantry before that one knew.
sql::Migrations olderSiteMigrations();

/// Rows of the platform's tables for sites number 1 to `count` of an organization, in one statement and without their
/// databases; those may be made of siteNumber()'s names.
void registerSites(sql::Database &platform, int count, int schemaVersion);

/// As registerSites() wrote it; its slug is "site-NUMBER".
SiteInfo siteNumber(int number, int schemaVersion);

/// The database of a site as the migrations leave it.
void makeSiteDatabase(TestEngine &deployment, const SiteInfo &site, sql::Migrations migrations);

/// The files and sockets that a process has open, as what they are links to.
QStringList openDescriptors(qint64 processId);

} // namespace tenantry::test
