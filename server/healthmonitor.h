// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services.h"

#include <mutex>
#include <optional>

namespace tenantry::server {

/// What the parts of the server said when they were last asked.
struct HealthReport
{
    enum class State { Ok, Unavailable, Timeout };

    State database = State::Ok;
    State cache = State::Ok;
    State queue = State::Ok;
    State storage = State::Ok; ///< reported, but the server can serve without

    bool canServe() const { return database == State::Ok && cache == State::Ok && queue == State::Ok; }
};

/// Asks the parts of the server whether they work, at most every two seconds. Thread-safe.
class HealthMonitor
{
public:
    explicit HealthMonitor(const Services &services);

    HealthReport report();

private:
    HealthReport::State checkDatabase() const;
    HealthReport::State checkCache() const;
    HealthReport::State checkStorage() const;

    const Services &m_services;
    std::mutex m_mutex;
    std::optional<HealthReport> m_last;
    Micros m_asked = 0;
};

} // namespace tenantry::server
