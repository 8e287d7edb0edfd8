// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgresconnection.h"
#include "tests/support/childprocess.h"
#include "tests/support/notesite.h"
#include "tests/support/testnames.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// A file whose existence makes the disk full, for a server that the library of tests/crash is loaded into.
class FullDisk
{
public:
    test::ServerFixture::Settings settings() const
    {
        return {{u"LD_PRELOAD"_s, test::programDirectory() + u"/../tests/faults.so"_s}, {u"FAULTS_FULL"_s, path()}};
    }
    void fill()
    {
        if (!QFile(path()).open(QFile::WriteOnly))
            qFatal("the disk could not be made full");
    }
    void empty() { QFile::remove(path()); }

private:
    QString path() const { return m_folder.filePath(u"full"_s); }
    QTemporaryDir m_folder;
};

bool isInstrumented()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

/// As the current user, or when that is root, whom nothing is forbidden, as nobody.
test::ChildProcess startAsMortal(const QString &program, const QStringList &arguments)
{
    if (::geteuid() != 0)
        return test::ChildProcess(program, arguments);
    return test::ChildProcess(
        u"/usr/bin/setpriv"_s,
        QStringList{u"--reuid"_s, u"65534"_s, u"--regid"_s, u"65534"_s, u"--clear-groups"_s, program} + arguments);
}

void expectBusy(const test::HttpAnswer &answer)
{
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    QVERIFY(!answer.json()["message"].text().isEmpty());
    QVERIFY(!answer.body.contains("sqlite") && !answer.body.contains(".db"));
}

} // namespace

/// Disks that are full, files that are read-only or damaged: who suffers, what is said, and what happens afterwards.
class TestDiskFaults : public QObject
{
    Q_OBJECT

private slots:
    void fullDiskRefusesWritesUntilThereIsRoom()
    {
        if (isInstrumented())
            QSKIP("A sanitizer's runtime and the library that makes the disk full cannot both be loaded first.");
        FullDisk disk;
        test::ServerFixture server(u"sqlite"_s, disk.settings());
        const test::NoteSite site(server, u"shop"_s);
        QCOMPARE(site.add(u"before"_s).status, 201);
        disk.fill();
        for (int i = 0; i < 3; ++i)
            expectBusy(site.add(u"lost"_s));
        QCOMPARE(site.titles(), QStringList{u"before"_s}); // reading goes on
        disk.empty();
        QCOMPARE(site.add(u"after"_s).status, 201);
        server.kill();
        server.start();
        QCOMPARE(site.titles(), (QStringList{u"before"_s, u"after"_s}));
    }

    void siteThatDoesNotFitIsNotThere()
    {
        if (isInstrumented())
            QSKIP("A sanitizer's runtime and the library that makes the disk full cannot both be loaded first.");
        FullDisk disk;
        test::ServerFixture server(u"sqlite"_s, disk.settings());
        const QByteArray admin = server.signIn();
        server.createOrganization(admin, u"Acme"_s);
        disk.fill();
        json::Object body;
        body.set("name", "shop");
        const QByteArray path = "/api/cloud/organizations/acme/sites/";
        expectBusy(server.client().post(path, body, test::bearer(admin)));
        disk.empty();
        QCOMPARE(server.client().post(path, body, test::bearer(admin)).status, 201);
        QCOMPARE(QDir(server.dataDirectory() + u"/sites"_s).entryList({u"*.db"_s}).size(), 1);
    }

    void readOnlyFolderIsRefusedWithAReason()
    {
        const QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        test::ChildProcess server =
            startAsMortal(test::programDirectory() + u"/tenantry-server"_s,
                          {u"serve"_s, u"--data"_s, folder.path(), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(server.wait(std::chrono::seconds(30)), std::optional(1));
        QVERIFY2(server.errors().contains("data folder"), server.errors().constData());
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void missingSiteHarmsNoOther_data() { test::engineRows(); }
    void missingSiteHarmsNoOther()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        const test::NoteSite missing(server, u"missing"_s);
        const test::NoteSite whole(server, u"whole"_s);
        const test::NoteSite deleted(server, u"deleted"_s);
        server.stop();
        if (engine == u"sqlite"_s)
            QVERIFY(QFile::remove(server.dataDirectory() + u"/sites/"_s + missing.uuid() + u".db"_s));
        else
            test::expectValue(
                test::expectValue(sql::PostgresConnection::open(server.databaseUrl(), std::chrono::seconds(10)))
                    ->script("DROP SCHEMA missing CASCADE"));
        server.start();

        expectBusy(missing.list());
        expectBusy(missing.add(u"lost"_s));
        QVERIFY(missing.list().json()["message"].text().contains(u"missing"_s));
        QCOMPARE(whole.add(u"kept"_s).status, 201);
        const QByteArray admin = server.signIn();
        const QByteArray path = "/api/cloud/sites/deleted/";
        QCOMPARE(server.client().request("DELETE", path, {}, test::bearer(admin)).status, 204);
        QCOMPARE(deleted.list().status, 404); // that one is gone, and nobody's concern

        const auto health = server.client().get("/health/sites/", test::bearer(admin));
        QCOMPARE(health.status, 503);
        QCOMPARE(health.json()["unavailable"].array().size(), std::size_t(1));
        QCOMPARE(health.json()["unavailable"].array()[0]["slug"].text(), u"missing"_s);
    }

    void damagedSiteHarmsNoOther()
    {
        test::ServerFixture server;
        const test::NoteSite damaged(server, u"damaged"_s);
        const test::NoteSite whole(server, u"whole"_s);
        QCOMPARE(whole.add(u"kept"_s).status, 201);
        server.stop();
        QFile file(server.dataDirectory() + u"/sites/"_s + damaged.uuid() + u".db"_s);
        QVERIFY(file.open(QFile::ReadWrite));
        file.write(QByteArray(int(file.size()), 'x'));
        file.close();
        server.start();

        expectBusy(damaged.list());
        expectBusy(damaged.add(u"lost"_s));
        QVERIFY(damaged.list().json()["message"].text().contains(u"damaged"_s));
        QCOMPARE(whole.titles(), QStringList{u"kept"_s});
        QCOMPARE(whole.add(u"more"_s).status, 201);

        QCOMPARE(server.client().get("/health/").status, 200); // the server can serve
        QCOMPARE(server.client().get("/health/sites/").status, 401);
        const auto health = server.client().get("/health/sites/", test::bearer(server.signIn()));
        QCOMPARE(health.status, 503);
        QCOMPARE(health.json()["unavailable"].array().size(), std::size_t(1));
        QCOMPARE(health.json()["unavailable"].array()[0]["slug"].text(), u"damaged"_s);
    }
};

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"
