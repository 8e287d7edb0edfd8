// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>

namespace tenantry::data {
class Catalogue;
}

namespace tenantry {

/// What the platform knows of a site; a snapshot.
struct SiteInfo
{
    QString uuid;
    QString slug;
    QString name;
    QString schemaName;
    QString organizationUuid;
    QString organizationSlug;
    bool active = true; ///< the site's own flag
    bool organizationActive = true;
    std::int64_t schemaVersion = 0; ///< the site migration its database is at
};

class SiteRuntime; ///< the open database of a site and its snapshots; core/tenancy/siteruntime.h

/// The only way to a tenant's data. Made by SiteDirectory alone; a value, cheap to copy; while a copy lives, the site's
/// database stays open (it is a lease), and it leads to no other site. Thread-safe.
class Site
{
public:
    const SiteInfo &info() const;
    const QString &uuid() const { return info().uuid; }
    const QString &slug() const { return info().slug; }

    sql::Dialect dialect() const { return database().dialect(); }
    const sql::Namespace &space() const { return database().space(); }

    /// See sql::Database::read.
    template<class F>
    auto read(F &&closure, sql::ReadKind kind = sql::ReadKind::Plain) const
    {
        return database().read(std::forward<F>(closure), kind);
    }

    /// See sql::Database::write. The transaction knows this value's origin.
    template<class F>
    auto write(F closure, sql::WriteKind kind = sql::WriteKind::Grouped) const
    {
        return database().write(
            [closure = std::move(closure), origin = m_origin](sql::Transaction &transaction) mutable {
                transaction.setOrigin(origin);
                return closure(transaction);
            },
            kind);
    }

    /// Who asks for what is written through this value and its copies from now on (core/sql/origin.h); null, as it is
    /// at first: the server itself.
    void setOrigin(std::shared_ptr<const sql::Origin> origin) { m_origin = std::move(origin); }
    const std::shared_ptr<const sql::Origin> &origin() const { return m_origin; }

    /// See sql::Database::ownWrites.
    std::uint64_t ownWrites() const { return database().ownWrites(); }

    /// The site's current catalogue, null before the first load. core/data/cataloguestore.h loads it and puts
    /// newer ones in its place; an older one is not taken.
    std::shared_ptr<const data::Catalogue> catalogue() const;
    void setCatalogue(std::shared_ptr<const data::Catalogue> catalogue) const;

private:
    friend class SiteDirectory;
    Site(std::shared_ptr<SiteRuntime> runtime, std::shared_ptr<const SiteInfo> info);

    sql::Database &database() const;

    std::shared_ptr<SiteRuntime> m_runtime;
    std::shared_ptr<const SiteInfo> m_info;
    std::shared_ptr<const sql::Origin> m_origin;
};

} // namespace tenantry
