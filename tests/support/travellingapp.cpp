// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/travellingapp.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

packages::AppPackage exportedShop(const packages::PackageService &service, const Site &site,
                                  packages::PackageParts parts)
{
    const QByteArray archive = expectValue(service.exportApp(site, TestSite::administrator(site), u"shop"_s, parts));
    return expectValue(packages::readPackage(expectValue(packages::readZip(archive))));
}

Result<packages::PackageReport> imported(const packages::PackageService &service, const Site &site,
                                         const packages::AppPackage &package, const packages::PackageOptions &options)
{
    return service.importApp(site, TestSite::administrator(site), package, options).wait();
}

} // namespace tenantry::test
