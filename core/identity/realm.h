// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenancy/site.h"

#include <memory>
#include <variant>

namespace tenantry::identity {

/// Where credentials are issued and kept: the shared schema, or one site. Each realm has its own users, sessions and
/// blacklist, and what one issues is worthless in another. A value; for a site it is a lease like the Site in it.
class Realm
{
public:
    /// `origin`: of what is written through it, as a Site has one; null: the server itself.
    explicit Realm(sql::Database &platform, std::shared_ptr<const sql::Origin> origin = {});
    explicit Realm(Site site);

    /// What credentials belong to: the site's UUID (a slug can be made again for another site), or "public".
    const QString &name() const { return m_name; }
    /// What people call it: the site's slug, or "public".
    QString slug() const { return site() ? site()->slug() : m_name; }
    /// Null for the shared schema.
    const Site *site() const { return std::get_if<Site>(&m_place); }

    /// See sql::Database::read.
    template<class F>
    auto read(F &&closure) const
    {
        if (const Site *place = site())
            return place->read(std::forward<F>(closure));
        return platform().read(std::forward<F>(closure));
    }

    /// See sql::Database::write.
    template<class F>
    auto write(F closure) const
    {
        if (const Site *place = site())
            return place->write(std::move(closure));
        return platform().write(
            [closure = std::move(closure), origin = m_origin](sql::Transaction &transaction) mutable {
                transaction.setOrigin(origin);
                return closure(transaction);
            });
    }

private:
    sql::Database &platform() const { return *std::get<sql::Database *>(m_place); }

    std::variant<sql::Database *, Site> m_place;
    std::shared_ptr<const sql::Origin> m_origin;
    QString m_name;
};

} // namespace tenantry::identity
