// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/json/value.h"
#include "core/tenancy/domain.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tenantry {

/// A site as the platform database describes it. A snapshot, and not a way to the site's data: that is a Site.
struct SiteRecord
{
    std::int64_t id = 0;
    QString uuid;
    QString slug;
    QString name;
    std::optional<QString> description;
    QString schemaName;
    QString environment = QStringLiteral("production");
    bool active = true;
    json::Value settings = json::Object();
    std::int64_t organizationId = 0;
    QString organizationSlug;
    QString organizationName;
    Micros createdAt = 0;
    Micros modifiedAt = 0;
    std::vector<Domain> domains; ///< the primary one first
};

/// A site as one account sees it.
struct SiteView
{
    SiteRecord site;
    QStringList permissions; ///< the account's effective ones

    bool may(const QString &codename) const { return permissions.contains(codename); }
};

/// What a site is made of.
struct NewSite
{
    QString name; ///< without the deployment's prefix, or with it
    std::optional<QString> description;
    std::optional<QString> schemaName;
    std::optional<QString> environment;
    std::optional<bool> active;
    std::optional<json::Value> settings;
    std::vector<DomainChange> domains; ///< none: one below the base domain
};

/// What a caller may change of a site; what is absent stays as it is.
struct SiteChange
{
    std::optional<QString> name;
    std::optional<std::optional<QString>> description;
    std::optional<QString> environment;
    std::optional<bool> active;
    std::optional<json::Value> settings;
};

/// production, staging, development, testing
const QStringList &siteEnvironments();

} // namespace tenantry
