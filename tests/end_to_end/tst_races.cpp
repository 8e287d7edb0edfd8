// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/writer.h"
#include "tests/support/jsonpath.h"
#include "tests/support/operationworld.h"

#include <QTest>

#include <atomic>
#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::HttpAnswer;
using test::HttpHeaders;

namespace {

constexpr auto world = R"(
have platform POST /api/cloud/sites/shop/domains/ {"domain": "one.example.com"}
have platform POST /api/cloud/sites/shop/domains/ {"domain": "two.example.com"}
have shop POST /api/users/ {"username": "rita", "email": "rita@example.org", "password": "${password}", "confirm_password": "${password}"}
have shop POST /api/apps/ {"name": "Store"}
have shop POST /api/apps/store/roles/ {"name": "Clerk"}
have shop POST /api/apps/store/datatables/create_schema/ {"resources": [
    {"name": "notes", "schema": {"fields": [{"name": "id", "type": "integer"}, {"name": "kind", "type": "string"}], "primaryKey": "id"}}]}
have shop POST /api/apps/store/datatables/notes/data/ [{"kind": "red"}, {"kind": "red"}, {"kind": "blue"}]
have shop POST /api/apps/store/policies/ {"resourcePolicy": {"resource": "datatable:notes", "rules": [{"actions": ["*"], "effect": "EFFECT_ALLOW", "roles": ["Clerk"]}]}}
)";

const QByteArray notes = "/sites/shop/api/apps/store/datatables/notes/data/";
const QByteArray policies = "/sites/shop/api/apps/store/policies/";

/// Runs `work(i)` on so many threads, which begin together.
template<class Work>
void together(int count, Work work)
{
    std::barrier start(count);
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            work(i);
        });
    }
}

QByteArray refreshBody(const HttpAnswer &answer)
{
    json::Object body;
    body.set("refresh", test::valueAt(answer.json(), u"refresh"_s)->text());
    return json::write(body);
}

/// Asks again and again on its own threads until it is destroyed; keeps what `check` finds wrong.
template<class Check>
class Load
{
public:
    Load(int count, Check check)
    {
        for (int i = 0; i < count; ++i) {
            m_threads.emplace_back([this, check](const std::stop_token &stop) {
                while (!stop.stop_requested()) {
                    if (const QByteArray wrong = check(); !wrong.isEmpty()) {
                        const std::lock_guard lock(m_mutex);
                        m_wrong = wrong;
                    }
                    ++m_done;
                }
            });
        }
    }

    int done() const { return m_done; }
    QByteArray wrong()
    {
        const std::lock_guard lock(m_mutex);
        return m_wrong;
    }

private:
    std::atomic<int> m_done = 0;
    std::mutex m_mutex;
    QByteArray m_wrong;
    std::vector<std::jthread> m_threads;
};

} // namespace

/// What happens when things are done at the same time, through HTTP: rights that are taken are gone with the answer,
/// and of two that exclude each other one happens.
class TestRaces : public QObject
{
    Q_OBJECT

    const test::OperationTable m_table = test::expectValue(test::OperationTable::parse(world));

private slots:
    void ofManyRefreshesOfATokenOneWins_data() { test::engineRows(); }
    void ofManyRefreshesOfATokenOneWins()
    {
        QFETCH(QString, engine);
        test::OperationWorld world(m_table, engine);
        const test::HttpClient client = world.server().client();
        json::Object credentials;
        credentials.set("username", "rita");
        credentials.set("password", test::RealmCredentials::userPassword);
        const HttpAnswer signedIn = client.post("/sites/shop/api/auth/jwt/token/", credentials);
        QByteArray body = refreshBody(signedIn);
        constexpr int callers = 4;
        for (int round = 0; round < 25; ++round) {
            std::array<HttpAnswer, callers> answers;
            together(callers, [&](int i) {
                answers[std::size_t(i)] = client.request("POST", "/sites/shop/api/auth/jwt/token/refresh/", body);
            });
            QByteArray next;
            for (const HttpAnswer &answer : answers) {
                QVERIFY2(answer.status == 200 || answer.status == 401, answer.body.constData());
                if (answer.status != 200)
                    continue;
                QVERIFY2(next.isEmpty(), "a token was taken twice");
                next = refreshBody(answer);
            }
            QVERIFY2(!next.isEmpty(), "nobody won");
            body = next;
        }
    }

    void aRevokedRoleIsGoneWithTheAnswer_data() { test::engineRows(); }
    void aRevokedRoleIsGoneWithTheAnswer()
    {
        QFETCH(QString, engine);
        test::OperationWorld world(m_table, engine);
        const test::HttpClient client = world.server().client();
        const HttpHeaders admin = world.credentials().bearer("shop", "admin");
        const HttpHeaders rita = world.credentials().bearer("shop", "rita");
        const QByteArray whom = R"({"roles":["store-clerk"],"usernames":["rita"]})";
        std::atomic<int> changes = 0; // odd while the role is held, or may be
        Load load(3, [&]() -> QByteArray {
            const int before = changes;
            const HttpAnswer rows = client.get(notes, rita);
            if (rows.status != 200 && rows.status != 403)
                return rows.body;
            // A request may take as long as a whole round, in which the role was held for some time.
            const bool wasRevoked = before % 2 == 0 && changes == before;
            return wasRevoked && rows.status == 200 ? "passed after the role was revoked" : "";
        });
        for (int round = 0; round < 15; ++round) {
            ++changes;
            QCOMPARE(client.request("POST", "/sites/shop/api/assign/roles/", whom, admin).status, 200);
            QCOMPARE(client.get(notes, rita).status, 200);
            QCOMPARE(client.request("DELETE", "/sites/shop/api/revoke/roles/", whom, admin).status, 200);
            ++changes;
            for (int i = 0; i < 3; ++i)
                QCOMPARE(client.get(notes, rita).status, 403);
            QCOMPARE(load.wrong(), QByteArray());
        }
        QVERIFY(load.done() > 15);
    }

    /// What is read is what one policy lets through, the former or the new one, never a mixture or everything.
    void aReplacedPolicyHoldsAtOnce_data() { test::engineRows(); }
    void aReplacedPolicyHoldsAtOnce()
    {
        QFETCH(QString, engine);
        test::OperationWorld world(m_table, engine);
        const test::HttpClient client = world.server().client();
        const HttpHeaders admin = world.credentials().bearer("shop", "admin");
        const HttpHeaders rita = world.credentials().bearer("shop", "rita");
        const auto lets = [&](const QByteArray &kind) {
            const QByteArray rule =
                R"({"resourcePolicy":{"resource":"datatable:notes","rules":[{"actions":["read"],)"
                R"("effect":"EFFECT_ALLOW","roles":["user"],"condition":{"match":{"expr":"R.attr.kind == ')" +
                kind + R"('"}}}]}})";
            const int status = client.request("POST", policies, rule, admin).status;
            return status == 200 || status == 201;
        };
        QVERIFY(lets("red"));
        Load load(3, [&]() -> QByteArray {
            const HttpAnswer rows = client.get(notes, rita);
            const qsizetype red = rows.body.count("\"red\"");
            const qsizetype blue = rows.body.count("\"blue\"");
            const std::int64_t total =
                test::valueAt(rows.json(), u"total"_s).value_or(json::Value(0)).integer().value_or(-1);
            const bool one = (red == 2 && blue == 0 && total == 2) || (red == 0 && blue == 1 && total == 1);
            return rows.status == 200 && one ? QByteArray() : QByteArray::number(rows.status) + ' ' + rows.body;
        });
        for (int round = 0; round < 15; ++round) {
            const bool red = round % 2 == 1;
            QVERIFY(lets(red ? "red" : "blue"));
            const QByteArray rows = client.get(notes, rita).body;
            QVERIFY2(rows.contains("\"red\"") == red && rows.contains("\"blue\"") == !red, rows.constData());
            QCOMPARE(load.wrong(), QByteArray());
        }
        QVERIFY(load.done() > 15);
    }

    /// Servers of one PostgreSQL; a folder with SQLite has one server alone (tst_serve).
    void otherServersFollowWithinASecond()
    {
        test::ServerFixture::Settings shared{
            {u"MASTER_KEY"_s, u"the master key that all servers of this deployment have"_s}};
        test::OperationWorld world(m_table, u"postgres"_s, shared);
        shared.push_back(test::RealmCredentials::settings().front());
        const test::ServerFixture other(u"sqlite"_s, shared, {u"--database"_s, world.server().databaseUrl()});
        const HttpHeaders admin = world.credentials().bearer("shop", "admin");
        const HttpHeaders rita = world.credentials().bearer("shop", "rita");
        const auto ask = [&](const char *method, const QByteArray &path, const QByteArray &body) {
            const int status = world.server().client().request(method, path, body, admin).status;
            QVERIFY2(status == 200 || status == 201, path.constData());
            QTest::qWait(1'000);
        };
        const auto there = [&] { return other.client().get(notes, rita).status; };
        const QByteArray whom = R"({"roles":["store-clerk"],"usernames":["rita"]})";
        QTRY_COMPARE(there(), 403); // once it knows of the app
        ask("POST", "/sites/shop/api/assign/roles/", whom);
        QCOMPARE(there(), 200);
        ask("DELETE", "/sites/shop/api/revoke/roles/", whom);
        QCOMPARE(there(), 403);
        ask("POST", policies,
            R"({"resourcePolicy":{"resource":"datatable:notes","rules":[{"actions":["read"],)"
            R"("effect":"EFFECT_ALLOW","roles":["user"]}]}})");
        QCOMPARE(there(), 200);
        ask("POST", policies + "datatable:notes:default/disable/", {});
        QCOMPARE(there(), 403);
    }

    void ofDomainsMadePrimaryAtOnceOneIs_data() { test::engineRows(); }
    void ofDomainsMadePrimaryAtOnceOneIs()
    {
        QFETCH(QString, engine);
        test::OperationWorld world(m_table, engine);
        const test::HttpClient client = world.server().client();
        const HttpHeaders admin = world.credentials().bearer("platform", "admin");
        const std::array<QByteArray, 3> slugs{"one-example-com", "two-example-com", "shop-tenantry-test"};
        for (int round = 0; round < 15; ++round) {
            std::array<HttpAnswer, slugs.size()> answers;
            together(int(slugs.size()), [&](int i) {
                answers[std::size_t(i)] =
                    client.request("PATCH", "/api/cloud/sites/shop/domains/" + slugs[std::size_t(i)] + '/',
                                   R"({"is_primary":true})", admin);
            });
            for (const HttpAnswer &answer : answers)
                QVERIFY2(answer.status == 200 || answer.status == 409, answer.body.constData());
            const HttpAnswer domains = client.get("/api/cloud/sites/shop/domains/", admin);
            QCOMPARE(domains.status, 200);
            QCOMPARE(domains.body.count("\"is_primary\":true"), 1);
            QCOMPARE(domains.body.count("\"is_primary\":false"), 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
