// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/result.h"
#include "core/base/threadpool.h"
#include "core/tenancy/hostindex.h"
#include "core/tenancy/platformhosts.h"
#include "core/tenancy/site.h"
#include "core/tenancy/sitepool.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace tenantry {

struct Config;
namespace sql {
class Engine;
}

/// What of a request says which tenant it means.
struct RequestAddress
{
    QByteArray host;         ///< as sent, port included
    QByteArray path;         ///< percent-encoded
    QByteArray tenantHeader; ///< X-Tenant
};

/// Which tenant a request means. Without a site it is the shared schema (the control plane).
struct Resolution
{
    std::optional<Site> site;
    bool platformHost = false;
    QByteArray basePath; ///< the prefix that was stripped, e.g. "/sites/acme"
    QByteArray path;     ///< what is left of the path, beginning with '/'
};

enum class Purpose { Request, Job, Migration, CommandLine };

/// Finds sites and is the only maker of Site values. Keeps an LRU of open databases; a site stays open while a Site
/// value for it lives. Thread-safe.
class SiteDirectory
{
public:
    SiteDirectory(const Config &config, sql::Engine &engine, sql::Database &platform);
    ~SiteDirectory();

    /// By host or path prefix; an unknown host is NotFound, an inactive site or organization is resolved (the caller
    /// refuses it, health and control-plane routes excepted).
    Result<Resolution> resolve(const RequestAddress &address);

    Result<Site> open(const QString &siteUuid, Purpose purpose);

    /// Whether the host (as in a Host header or an Origin) is one of the site's domains.
    bool isDomainOf(const QString &siteUuid, const QByteArray &host) const;
    const PlatformHosts &platformHosts() const { return m_platformHosts; }

    /// Reads the sites and domains anew when they changed. Needed once before the first request; changes made by other
    /// servers are noticed within two seconds.
    Result<void> refresh();

    /// The answer of a change to sites or domains, given once this server routes by it. Does not block.
    template<class T>
    Later<T> published(Later<T> change)
    {
        Promise<T> promise;
        Later<T> later = promise.later();
        std::move(change).then([this, promise](Result<T> result) {
            Q_UNUSED(m_refresher.post([this, promise, result = std::move(result)]() mutable {
                // The change is committed; a reload that fails now is tried again by the next request.
                if (result && !refresh())
                    m_nextLook = 0;
                promise.settle(std::move(result));
            }))
        });
        return later;
    }

    /// The sites, as far as they are there still, whose database could not be opened when that was last tried.
    std::vector<SitePool::Failing> failing() const;

    /// The databases of open sites; for whoever makes and deletes sites.
    SitePool &pool() { return m_pool; }

private:
    std::shared_ptr<const HostIndex> index() const;
    void lookForChanges();
    HostIndex::Info siteNamed(const QByteArray &slugOrUuid) const;
    HostIndex::Info siteOfHost(const QByteArray &host, const QByteArray &tenantHeader) const;
    Result<Site> lease(HostIndex::Info info);
    Error refusal(const SiteInfo &info, Error error);

    sql::Database &m_platform;
    const PlatformHosts m_platformHosts;
    const bool m_development;
    SitePool m_pool;
    mutable std::mutex m_mutex;
    std::shared_ptr<const HostIndex> m_index;
    std::mutex m_refreshing;
    std::atomic<std::int64_t> m_nextLook = 0; ///< monotonic milliseconds
    int m_looks = 0;                          ///< used on the refresher's thread
    ThreadPool m_refresher{1};                ///< last: its work ends before the rest goes
};

} // namespace tenantry
