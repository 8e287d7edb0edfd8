// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"

#include "core/json/writer.h"
#include "tests/support/testnames.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::test {

namespace {

constexpr auto patience = 60s; ///< sanitizers and a busy machine make starts slow

json::Value created(const HttpAnswer &answer, const char *what)
{
    if (answer.status != 201)
        qFatal("making %s answered %d: %s", what, answer.status, answer.body.constData());
    return answer.json();
}

void alterSite(sql::Engine &engine, const QString &slug, QString statement)
{
    const auto place = expectValue(expectValue(engine.openPlatform())->read([&](sql::Session &session) {
        return session.first("SELECT schema_name, uuid FROM {sites} WHERE slug = $1", {slug},
                             [](const sql::Cursor &row) { return std::pair(row.string(0), row.string(1)); });
    }));
    const auto site = expectValue(engine.openSite(place.value().first, place.value().second));
    static const QRegularExpression name(u"@(\\w+)"_s);
    for (auto match = name.match(statement); match.hasMatch(); match = name.match(statement))
        statement.replace(match.capturedStart(), match.capturedLength(),
                          QString::fromStdString(site->space().table(match.captured(1).toStdString())));
    expectValue(site->write([sql = statement.toStdString()](sql::Transaction &transaction) -> Result<int> {
        TRY(transaction.script(sql));
        return 0;
    }));
}

} // namespace

ServerFixture::ServerFixture(const QString &engine, const Settings &settings, const QStringList &arguments)
    : m_deployment(engine)
    , m_settings(settings)
    , m_arguments(arguments)
{
    m_deployment.close(); // the server takes it over
    start();
}

ServerFixture::~ServerFixture()
{
    if (!m_process->wait(0ms))
        stopCleanly();
}

void ServerFixture::start()
{
    Settings variables{
        {u"TENANTRY_ADMIN_EMAIL"_s, QLatin1StringView(adminEmail)},
        {u"TENANTRY_ADMIN_PASSWORD"_s, QLatin1StringView(adminPassword)},
        {u"BASE_DOMAIN"_s, u"tenantry.test"_s},
        {u"RATE_LIMIT_ENABLE"_s, u"false"_s},
    };
    for (const auto &setting : m_settings) {
        std::erase_if(variables, [&](const auto &variable) { return variable.first == setting.first; });
        variables.push_back(setting);
    }
    const QStringList arguments =
        QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s} + dataArguments() + m_arguments;

    m_process = std::make_unique<ChildProcess>(programDirectory() + u"/tenantry-server"_s, arguments, variables);
    const QByteArray line = m_process->firstLine(patience);
    if (!line.startsWith("Tenantry is listening on http://127.0.0.1:"))
        qFatal("the server did not start: %s%s", line.constData(), m_process->errors().constData());
    m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
}

QStringList ServerFixture::dataArguments() const
{
    QStringList arguments{u"--data"_s, m_deployment.options().dataDirectory};
    if (!m_deployment.options().databaseUrl.isEmpty())
        arguments << u"--database"_s << m_deployment.options().databaseUrl;
    return arguments;
}

QByteArray ServerFixture::signIn(const QByteArray &prefix) const
{
    json::Object credentials;
    credentials.set("username", adminEmail);
    credentials.set("password", adminPassword);
    const HttpAnswer answer = client().post(prefix + "/api/cloud/auth/jwt/token/", credentials);
    if (answer.status != 200)
        qFatal("signing in answered %d: %s", answer.status, answer.body.constData());
    return answer.json()["access"].text().toUtf8();
}

json::Value ServerFixture::createOrganization(const QByteArray &adminToken, const QString &name) const
{
    json::Object body;
    body.set("name", name);
    body.set("max_sites", 1000);
    return created(client().post("/api/cloud/organizations/", body, bearer(adminToken)), "an organization");
}

json::Value ServerFixture::createSite(const QByteArray &adminToken, const QString &organizationSlug,
                                      const QString &name) const
{
    json::Object body;
    body.set("name", name);
    const QByteArray path = "/api/cloud/organizations/" + organizationSlug.toUtf8() + "/sites/";
    return created(client().post(path, body, bearer(adminToken)), "a site");
}

void ServerFixture::grant(const QString &username, const QString &siteSlug, const QString &permission)
{
    whileStopped([&](sql::Engine &engine) {
        expectValue(expectValue(engine.openPlatform())->write([=](sql::Transaction &platform) {
            return platform.execute("INSERT INTO {site_permissions} (site_id, account_id, codename, created_at) "
                                    "SELECT s.id, a.id, $1, 0 FROM {sites} s, {accounts} a "
                                    "WHERE s.slug = $2 AND a.username = $3",
                                    {permission, siteSlug, username});
        }));
    });
}

void ServerFixture::alter(const QString &siteSlug, const QString &statement)
{
    whileStopped([&](sql::Engine &engine) { alterSite(engine, siteSlug, statement); });
}

void ServerFixture::whileStopped(const std::function<void(sql::Engine &)> &work)
{
    stopCleanly();
    m_deployment.reopen();
    work(m_deployment.engine());
    m_deployment.close();
    start();
}

int ServerFixture::stop()
{
    m_process->send(SIGTERM);
    return m_process->wait(20s).value_or(-1);
}

void ServerFixture::stopCleanly()
{
    const int status = stop();
    if (status != 0)
        qFatal("the server ended with %d: %s", status, m_process->errors().constData());
}

void ServerFixture::kill()
{
    m_process->send(SIGKILL);
    m_process->wait(20s);
}

void ServerFixture::restart()
{
    stopCleanly();
    start();
}

QString ServerFixture::dataDirectory() const
{
    return m_deployment.options().dataDirectory;
}

HttpHeaders bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

} // namespace tenantry::test
