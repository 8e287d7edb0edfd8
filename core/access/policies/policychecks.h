// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policysnapshots.h"

namespace tenantry::access {

/// A resource that somebody asks about, as they describe it.
struct CheckedResource
{
    QString kind;
    QString id;
    QString version = QStringLiteral("default");
    json::Value attributes = json::Object(); ///< an object
    bool builtIn = false;                    ///< one of the platform that is there
};

/// Why something is allowed or not.
struct Explanation
{
    bool allowed = false;
    json::Object data; ///< as the API answers it, without a reference
};

/// Answers what somebody may do to resources that they describe, by the policies of an app. ErrorCode::Unavailable when
/// these cannot be read. Thread-safe.
class PolicyChecks
{
public:
    /// `snapshots` outlives it.
    PolicyChecks(PolicySnapshots &snapshots, const Clock &clock)
        : m_snapshots(snapshots)
        , m_clock(clock)
    {
    }

    /// Whether each of the actions is allowed, in order. `auxiliary` is an object.
    Result<std::vector<bool>> check(const Site &site, const SitePrincipal &who, const QString &app,
                                    const CheckedResource &resource, const QStringList &actions,
                                    const json::Value &auxiliary) const;

    /// What the policies of the app say of a resource that the platform decides on where they say nothing.
    Result<std::optional<bool>> said(const Site &site, const SitePrincipal &who, const QString &app,
                                     const CheckedResource &resource, const QString &action) const;
    /// Whether the app has any policy, so that said() may say something.
    Result<bool> sayAnything(const Site &site, const QString &app) const;
    /// Whether the policies of any active app allow it: of a resource of the whole site.
    Result<bool> allowedByAnyApp(const Site &site, const SitePrincipal &who, const CheckedResource &resource,
                                 const QString &action) const;

    Result<Explanation> explain(const Site &site, const SitePrincipal &who, const QString &app,
                                const CheckedResource &resource, const QString &action) const;

    /// Another user of the site, to explain what they may do; NotFound when there is none of that name.
    static Result<SitePrincipal> userNamed(const Site &site, const QString &username);

private:
    PolicySnapshots &m_snapshots;
    const Clock &m_clock;
};

} // namespace tenantry::access
