// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packages/packageservice.h"
#include "tests/support/testsite.h"

namespace tenantry::test {

/// The tables of an app `shop` that goes from site to site in a package: one refers to the other.
inline constexpr const char *shopTables = R"({"resources": [
    {"name": "shelves", "schema": {"fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"}},
    {"name": "books", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "shelf_id", "type": "integer"}],
        "primaryKey": "id",
        "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves", "fields": "id"}}]}}]})";

/// The package that an administrator of the site gets of its app `shop`.
packages::AppPackage exportedShop(const packages::PackageService &service, const Site &site,
                                  packages::PackageParts parts = {});

/// What an administrator of the site is told who imports it there.
Result<packages::PackageReport> imported(const packages::PackageService &service, const Site &site,
                                         const packages::AppPackage &package,
                                         const packages::PackageOptions &options = {});

} // namespace tenantry::test
