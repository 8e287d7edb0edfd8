// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/healthmonitor.h"

#include "core/cache/cache.h"
#include "core/config/config.h"
#include "core/sql/database.h"

#include <QFileInfo>

using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

constexpr Micros freshFor = 2'000'000;
constexpr auto patience = 2s;

} // namespace

HealthMonitor::HealthMonitor(const Services &services)
    : m_services(services)
{
}

HealthReport HealthMonitor::report()
{
    // Whoever comes while the parts are asked waits for the same answer.
    const std::lock_guard lock(m_mutex);
    const Micros now = m_services.clock.now();
    if (!m_last || now - m_asked >= freshFor) {
        HealthReport report;
        report.database = checkDatabase();
        report.cache = checkCache();
        report.storage = checkStorage();
        m_last = report;
        m_asked = now;
    }
    return *m_last;
}

HealthReport::State HealthMonitor::checkDatabase() const
{
    const Result<bool> answered = m_services.platform.read([](sql::Session &session) -> Result<bool> {
        session.connection().setDeadline(patience);
        Result<bool> row = [&]() -> Result<bool> {
            const sql::CursorPtr cursor = TRY(session.query("SELECT 1"));
            return cursor->next();
        }();
        session.connection().setDeadline(0ms);
        return row;
    });
    if (answered)
        return HealthReport::State::Ok;
    return answered.error().code == ErrorCode::Timeout ? HealthReport::State::Timeout
                                                       : HealthReport::State::Unavailable;
}

HealthReport::State HealthMonitor::checkCache() const
{
    return m_services.cache.answers() ? HealthReport::State::Ok : HealthReport::State::Unavailable;
}

HealthReport::State HealthMonitor::checkStorage() const
{
    return QFileInfo(m_services.config.dataDirectory).isWritable() ? HealthReport::State::Ok
                                                                   : HealthReport::State::Unavailable;
}

} // namespace tenantry::server
