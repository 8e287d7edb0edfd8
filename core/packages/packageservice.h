// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/data/schema/schemachange.h"
#include "core/packages/apppackage.h"
#include "core/tenancy/site.h"

#include <map>

namespace tenantry::packages {

/// What of an app travels with it.
struct PackageParts
{
    bool roles = true;
    bool tables = true;
    bool policies = true; ///< but exceptions for single users
    bool secrets = true;  ///< without their values
};

enum class ExistingApp {
    Refuse,   ///< ErrorCode::Conflict
    Overwrite ///< what the package has changes; what it does not have stays
};

enum class PackageRun {
    Apply,
    DryRun, ///< says what it would do
};

struct PackageOptions
{
    std::optional<QString> slug; ///< of the app to be; the package's own unless said
    ExistingApp existing = ExistingApp::Refuse;
    PackageRun run = PackageRun::Apply;
};

/// What an import has done, by kind: "app", "roles", "datatables", "policies", "secrets".
struct PackageReport
{
    QString app; ///< its slug
    std::map<QString, std::int64_t> created;
    std::map<QString, std::int64_t> updated;
    std::vector<Skipped> skipped;
    QStringList warnings;
};

/// Apps on their way from one site to another, or through time: what they are made of, without rows. For app managers.
/// Thread-safe.
class PackageService
{
public:
    /// `limit` is for one statement of an import, then ErrorCode::Timeout.
    PackageService(const Clock &clock, const secrets::Vault &vault, std::chrono::milliseconds limit = data::changeLimit)
        : m_clock(clock)
        , m_vault(vault)
        , m_limit(limit)
    {
    }

    /// A zip archive.
    Result<QByteArray> exportApp(const Site &site, const SitePrincipal &principal, const QString &app,
                                 PackageParts parts) const;

    /// Makes the app, or changes it, in one transaction. Secrets that it has not come with a placeholder for their
    /// value, of which a warning tells; those of types that the site does not have are left out. Warnings tell of roles
    /// in policies that the app does not have.
    Later<PackageReport> importApp(const Site &site, const SitePrincipal &principal, AppPackage package,
                                   const PackageOptions &options) const;

private:
    const Clock &m_clock;
    const secrets::Vault &m_vault;
    const std::chrono::milliseconds m_limit;
};

} // namespace tenantry::packages
