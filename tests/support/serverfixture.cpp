// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"

#include "core/json/writer.h"
#include "tests/support/testnames.h"

#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

constexpr int patience = 60'000; ///< milliseconds; sanitizers and a busy machine make starts slow

json::Value created(const HttpAnswer &answer, const char *what)
{
    if (answer.status != 201)
        qFatal("making %s answered %d: %s", what, answer.status, answer.body.constData());
    return answer.json();
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
    if (m_process->state() != QProcess::NotRunning && stop() < 0)
        kill();
}

void ServerFixture::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TENANTRY_ADMIN_EMAIL"_s, QLatin1StringView(adminEmail));
    environment.insert(u"TENANTRY_ADMIN_PASSWORD"_s, QLatin1StringView(adminPassword));
    environment.insert(u"BASE_DOMAIN"_s, u"tenantry.test"_s);
    environment.insert(u"RATE_LIMIT_ENABLE"_s, u"false"_s);
    for (const auto &[name, value] : m_settings)
        environment.insert(name, value);

    QStringList arguments{u"serve"_s, u"--data"_s, m_deployment.options().dataDirectory, u"--listen"_s,
                          u"127.0.0.1:0"_s};
    if (!m_deployment.options().databaseUrl.isEmpty())
        arguments << u"--database"_s << m_deployment.options().databaseUrl;
    arguments << m_arguments;

    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environment);
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // a test that crashes leaves nobody
    m_process->start(programDirectory() + u"/tenantry-server"_s, arguments);
    while (!m_process->canReadLine() && m_process->waitForReadyRead(patience))
        continue;
    const QByteArray line = m_process->readLine().trimmed();
    if (!line.startsWith("Tenantry is listening on http://127.0.0.1:"))
        qFatal("the server did not start: %s%s", line.constData(), m_process->readAllStandardError().constData());
    m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
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
    stop();
    m_deployment.reopen();
    expectValue(expectValue(m_deployment.engine().openPlatform())->write([=](sql::Transaction &platform) {
        return platform.execute("INSERT INTO {site_permissions} (site_id, account_id, codename, created_at) "
                                "SELECT s.id, a.id, $1, 0 FROM {sites} s, {accounts} a "
                                "WHERE s.slug = $2 AND a.username = $3",
                                {permission, siteSlug, username});
    }));
    m_deployment.close();
    start();
}

int ServerFixture::stop()
{
    ::kill(pid_t(m_process->processId()), SIGTERM);
    if (!m_process->waitForFinished(20'000))
        return -1;
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

void ServerFixture::kill()
{
    m_process->kill();
    m_process->waitForFinished(20'000);
}

void ServerFixture::restart()
{
    stop();
    start();
}

QByteArray ServerFixture::output()
{
    m_process->waitForReadyRead(0);
    return m_process->readAllStandardOutput();
}

QByteArray ServerFixture::errors()
{
    m_process->waitForReadyRead(0);
    return m_process->readAllStandardError();
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
