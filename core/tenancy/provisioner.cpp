// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/provisioner.h"

#include "core/access/siteaccess.h"
#include "core/base/ids.h"
#include "core/base/slug.h"
#include "core/config/config.h"
#include "core/identity/accounts.h"
#include "core/identity/siteusers.h"
#include "core/sql/engine.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/domainservice.h"
#include "core/tenancy/grants/grantstore.h"
#include "core/tenancy/mirrors/mirrors.h"
#include "core/tenancy/sitedirectory.h"
#include "core/tenancy/sitenames.h"
#include "core/tenancy/siteservice.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry {

namespace {

constexpr int threads = 2;
constexpr std::size_t maxWaiting = 64;
constexpr Micros leaseTime = 2 * 60 * 1'000'000LL;
constexpr auto patience = 10s; ///< with requests that still use a site being deleted

Result<void> check(const NewSite &wanted, const QString &prefixedName)
{
    return checkSiteFields({prefixedName, wanted.description, wanted.environment, wanted.active, wanted.settings});
}

Result<QString> chooseSlug(sql::Session &platform, const QString &prefixedName)
{
    Result<void> asked;
    const QString slug = freeSlug(slugFrom(prefixedName, u"site"_s), [&](const QString &candidate) {
        if (isReservedSlug(candidate) || isUuid(candidate))
            return true;
        const Result<bool> taken = SiteStore::isSlugTaken(platform, candidate);
        if (!taken)
            asked = failure(taken.error());
        return taken.value_or(false);
    });
    TRY(asked);
    return slug;
}

Result<QString> chooseSchemaName(sql::Session &platform, const NewSite &wanted, const QString &prefixedName)
{
    if (wanted.schemaName) {
        TRY(checkSchemaName(*wanted.schemaName));
        if (TRY(SiteStore::isSchemaNameTaken(platform, *wanted.schemaName)))
            return failure(Error::field(u"schema_name"_s, u"This schema name is taken; choose another."_s));
        return *wanted.schemaName;
    }
    Result<void> asked;
    const QString name = freeSchemaName(schemaNameFrom(prefixedName), [&](const QString &candidate) {
        const Result<bool> taken = SiteStore::isSchemaNameTaken(platform, candidate);
        if (!taken)
            asked = failure(taken.error());
        return taken.value_or(false);
    });
    TRY(asked);
    return name;
}

/// What every site begins with; can be run again.
Result<void> seed(sql::Transaction &site, const identity::Account &creator, Micros now)
{
    TRY(access::seedSiteAccess(site, now));
    identity::MirrorFlags flags;
    flags.staff = true;
    flags.superuser = true;
    const identity::SiteUser admin = TRY(identity::SiteUsers::mirror(site, creator, flags, now));
    return access::addToGroup(site, access::siteAdmins, admin.id);
}

Result<void> checkSiteLimit(const PlatformPrincipal &who, const Organization &organization)
{
    if (!who.superuser && !organization.canAddSite()) {
        return failure(ErrorCode::BadRequest,
                       u"The organization has reached its limit of %1 sites."_s.arg(organization.maxSites));
    }
    return {};
}

} // namespace

/// A site that is written down, and nothing more yet.
struct Provisioner::Reservation
{
    SiteRecord site;
    identity::Account creator;
};

Provisioner::Provisioner(const Config &config, sql::Engine &engine, sql::Database &platform, SiteDirectory &directory,
                         Mirrors &mirrors, const Clock &clock)
    : m_config(config)
    , m_engine(engine)
    , m_platform(platform)
    , m_directory(directory)
    , m_mirrors(mirrors)
    , m_clock(clock)
    , m_migrator(sql::Migrations::site())
    , m_threads(threads, maxWaiting)
{
}

Provisioner::~Provisioner() = default;

template<class T>
Later<T> Provisioner::inBackground(std::function<Result<T>()> work)
{
    Promise<T> promise;
    Later<T> later = promise.later();
    if (!m_threads.post([promise, work = std::move(work)] { promise.settle(work()); }))
        return failure(ErrorCode::Unavailable, u"Too many sites are being made or deleted; try again in a minute."_s);
    return later;
}

Later<SiteRecord> Provisioner::create(const PlatformPrincipal &who, const QString &organization, const NewSite &wanted)
{
    return m_mirrors.followed(inBackground<SiteRecord>([=, this] { return provision(who, organization, wanted); }));
}

Result<SiteRecord> Provisioner::provision(const PlatformPrincipal &who, const QString &organization,
                                          const NewSite &wanted)
{
    // What a crashed server left would otherwise keep its name until some server starts. If it cannot go now, it stays.
    Q_UNUSED(dropLeftOvers(m_clock.now()))
    const Reservation reservation = TRY(reserve(who, organization, wanted));
    const Result<void> built = build(reservation);
    if (!built) {
        // What cannot be removed now stays out of sight until cleanUp().
        const SiteRecord &site = reservation.site;
        Q_UNUSED(drop({site.id, site.uuid, site.schemaName}))
        return failure(built.error());
    }
    TRY(m_directory.refresh());
    const auto made =
        TRY(m_platform.read([&](sql::Session &platform) { return SiteStore::find(platform, reservation.site.uuid); }));
    if (!made)
        return failure(ErrorCode::Conflict, u"The site was deleted as soon as it was made."_s);
    return *made;
}

Result<Provisioner::Reservation> Provisioner::reserve(const PlatformPrincipal &who, const QString &organization,
                                                      const NewSite &wanted)
{
    SiteRecord draft;
    draft.uuid = newUuid();
    draft.name = prefixedSiteName(wanted.name.trimmed(), m_config.environment);
    TRY(check(wanted, draft.name));
    draft.description = wanted.description;
    draft.environment = wanted.environment.value_or(draft.environment);
    draft.active = wanted.active.value_or(true);
    draft.settings = wanted.settings.value_or(json::Object());
    draft.createdAt = draft.modifiedAt = m_clock.now();
    const PlatformHosts &hosts = m_directory.platformHosts();
    return m_platform
        .write([=, &hosts](sql::Transaction &platform) -> Result<Reservation> {
            platform.setOrigin(who.origin);
            TRY(lockDirectory(platform));
            const Organization owner =
                TRY(organizationFor(platform, who, organization, {u"manage_sites"_s, u"manage_organization"_s}))
                    .organization;
            TRY(checkSiteLimit(who, owner));
            const auto creator = TRY(identity::Accounts::byId(platform, who.id));
            if (!creator)
                return failure(ErrorCode::Unauthorized, u"Your account does not exist any more."_s);
            SiteRecord site = draft;
            site.organizationId = owner.id;
            site.slug = TRY(chooseSlug(platform, site.name));
            site.schemaName = TRY(chooseSchemaName(platform, wanted, site.name));
            site.id = TRY(SiteStore::insert(platform, site, site.createdAt + leaseTime));
            TRY(DomainService::addFirst(platform, hosts, site, wanted.domains, site.createdAt));
            TRY(GrantStore::grant(platform, site, {who.id, {}}, {u"admin_site"_s}, site.createdAt,
                                  u"Whoever makes a site administers it"_s));
            return Reservation{std::move(site), *creator};
        })
        .wait();
}

Result<void> Provisioner::build(const Reservation &reservation)
{
    {
        const auto database = TRY(m_engine.createSite(reservation.site.schemaName, reservation.site.uuid));
        TRY(m_migrator.migrate(database).wait());
        TRY(database
                ->write([creator = reservation.creator, now = m_clock.now()](sql::Transaction &site) {
                    return seed(site, creator, now);
                })
                .wait());
    }
    return m_platform
        .write([id = reservation.site.id, version = m_migrator.version()](sql::Transaction &platform) -> Result<void> {
            TRY(raiseDirectoryVersion(platform));
            TRY(mirrorjobs::addForSite(platform, id));
            return SiteStore::setReady(platform, id, version);
        })
        .wait();
}

Later<void> Provisioner::remove(const PlatformPrincipal &who, const QString &site, int ownLeases)
{
    return inBackground<void>([=, this] { return removeSite(who, site, ownLeases); });
}

Result<void> Provisioner::removeSite(const PlatformPrincipal &who, const QString &site, int ownLeases)
{
    const Micros leaseUntil = m_clock.now() + leaseTime;
    const SiteRecord doomed = TRY(m_platform
                                      .write([=](sql::Transaction &platform) -> Result<SiteRecord> {
                                          platform.setOrigin(who.origin);
                                          TRY(raiseDirectoryVersion(platform));
                                          SiteRecord found = TRY(siteFor(platform, who, site, {u"delete_site"_s})).site;
                                          TRY(SiteStore::setDeleting(platform, found.id, leaseUntil));
                                          return found;
                                      })
                                      .wait());
    TRY(m_directory.refresh());
    m_directory.pool().shut(doomed.uuid, ownLeases, patience);
    Result<void> dropped = drop({doomed.id, doomed.uuid, doomed.schemaName});
    m_directory.pool().forget(doomed.uuid);
    return dropped;
}

Result<void> Provisioner::drop(const LeftOverSite &site)
{
    TRY(m_engine.dropSite(site.schemaName, site.uuid));
    return m_platform.write([id = site.id](sql::Transaction &platform) { return SiteStore::remove(platform, id); })
        .wait();
}

Result<int> Provisioner::cleanUp()
{
    const bool alone = m_engine.dialect() == sql::Dialect::Sqlite;
    return dropLeftOvers(alone ? std::numeric_limits<Micros>::max() : m_clock.now());
}

Result<int> Provisioner::dropLeftOvers(Micros expiredBefore)
{
    const Micros leaseUntil = m_clock.now() + leaseTime;
    const auto leftOvers = TRY(m_platform
                                   .write([=](sql::Transaction &platform) {
                                       return SiteStore::claimLeftOvers(platform, expiredBefore, leaseUntil);
                                   })
                                   .wait());
    for (const LeftOverSite &site : leftOvers)
        TRY(drop(site));
    return int(leftOvers.size());
}

} // namespace tenantry
