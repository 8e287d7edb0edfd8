// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/siteruntime.h"

#include "core/data/catalogue.h"

namespace tenantry {

SiteRuntime::SiteRuntime(std::shared_ptr<sql::Database> database, std::shared_ptr<void> place)
    : m_place(std::move(place))
    , m_database(std::move(database))
{
}

SiteRuntime::~SiteRuntime() = default;

std::shared_ptr<SiteRuntime> SiteRuntime::lease(const std::shared_ptr<SiteRuntime> &runtime)
{
    {
        const std::lock_guard lock(runtime->m_mutex);
        ++runtime->m_leases;
    }
    return {runtime.get(), [runtime](SiteRuntime *) { runtime->release(); }};
}

void SiteRuntime::release()
{
    const std::lock_guard lock(m_mutex);
    --m_leases;
    m_released.notify_all();
}

int SiteRuntime::leases() const
{
    const std::lock_guard lock(m_mutex);
    return m_leases;
}

bool SiteRuntime::waitForLeases(int remaining, std::chrono::milliseconds limit) const
{
    std::unique_lock lock(m_mutex);
    return m_released.wait_for(lock, limit, [&] { return m_leases <= remaining; });
}

std::shared_ptr<const data::Catalogue> SiteRuntime::catalogue() const
{
    const std::lock_guard lock(m_mutex);
    return m_catalogue;
}

void SiteRuntime::setCatalogue(std::shared_ptr<const data::Catalogue> catalogue)
{
    const std::lock_guard lock(m_mutex);
    if (!m_catalogue || m_catalogue->version() <= catalogue->version())
        m_catalogue.swap(catalogue);
}

} // namespace tenantry
