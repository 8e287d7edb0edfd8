// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/session.h"
#include "core/tenancy/site.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

namespace tenantry {

/// Which site a host name, a slug or a UUID means: an immutable snapshot of the platform's sites and domains, replaced
/// whole when they change.
class HostIndex
{
public:
    using Info = std::shared_ptr<const SiteInfo>;

    HostIndex() = default; ///< knows nobody

    static Result<std::shared_ptr<const HostIndex>> load(sql::Session &platform);
    /// The version the platform database is at; a snapshot of another version is out of date.
    static Result<std::int64_t> storedVersion(sql::Session &platform);

    std::int64_t version() const { return m_version; }
    Info byHost(const QByteArray &normalizedHost) const { return m_byHost.value(normalizedHost); }
    Info bySlug(const QString &slug) const { return m_bySlug.value(slug); }
    Info byUuid(const QString &uuid) const { return m_byUuid.value(uuid); }

private:
    std::int64_t m_version = 0;
    QHash<QByteArray, Info> m_byHost;
    QHash<QString, Info> m_bySlug;
    QHash<QString, Info> m_byUuid;
};

/// Inside a write: takes the lock under which sites and domains change and names are chosen, so that two such changes
/// come one after the other.
Result<void> lockDirectory(sql::Transaction &platform);
/// The same, and every HostIndex is out of date once the transaction commits.
Result<void> raiseDirectoryVersion(sql::Transaction &platform);

} // namespace tenantry
