// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policystore.h"
#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/data/cataloguestore.h"
#include "core/tenancy/site.h"

namespace tenantry::access {

/// Which policies to list; the expressions are RE2's, and match a part.
struct PolicyQuery
{
    QString nameRegexp;
    QString scopeRegexp;
    QString versionRegexp;
    bool includeDisabled = false;
};

/// What a policy was put into: a new place, or that of another one.
struct PutPolicy
{
    StoredPolicy policy;
    bool created = false;
};

/// The policies of apps, for those who manage the site. Those of the system are there as long as their resource is and
/// no other one has their name. `app` is a slug, NotFound when there is no such app. Thread-safe.
class PolicyService
{
public:
    PolicyService(const data::CatalogueStore &catalogues, const Clock &clock)
        : m_catalogues(catalogues)
        , m_clock(clock)
    {
    }

    /// By name and version, those of the system among them. Validation names an expression that is malformed.
    Result<std::vector<StoredPolicy>> list(const Site &site, const SitePrincipal &who, const QString &app,
                                           const PolicyQuery &query) const;
    /// `id`: "datatable:orders:default".
    Result<StoredPolicy> find(const Site &site, const SitePrincipal &who, const QString &app, const QString &id) const;

    /// What was done to the policies with this id, also after the last was deleted.
    Result<Page<audit::history::Entry>> history(const Site &site, const SitePrincipal &who, const QString &app,
                                                const QString &id, const audit::history::Query &query) const;

    /// Makes the policy or takes the place of the one with its id, whole. Validation names everything that is wrong
    /// with it, conditions included that cannot be asked of rows; Conflict when its id is one of another kind.
    Later<PutPolicy> put(const Site &site, const SitePrincipal &who, const QString &app, const json::Value &body) const;
    /// Idempotent.
    Later<StoredPolicy> setDisabled(const Site &site, const SitePrincipal &who, const QString &app, const QString &id,
                                    bool disabled) const;
    /// The system's own takes its place; BadRequest for that one.
    Later<void> remove(const Site &site, const SitePrincipal &who, const QString &app, const QString &id) const;

    /// "{site}_{app}"
    static QString scopeOf(const Site &site, const QString &app);

private:
    const data::CatalogueStore &m_catalogues;
    const Clock &m_clock;
};

} // namespace tenantry::access
