// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/threadpool.h"

#include <atomic>

namespace tenantry {
class Log;
class SiteDirectory;
namespace secrets {
class Secrets;
}
namespace sql {
class Database;
}
} // namespace tenantry

namespace tenantry::server {

/// Gives the data keys of sites the current master key while the server works. What it refers to outlives it.
class KeyRotation
{
public:
    KeyRotation(sql::Database &platform, SiteDirectory &sites, secrets::Secrets &secrets, const Log &log);
    /// Stops behind the site that is being worked on.
    ~KeyRotation();

    /// Reads the master keys again and, where there are former ones, wraps every data key by the current one, a site
    /// after the other on a thread of its own; the log tells the end. When reading fails, the keys in use stay.
    Result<void> start();

private:
    void run();

    sql::Database &m_platform;
    SiteDirectory &m_sites;
    secrets::Secrets &m_secrets;
    const Log &m_log;
    std::atomic<bool> m_stopping = false;
    ThreadPool m_thread{1}; ///< last: its end waits for the work
};

} // namespace tenantry::server
