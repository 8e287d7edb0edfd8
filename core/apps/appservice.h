// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/apps/appdraft.h"
#include "core/audit/history.h"
#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/tenancy/site.h"

#include <vector>

namespace tenantry::apps {

/// The apps of a site. Thread-safe.
class AppService
{
public:
    explicit AppService(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// By slug; inactive ones for app managers only.
    Result<std::vector<App>> list(const Site &site, const SitePrincipal &principal) const;
    /// NotFound as well when the app is inactive and the principal no app manager.
    Result<App> find(const Site &site, const SitePrincipal &principal, const QString &slug) const;

    /// What was done to an app and its settings; for app managers.
    Result<Page<audit::history::Entry>> history(const Site &site, const SitePrincipal &principal, const QString &slug,
                                                const audit::history::Query &query) const;

    Later<App> create(const Site &site, const SitePrincipal &principal, const AppDraft &draft) const;
    Later<App> update(const Site &site, const SitePrincipal &principal, const QString &slug,
                      const AppDraft &draft) const;
    /// Rows and files stay; answers the app as it was.
    Later<App> remove(const Site &site, const SitePrincipal &principal, const QString &slug) const;

private:
    const Clock &m_clock;
};

/// What an app that does not exist, or may not be seen, is answered with.
Error appNotFound(const QString &slug);

} // namespace tenantry::apps
