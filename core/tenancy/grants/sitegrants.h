// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/sql/database.h"
#include "core/tenancy/grants/grantstore.h"

namespace tenantry {

class Mirrors;

/// An account or group that holds permissions on a site.
struct SiteHolder
{
    std::int64_t id = 0;
    QString name;                ///< user name, or the group's
    std::optional<QString> role; ///< of an account in the site's organization
    QStringList permissions;     ///< effective, implied ones included, sorted
    QStringList granted;         ///< what was granted on the site itself and can be revoked there, sorted
};

/// Who is granted permissions on a site, or loses them; one of the two names.
struct GrantOrder
{
    QString username; ///< or UUID
    QString group;    ///< name
    QStringList permissions;
};

/// Who holds what on a site, and giving and taking it, for those who manage the site's users. Nobody gives or takes
/// what they do not hold, or takes from somebody who holds more; who is granted something is an active member of the
/// site's organization (groups are not asked: they give their members only what these may have). `site` is a slug or
/// UUID. Mirrors have followed when the answer is there. Thread-safe.
class SiteGrants
{
public:
    SiteGrants(sql::Database &platform, Mirrors &mirrors, const Clock &clock);

    Result<Page<SiteHolder>> accounts(const PlatformPrincipal &who, const QString &site,
                                      const HolderQuery &query) const;
    Result<Page<SiteHolder>> groups(const PlatformPrincipal &who, const QString &site, const HolderQuery &query) const;
    /// What was granted on a site and taken, also of one that is gone for superusers, by its UUID.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, const QString &site,
                                                const audit::history::Query &query) const;
    /// Answers what was asked for, sorted; what was held already stays so.
    Later<QStringList> grant(const PlatformPrincipal &who, const QString &site, const GrantOrder &order) const;
    /// Answers what was taken, sorted; what was not granted is not.
    Later<QStringList> revoke(const PlatformPrincipal &who, const QString &site, const GrantOrder &order) const;

private:
    sql::Database &m_platform;
    Mirrors &m_mirrors;
    const Clock &m_clock;
};

/// Forbidden where one of the permissions is none of those held.
Result<void> checkHolds(const QStringList &held, const QStringList &permissions);

} // namespace tenantry
