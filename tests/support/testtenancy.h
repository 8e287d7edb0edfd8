// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/tenancy/tenancyservices.h"
#include "tests/support/testdatabase.h"

#include <atomic>

namespace tenantry::test {

enum class Standing { Ordinary, Superuser };

/// The tenancy services over an empty platform of its own, with a clock that stands still.
class TestTenancy
{
public:
    explicit TestTenancy(const QString &engine, Config config = {});

    /// A new account; its user name is what is given.
    PlatformPrincipal account(const QString &username, Standing standing = Standing::Ordinary);
    /// An organization that the account owns, with room for `maxSites` sites; answers its slug.
    QString organization(const PlatformPrincipal &owner, const QString &name, int maxSites = 10);
    SiteRecord site(const PlatformPrincipal &owner, const QString &organization, const QString &name);

    TenancyServices &services() { return *m_services; }
    sql::Database &platform() { return *m_platform; }
    TestEngine &instance() { return m_instance; }
    void advance(Micros time) { m_now += time; }
    /// As after a crash: new services on the same data.
    Result<void> restart();

private:
    TestEngine m_instance;
    Config m_config;
    std::atomic<Micros> m_now = 1'700'000'000'000'000;
    Clock m_clock;
    std::shared_ptr<sql::Database> m_platform;
    std::unique_ptr<TenancyServices> m_services;
};

/// The code of the failure; ends the test program when there was none.
template<class T>
ErrorCode codeOf(const Result<T> &result)
{
    if (result)
        qFatal("unexpected success");
    return result.error().code;
}

template<class T>
ErrorCode codeOf(Later<T> later)
{
    return codeOf(std::move(later).wait());
}

/// The field that a validation error is about.
template<class T>
QString fieldOf(const Result<T> &result)
{
    return result || result.error().fields.empty() ? QString() : result.error().fields.front().path;
}

template<class T>
QString fieldOf(Later<T> later)
{
    return fieldOf(std::move(later).wait());
}

} // namespace tenantry::test
