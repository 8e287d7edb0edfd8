// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cache/failurelocks.h"
#include "core/cache/ratecounter.h"

#include <memory>

namespace tenantry {
struct Config;
class Log;
} // namespace tenantry

namespace tenantry::cache {

class Redis;

/// What servers of a deployment have in common and may lose: counts of requests and of failed sign-ins. In this process
/// by default, in a Redis with CACHE_URL. Thread-safe.
class Cache
{
public:
    /// NotConfigured when CACHE_URL makes no sense. A Redis that does not answer is no error: the log and answers() say
    /// so. `clock` and `log` outlive the cache; the deployment's secret is in `config` by now.
    static Result<std::unique_ptr<Cache>> open(const Config &config, const Clock &clock, const Log &log);
    ~Cache();

    RateCounter &rates() const { return *m_rates; }
    FailureLocks &failures() const { return *m_failures; }
    /// Whether it works now; asks the Redis, where there is one.
    bool answers() const;

private:
    Cache() = default;

    std::unique_ptr<Redis> m_redis; ///< first, since the others use it
    std::unique_ptr<RateCounter> m_rates;
    std::unique_ptr<FailureLocks> m_failures;
};

} // namespace tenantry::cache
