// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tenancy/site.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace tenantry {

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
    /// organizations-and-sites.md section 2; an unknown host is NotFound, an inactive site or organization is resolved
    /// (the caller refuses it, health and control-plane routes excepted).
    Result<Resolution> resolve(const RequestAddress &address);

    Result<Site> open(const QString &siteUuid, Purpose purpose);
};

} // namespace tenantry
