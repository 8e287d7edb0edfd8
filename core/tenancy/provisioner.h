// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/threadpool.h"
#include "core/sql/migrator.h"
#include "core/tenancy/siterecord.h"
#include "core/tenancy/sitestore.h"

namespace tenantry {

struct Config;
struct PlatformPrincipal;
class Clock;
class Mirrors;
class SiteDirectory;
namespace sql {
class Engine;
}

/// Makes sites and takes them away, whole or not at all. The steps cross two databases, so a site in the making is one
/// that nobody sees, under a lease; what a crash leaves behind is removed by cleanUp(). Works on threads of its own, a
/// few sites at a time. Thread-safe.
class Provisioner
{
public:
    Provisioner(const Config &config, sql::Engine &engine, sql::Database &platform, SiteDirectory &directory,
                Mirrors &mirrors, const Clock &clock);
    ~Provisioner(); ///< waits for what has begun

    /// The site is usable, this server routes to it, and the organization's owners have mirrors there when the answer
    /// arrives.
    Later<SiteRecord> create(const PlatformPrincipal &who, const QString &organization, const NewSite &wanted);

    /// Waits up to ten seconds for requests that use the site, but `ownLeases` of the caller's, stops the statements
    /// of those that take longer, then drops all it holds.
    Later<void> remove(const PlatformPrincipal &who, const QString &site, int ownLeases);

    /// Removes half-made and half-deleted sites and answers how many: on SQLite all there are, since nobody else has
    /// the data folder; on PostgreSQL those whose maker's lease has run out. Blocks; called when the server starts.
    Result<int> cleanUp();

private:
    struct Reservation;

    Result<Reservation> reserve(const PlatformPrincipal &who, const QString &organization, const NewSite &wanted);
    Result<void> build(const Reservation &reservation);
    Result<SiteRecord> provision(const PlatformPrincipal &who, const QString &organization, const NewSite &wanted);
    Result<void> removeSite(const PlatformPrincipal &who, const QString &site, int ownLeases);
    Result<void> drop(const LeftOverSite &site);
    Result<int> dropLeftOvers(Micros expiredBefore);

    template<class T>
    Later<T> inBackground(std::function<Result<T>()> work);

    const Config &m_config;
    sql::Engine &m_engine;
    sql::Database &m_platform;
    SiteDirectory &m_directory;
    Mirrors &m_mirrors;
    const Clock &m_clock;
    const sql::Migrator m_migrator;
    ThreadPool m_threads; ///< last: its work ends before the rest goes
};

} // namespace tenantry
