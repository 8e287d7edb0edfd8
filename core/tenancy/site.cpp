// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/site.h"

#include "core/tenancy/siteruntime.h"

namespace tenantry {

Site::Site(std::shared_ptr<SiteRuntime> runtime, std::shared_ptr<const SiteInfo> info)
    : m_runtime(std::move(runtime))
    , m_info(std::move(info))
{
}

const SiteInfo &Site::info() const
{
    return *m_info;
}

sql::Database &Site::database() const
{
    return m_runtime->database();
}

std::shared_ptr<const data::Catalogue> Site::catalogue() const
{
    return m_runtime->catalogue();
}

void Site::setCatalogue(std::shared_ptr<const data::Catalogue> catalogue) const
{
    m_runtime->setCatalogue(std::move(catalogue));
}

} // namespace tenantry
