// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/config/config.h"
#include "core/tenancy/tenancyservices.h"
#include "tests/support/testdatabase.h"

#include <map>
#include <memory>
#include <optional>

namespace tenantry::test {

/// A platform with two sites on one engine, made as a server makes them, for tests of services that take a Site. The
/// second one is there to be left alone.
class TestSite
{
public:
    explicit TestSite(const QString &engine);

    const Site &site() const { return *m_site; }
    const Site &otherSite() const { return *m_otherSite; }
    /// `site` as a second server has it, whose changes the first is not told of.
    Site siteOfAnotherServer() const;
    const Clock &clock() const { return m_clock; }
    /// A superuser of `site`.
    static SitePrincipal administrator(const Site &site);

    /// An app on `site` with the tables of a data package (JSON).
    void define(const Site &site, const QString &app, const char *package) const;

private:
    Site createSite(const QString &name);

    mutable TestEngine m_engine;
    const std::shared_ptr<sql::Database> m_platform;
    const Config m_config;
    const Clock m_clock;
    PlatformPrincipal m_owner;
    std::unique_ptr<TenancyServices> m_tenancy;
    mutable std::unique_ptr<sql::Engine> m_otherEngine; ///< of another server; PostgreSQL only
    mutable std::unique_ptr<TenancyServices> m_otherTenancy;
    std::optional<Site> m_site;
    std::optional<Site> m_otherSite;
};

/// One instance on each engine, made when it is first asked for; a test that takes an app of its own on it meets no
/// other.
class TestSites
{
public:
    const TestSite &on(const QString &engine)
    {
        std::unique_ptr<TestSite> &known = m_instances[engine];
        if (!known)
            known = std::make_unique<TestSite>(engine);
        return *known;
    }

private:
    std::map<QString, std::unique_ptr<TestSite>> m_instances;
};

} // namespace tenantry::test
