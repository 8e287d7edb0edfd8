// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsite.h"

#include "core/apps/appservice.h"
#include "core/data/schema/tableservice.h"
#include "core/identity/accounts.h"
#include "core/identity/passwordhasher.h"
#include "core/json/reader.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

PlatformPrincipal createOwner(sql::Database &platform, const Clock &clock)
{
    identity::PasswordHasher hasher(1);
    identity::NewAccount wanted;
    wanted.username = u"owner"_s;
    wanted.email = u"owner@example.org"_s;
    wanted.superuser = true;
    const identity::Account account = expectValue(identity::Accounts(platform, hasher, clock).create(wanted));
    PlatformPrincipal owner;
    owner.id = account.id;
    owner.uuid = account.uuid;
    owner.username = account.username;
    owner.email = account.email;
    owner.superuser = true;
    return owner;
}

} // namespace

TestSite::TestSite(const QString &engine)
    : m_engine(engine)
    , m_platform(m_engine.migratedPlatform())
    , m_owner(createOwner(*m_platform, m_clock))
    , m_tenancy(std::make_unique<TenancyServices>(m_config, m_clock, m_engine.engine(), *m_platform))
{
    expectValue(m_tenancy->start());
    OrganizationChange organization;
    organization.name = u"Acme"_s;
    organization.maxSites = 2;
    expectValue(m_tenancy->organizations().create(m_owner, organization));
    m_site = createSite(u"shop"_s);
    m_otherSite = createSite(u"other"_s);
}

Site TestSite::createSite(const QString &name)
{
    NewSite wanted;
    wanted.name = name;
    const SiteRecord record = expectValue(m_tenancy->provisioner().create(m_owner, u"acme"_s, wanted));
    return expectValue(m_tenancy->directory().open(record.uuid, Purpose::CommandLine));
}

Site TestSite::siteOfAnotherServer() const
{
    if (!m_otherTenancy) {
        const bool hasOwnConnections = m_engine.dialect() == sql::Dialect::Postgres;
        if (hasOwnConnections)
            m_otherEngine = expectValue(sql::Engine::open(m_engine.options()));
        sql::Engine &engine = hasOwnConnections ? *m_otherEngine : m_engine.engine();
        m_otherTenancy = std::make_unique<TenancyServices>(m_config, m_clock, engine, *m_platform);
        expectValue(m_otherTenancy->start());
    }
    return expectValue(m_otherTenancy->directory().open(m_site->uuid(), Purpose::CommandLine));
}

SitePrincipal TestSite::administrator(const Site &site)
{
    SitePrincipal principal;
    principal.siteUuid = site.uuid();
    principal.id = u"00000000-0000-4000-8000-000000000001"_s;
    principal.username = u"owner"_s;
    principal.superuser = true;
    return principal;
}

void TestSite::define(const Site &site, const QString &app, const char *package) const
{
    const SitePrincipal who = administrator(site);
    apps::AppDraft draft;
    draft.name = app;
    expectValue(apps::AppService(m_clock).create(site, who, draft));
    auto tables = expectValue(data::readDataPackage(app, expectValue(json::read(package))));
    expectValue(data::TableService(m_clock).define(site, who, app, std::move(tables), data::SchemaFlags()));
}

} // namespace tenantry::test
