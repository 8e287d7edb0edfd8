// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testtenancy.h"

#include "core/base/ids.h"
#include "core/identity/accounts.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

TestTenancy::TestTenancy(const QString &engine, Config config)
    : m_instance(engine)
    , m_config(std::move(config))
    , m_clock([this] { return m_now.load(); })
    , m_platform(m_instance.migratedPlatform())
{
    expectValue(restart());
}

Result<void> TestTenancy::restart()
{
    m_services.reset();
    m_services = std::make_unique<TenancyServices>(m_config, m_clock, m_instance.engine(), *m_platform);
    return m_services->start();
}

PlatformPrincipal TestTenancy::account(const QString &username, Standing standing)
{
    const QString email = username + u"@example.com"_s;
    const bool superuser = standing == Standing::Superuser;
    return expectValue(m_platform->write([=](sql::Transaction &platform) -> Result<PlatformPrincipal> {
        TRY(platform.execute("INSERT INTO {accounts} (uuid, username, email, email_folded, is_active, is_staff, "
                             "is_superuser, is_deleted, date_joined, search_text) "
                             "VALUES ($1, $2, $3, $4, TRUE, $5, $5, FALSE, 0, $6)",
                             {newUuid(), username, email, email.toUpper(), superuser, username.toUpper()}));
        return TRY(identity::Accounts::byUsername(platform, username))->principal();
    }));
}

QString TestTenancy::organization(const PlatformPrincipal &owner, const QString &name, int maxSites)
{
    OrganizationChange fields;
    fields.name = name;
    const QString slug = expectValue(m_services->organizations().create(owner, fields)).organization.slug;
    expectValue(m_platform->write([=](sql::Transaction &platform) {
        return platform.execute("UPDATE {organizations} SET max_sites = $2 WHERE slug = $1", {slug, maxSites});
    }));
    return slug;
}

SiteRecord TestTenancy::site(const PlatformPrincipal &owner, const QString &organization, const QString &name)
{
    NewSite wanted;
    wanted.name = name;
    return expectValue(m_services->provisioner().create(owner, organization, wanted));
}

} // namespace tenantry::test
