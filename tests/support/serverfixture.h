// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/testdatabase.h"

#include <functional>

namespace tenantry::test {

/// A tenantry-server of its own for a test: the real program on a free port of loopback with an empty deployment, on
/// "sqlite" or "postgres" (testdatabase.h). Ends with the fixture; the data goes too. A server that then ends with
/// another status than 0 (a sanitizer has found something) fails the test.
///
///     test::ServerFixture server(engine);
///     const QByteArray token = server.signIn();
///     const test::HttpAnswer answer = server.client().get("/api/cloud/sites/", test::bearer(token));
///
/// Rate limits are off and the base domain is "tenantry.test", unless the settings say otherwise. Link the test with
/// DATABASE; it runs the program in $TENANTRY_BIN, so outside CTest set that.
class ServerFixture
{
public:
    static constexpr auto adminEmail = "admin@tenantry.test";
    static constexpr auto adminPassword = "correct horse 9 battery";

    using Settings = ChildProcess::Variables; ///< environment variables of the server

    explicit ServerFixture(const QString &engine = QStringLiteral("sqlite"), const Settings &settings = {},
                           const QStringList &arguments = {});
    ~ServerFixture();

    quint16 port() const { return m_port; }
    HttpClient client() const { return HttpClient(m_port); }

    /// Access token of the first administrator, on the platform or (`prefix` "/sites/acme") in a site.
    QByteArray signIn(const QByteArray &prefix = {}) const;

    /// Makes an organization that may hold as many sites as one likes, and a site; answers the site's object.
    json::Value createOrganization(const QByteArray &adminToken, const QString &name) const;
    json::Value createSite(const QByteArray &adminToken, const QString &organizationSlug, const QString &name) const;

    /// Gives an account a permission on a site, as the platform's database holds it; restarts the server.
    void grant(const QString &username, const QString &siteSlug, const QString &permission);

    /// Runs SQL in a site's database behind the server's back, which is restarted; `@name` stands for a table there.
    void alter(const QString &siteSlug, const QString &statement);

    /// Works on the data behind the server's back, which is restarted.
    void whileStopped(const std::function<void(sql::Engine &)> &work);

    /// SIGTERM; answers the exit status, or -1 when it did not end in twenty seconds.
    int stop();
    /// SIGKILL, as a crash would.
    void kill();
    /// The same data again, on another port.
    void start();
    void restart();

    qint64 processId() const { return m_process->processId(); }
    /// What the server has written since its last start.
    QByteArray output() const { return m_process->output(); }
    QByteArray errors() const { return m_process->errors(); }
    QString dataDirectory() const;
    /// What tells a command of tenantry-server where this deployment's data is.
    QStringList dataArguments() const;
    /// Of its database on PostgreSQL; empty on SQLite.
    QString databaseUrl() const { return m_deployment.options().databaseUrl; }

private:
    void stopCleanly();

    TestEngine m_deployment;
    Settings m_settings;
    QStringList m_arguments;
    std::unique_ptr<ChildProcess> m_process;
    quint16 m_port = 0;
};

/// The header of a request made with this access token.
HttpHeaders bearer(const QByteArray &token);

} // namespace tenantry::test
