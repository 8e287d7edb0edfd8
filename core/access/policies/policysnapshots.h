// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policyset.h"
#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/tenancy/site.h"

#include <chrono>
#include <mutex>

namespace tenantry::access {

/// Who asks, as conditions see them.
struct Caller
{
    QStringList roles;           ///< names of all they hold in the app in effect, with "user"
    json::Value principal;       ///< {id, roles, attr}
    std::optional<Micros> until; ///< from then on they hold less
};

/// What decisions are made of, kept for some time: the compiled policies of apps, and what callers hold there. What
/// this server changes is seen by the next request, what others change within a second; roles count to the moment at
/// which they expire. Bounded. Thread-safe.
///
/// What has to be read again and cannot be does not go on to hold, since it may have been taken back. Only inside a
/// write of the site, where nothing else can be read, what its request was decided by before it does.
class PolicySnapshots
{
public:
    explicit PolicySnapshots(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Of an app without any, an empty set; null when it has to be read and cannot be.
    std::shared_ptr<const PolicySet> policies(const Site &site, const QString &app);
    /// Null likewise.
    std::shared_ptr<const Caller> caller(const Site &site, const SitePrincipal &who, const QString &app);

    /// The same without remembering, of anybody.
    static Result<Caller> callerOf(sql::Session &session, const SitePrincipal &who, const QString &app, Micros now);

private:
    using Time = std::chrono::steady_clock::time_point;
    using SetsByApp = QHash<QString, std::shared_ptr<const PolicySet>>;

    struct OfSite
    {
        std::shared_ptr<const SetsByApp> sets;
        std::int64_t version = 0;
        std::uint64_t ownWrites = 0;
        Time readAt;
    };
    struct OfCaller
    {
        std::shared_ptr<const Caller> caller;
        std::uint64_t ownWrites = 0;
        Time readAt;
    };

    std::shared_ptr<const SetsByApp> sets(const Site &site);
    Result<OfSite> load(const Site &site, const OfSite &known) const;

    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<QString, OfSite> m_sites;     ///< by UUID
    QHash<QString, OfCaller> m_callers; ///< by the site's UUID, app and user
};

} // namespace tenantry::access
