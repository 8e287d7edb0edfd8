// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"

#include <QTest>

#include <csignal>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;

namespace {

using test::ChildProcess;

constexpr auto patience = 60s;
const QByteArray organization = "/api/cloud/organizations/acme-demo/";

ChildProcess demoOf(const test::ServerFixture &server)
{
    return ChildProcess(test::programDirectory() + u"/tenantry-server"_s,
                        QStringList{u"demo"_s} + server.dataArguments());
}

json::Value organizationOf(const test::ServerFixture &server)
{
    return server.client().get(organization, test::bearer(server.signIn())).json();
}

std::int64_t countOf(const test::ServerFixture &server, const QByteArray &site, const QByteArray &table)
{
    const test::HttpAnswer answer =
        server.client().get(site + "/api/apps/" + table + "/data/?page_size=1", test::bearer(server.signIn(site)));
    return answer.json()["total"].integer().value_or(-1);
}

void waitForLine(const ChildProcess &process, const QByteArray &text)
{
    QVERIFY(QTest::qWaitFor([&] { return process.output().contains(text); }, 60'000));
}

} // namespace

/// `tenantry-server demo` as an operator meets it.
class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void makesSitesToLookAt_data() { test::engineRows(); }
    void makesSitesToLookAt()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        server.stop();
        const ChildProcess::Ended made = demoOf(server).waitForEnd(patience);
        QVERIFY2(made.status == 0, made.errors.constData());
        server.start();
        QCOMPARE(organizationOf(server)["name"].text(), u"Acme (demo)"_s);
        checkSites(server);
        checkRelations(server);
        server.stop();

        const ChildProcess::Ended again = demoOf(server).waitForEnd(patience);
        QCOMPARE(again.status, 1);
        QVERIFY(again.errors.contains("there already"));
        server.start();
        QCOMPARE(countOf(server, "/sites/acme-demo", "store/datatables/customers"), 301); // one is ours
    }

    void goesOnWhereNothingIsYet()
    {
        const QTemporaryDir folder;
        ChildProcess demo(test::programDirectory() + u"/tenantry-server"_s,
                          {u"demo"_s, u"--data"_s, folder.filePath(u"new"_s)});
        const ChildProcess::Ended made = demo.waitForEnd(patience);
        QVERIFY2(made.status == 0, made.errors.constData());
        QVERIFY(made.output.contains("The password is "));
    }

    void whatWasCutOffIsMadeAnew_data() { test::engineRows(); }
    void whatWasCutOffIsMadeAnew()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        server.stop();
        {
            ChildProcess demo = demoOf(server);
            waitForLine(demo, "Filling orders");
            demo.send(SIGKILL);
            QCOMPARE(demo.wait(patience), -1);
        }
        server.start();
        QVERIFY(organizationOf(server)["name"].text().contains("unfinished"_L1));
        server.stop();
        const ChildProcess::Ended made = demoOf(server).waitForEnd(patience);
        QVERIFY2(made.status == 0, made.errors.constData());
        server.start();
        QCOMPARE(organizationOf(server)["name"].text(), u"Acme (demo)"_s);
        QCOMPARE(countOf(server, "/sites/acme-demo", "store/datatables/customers"), 300);
    }

    void cancellingLeavesNothing()
    {
        test::ServerFixture server;
        server.stop();
        ChildProcess demo = demoOf(server);
        waitForLine(demo, "Filling customers");
        demo.send(SIGTERM);
        const ChildProcess::Ended ended = demo.waitForEnd(patience);
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.errors.contains("cancelled"), ended.errors.constData());
        server.start();
        const test::HttpHeaders admin = test::bearer(server.signIn());
        QCOMPARE(server.client().get(organization, admin).status, 404);
        QCOMPARE(server.client().get("/api/cloud/sites/?is_active=all", admin).json()["count"].integer(), 0);
    }

    void refusesTheAddressOfSomebodyElse()
    {
        test::ServerFixture server;
        server.createOrganization(server.signIn(), u"Acme Demo"_s);
        server.stop();
        const ChildProcess::Ended refused = demoOf(server).waitForEnd(patience);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.errors.contains("Nothing was changed"), refused.errors.constData());
        server.start();
        QCOMPARE(organizationOf(server)["name"].text(), u"Acme Demo"_s);
    }

private:
    static void checkSites(const test::ServerFixture &server)
    {
        const json::Value sites =
            server.client().get(organization + "sites/", test::bearer(server.signIn())).json()["results"];
        std::map<QString, QString> environments;
        for (const json::Value &site : sites.array())
            environments[site["slug"].text()] = site["environment"].text();
        const std::map<QString, QString> expected{{u"acme-demo"_s, u"production"_s},
                                                  {u"acme-demo-staging"_s, u"staging"_s}};
        QCOMPARE(environments, expected);
        QCOMPARE(countOf(server, "/sites/acme-demo", "store/datatables/products"), 120);
        QCOMPARE(countOf(server, "/sites/acme-demo", "store/datatables/customers"), 300);
        QCOMPARE(countOf(server, "/sites/acme-demo", "store/datatables/orders"), 900);
        QVERIFY(countOf(server, "/sites/acme-demo", "store/datatables/order_lines") > 1500);
        QCOMPARE(countOf(server, "/sites/acme-demo", "cms/datatables/articles"), 240);
        QCOMPARE(countOf(server, "/sites/acme-demo-staging", "store/datatables/customers"), 60);
    }

    /// Relations hold, and what is added gets an id of its own behind those of the demo.
    static void checkRelations(const test::ServerFixture &server)
    {
        const QByteArray tables = "/sites/acme-demo/api/apps/store/datatables/";
        const test::HttpHeaders user = test::bearer(server.signIn("/sites/acme-demo"));
        const json::Value order = server.client().get(tables + "orders/data/1/", user).json()["data"];
        QVERIFY(order["customer_id"].integer() > 0);
        json::Object stray;
        stray.set("order_id", 1);
        stray.set("product_id", 100'000);
        stray.set("quantity", 1);
        stray.set("unit_price", 1);
        QCOMPARE(server.client().post(tables + "order_lines/data/", stray, user).status, 400);
        json::Object customer;
        customer.set("name", "Ours");
        customer.set("email", "ours@example.org");
        customer.set("country", "DE");
        customer.set("since", "2025-01-01");
        const test::HttpAnswer made = server.client().post(tables + "customers/data/", customer, user);
        QVERIFY2(made.status == 201, made.body.constData());
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
