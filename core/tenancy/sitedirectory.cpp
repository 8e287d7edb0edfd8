// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/sitedirectory.h"

#include "core/config/config.h"
#include "core/tenancy/hostname.h"
#include "core/tenancy/siteprefix.h"
#include "core/tenancy/siteruntime.h"

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr std::int64_t lookInterval = 2'000; ///< milliseconds
/// A site that nobody asked for so long gives back memory that only makes reads faster.
constexpr int looksBetweenReleases = 15;

/// What an open site may take on SQLite: its database and log for each of eight readers and the writer, and the index
/// of the log.
constexpr std::size_t descriptorsOfASite = 2 * (8 + 1) + 1;

/// How many sites may be open at once with the file descriptors this process may have. A quarter stays for sockets.
std::size_t openSitesAllowed()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 64;
    return std::clamp<std::size_t>(limit.rlim_cur * 3 / 4 / descriptorsOfASite, 16, 4096);
}

SitePool::Upgrade upgradePolicy(const Config &config)
{
    if (config.local)
        return SitePool::Upgrade::KeepingACopy;
    return config.development || config.migrateSites ? SitePool::Upgrade::AtFirstOpen : SitePool::Upgrade::Refuse;
}

std::int64_t monotonicMilliseconds()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Error unknownHost()
{
    return Error::make(ErrorCode::NotFound, u"There is no site here."_s,
                       u"Check the host name, or the site's name after /sites/."_s);
}

} // namespace

SiteDirectory::SiteDirectory(const Config &config, sql::Engine &engine, sql::Database &platform)
    : m_platform(platform)
    , m_platformHosts(config)
    , m_development(config.development)
    , m_pool(engine, platform, upgradePolicy(config), openSitesAllowed())
    , m_index(std::make_shared<const HostIndex>())
{
}

SiteDirectory::~SiteDirectory() = default;

Result<void> SiteDirectory::refresh()
{
    const std::lock_guard refreshing(m_refreshing);
    const std::int64_t known = index()->version();
    const auto fresh = TRY(m_platform.read(
        [&](sql::Session &platform) -> Result<std::shared_ptr<const HostIndex>> {
            if (TRY(HostIndex::storedVersion(platform)) == known)
                return std::shared_ptr<const HostIndex>();
            return HostIndex::load(platform);
        },
        sql::ReadKind::Snapshot));
    if (fresh) {
        const std::lock_guard lock(m_mutex);
        m_index = fresh;
    }
    return {};
}

std::shared_ptr<const HostIndex> SiteDirectory::index() const
{
    const std::lock_guard lock(m_mutex);
    return m_index;
}

void SiteDirectory::lookForChanges()
{
    const std::int64_t now = monotonicMilliseconds();
    std::int64_t due = m_nextLook;
    if (now < due || !m_nextLook.compare_exchange_strong(due, now + lookInterval))
        return;
    // Failing, the old index serves on; the database's health is reported elsewhere.
    Q_UNUSED(m_refresher.post([this] {
        Q_UNUSED(refresh())
        if (++m_looks % looksBetweenReleases == 0)
            m_pool.releaseUnused();
    }))
}

Result<Resolution> SiteDirectory::resolve(const RequestAddress &address)
{
    lookForChanges();
    const QByteArray host = normalizedHost(address.host);
    Resolution resolution;
    resolution.path = address.path;
    if (const auto prefix = SitePrefix::of(address.path)) {
        if (!m_platformHosts.contains(host))
            return failure(unknownHost());
        const HostIndex::Info info = siteNamed(prefix->slug);
        if (!info)
            return failure(unknownHost());
        resolution.site = TRY(lease(info));
        resolution.basePath = prefix->base;
        resolution.path = prefix->rest;
        return resolution;
    }
    if (const HostIndex::Info info = siteOfHost(host, address.tenantHeader)) {
        resolution.site = TRY(lease(info));
        return resolution;
    }
    if (!m_platformHosts.contains(host) || (m_development && !address.tenantHeader.isEmpty()))
        return failure(unknownHost());
    resolution.platformHost = true;
    return resolution;
}

HostIndex::Info SiteDirectory::siteNamed(const QByteArray &slugOrUuid) const
{
    const std::shared_ptr<const HostIndex> known = index();
    const QString name = QString::fromLatin1(slugOrUuid);
    const HostIndex::Info info = known->bySlug(name);
    return info ? info : known->byUuid(name);
}

HostIndex::Info SiteDirectory::siteOfHost(const QByteArray &host, const QByteArray &tenantHeader) const
{
    if (HostIndex::Info info = index()->byHost(host))
        return info;
    if (!m_development)
        return nullptr;
    if (!tenantHeader.isEmpty())
        return siteNamed(tenantHeader);
    if (const auto slug = PlatformHosts::developmentSlug(host))
        return siteNamed(*slug);
    return nullptr;
}

Result<Site> SiteDirectory::open(const QString &siteUuid, Purpose purpose)
{
    Q_UNUSED(purpose)
    const HostIndex::Info info = index()->byUuid(siteUuid);
    if (!info)
        return failure(ErrorCode::NotFound, u"There is no such site."_s);
    return lease(info);
}

Result<Site> SiteDirectory::lease(HostIndex::Info info)
{
    auto runtime = m_pool.lease(*info);
    if (!runtime)
        return failure(refusal(*info, std::move(runtime).error()));
    return Site(std::move(*runtime), std::move(info));
}

/// A database that is not there went with its site, whoever deleted that, or is about to; or it is missing.
Error SiteDirectory::refusal(const SiteInfo &info, Error error)
{
    const bool isMissing = error.code == ErrorCode::NotFound;
    if (isMissing)
        Q_UNUSED(refresh()) // failing, what was known of it holds
    if (!index()->byUuid(info.uuid) || m_pool.isShut(info.uuid))
        return unknownHost();
    if (!isMissing)
        return error;
    return Error::make(ErrorCode::Unavailable, u"The database of this site is missing; ask the operator."_s)
        .withCause(error.cause);
}

std::vector<SitePool::Failing> SiteDirectory::failing() const
{
    const std::shared_ptr<const HostIndex> known = index();
    std::vector<SitePool::Failing> sites = m_pool.failing();
    std::erase_if(sites, [&](const SitePool::Failing &site) { return !known->byUuid(site.uuid); });
    return sites;
}

bool SiteDirectory::isDomainOf(const QString &siteUuid, const QByteArray &host) const
{
    const HostIndex::Info info = index()->byHost(normalizedHost(host));
    return info && info->uuid == siteUuid;
}

} // namespace tenantry
