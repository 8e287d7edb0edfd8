// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/api.h"
#include "tests/support/await.h"
#include "tests/support/fakeplatform.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::client;
using tenantry::test::await;
using tenantry::test::FakePlatform;

namespace {

const QString tokenPath = u"/api/cloud/auth/jwt/token/"_s;
const QString refreshPath = u"/api/cloud/auth/jwt/token/refresh/"_s;
const QString organizationsPath = u"/api/cloud/organizations/"_s;

} // namespace

class TestApi : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void wrongPasswordSaysSo();
    void nothingGoesOutBeforeSignIn();
    void listsAreDecoded();
    void longListsComeInPages();
    void sitesAreEnteredOnce();
    void tableKnowsItsKeys();
    void rowsComeInColumnOrder();
    void numbersKeepTheirDigits();
    void tokenIsRenewedBeforeItExpires();
    void renewalIsSharedByWaitingCalls();
    void refusedTokenIsRenewedOnce();
    void endedSessionIsReported();
    void fieldErrorsReachTheCaller();
    void unreachableServerSaysWhatToDo();
    void strangersAreRecognised_data();
    void strangersAreRecognised();
    void cancelledCallNeverAnswers();
    void redirectsAreNotFollowed();

private:
    void signIn();

    std::unique_ptr<FakePlatform> m_server;
    std::unique_ptr<Api> m_api;
};

void TestApi::init()
{
    m_server = std::make_unique<FakePlatform>();
    m_api = std::make_unique<Api>(m_server->url());
}

void TestApi::cleanup()
{
    m_api.reset();
    m_server.reset();
}

void TestApi::signIn()
{
    const auto account =
        await(m_api->signIn(QLatin1StringView(FakePlatform::email), QLatin1StringView(FakePlatform::password)));
    QVERIFY(account);
    QCOMPARE(m_api->account(), QLatin1StringView(FakePlatform::email));
}

void TestApi::wrongPasswordSaysSo()
{
    const auto account = await(m_api->signIn(QLatin1StringView(FakePlatform::email), u"wrong"_s));
    QVERIFY(!account);
    QCOMPARE(account.error().code, ErrorCode::Unauthorized);
    QCOMPARE(account.error().message, u"No active account matches this e-mail and password."_s);
    QVERIFY(m_api->account().isEmpty());
}

void TestApi::nothingGoesOutBeforeSignIn()
{
    const auto page = await(m_api->organizations(1));
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Unauthorized);
    QVERIFY(m_server->received().empty());
}

void TestApi::listsAreDecoded()
{
    signIn();
    const auto organizations = await(m_api->organizations(1));
    QVERIFY(organizations);
    QCOMPARE(organizations->total, 1);
    QCOMPARE(organizations->items.front().slug, u"acme"_s);
    const auto sites = await(m_api->sites(u"acme"_s, 1));
    QVERIFY(sites);
    QCOMPARE(sites->items.size(), size_t(2));
    QCOMPARE(sites->items[1].environment, u"testing"_s);
    const auto tables = await(m_api->tables(u"acme-prod"_s, u"store"_s, 1));
    QVERIFY(tables);
    QCOMPARE(tables->items[1].name, u"orders"_s);
    QCOMPARE(tables->items[1].rowEstimate, FakePlatform::orderCount);
}

void TestApi::longListsComeInPages()
{
    signIn();
    m_server->addOrganizations(120);
    const auto first = await(m_api->organizations(1));
    QVERIFY(first);
    QCOMPARE(first->items.size(), size_t(100));
    QCOMPARE(first->total, 121);
    QVERIFY(first->hasNext);
    const auto second = await(m_api->organizations(2));
    QVERIFY(second);
    QCOMPARE(second->items.size(), size_t(21));
    QVERIFY(!second->hasNext);
}

void TestApi::sitesAreEnteredOnce()
{
    signIn();
    QVERIFY(await(m_api->apps(u"acme-prod"_s, 1)));
    QVERIFY(await(m_api->tables(u"acme-prod"_s, u"store"_s, 1)));
    QCOMPARE(m_server->count("POST", u"/api/cloud/sites/acme-prod/enter/"_s), 1);
    QCOMPARE(m_server->count("POST", tokenPath), 1);
}

void TestApi::tableKnowsItsKeys()
{
    signIn();
    const auto table = await(m_api->table({u"acme-prod"_s, u"store"_s, u"orders"_s}));
    QVERIFY(table);
    QCOMPARE(table->columns.size(), size_t(7));
    QVERIFY(table->columns[0].primaryKey);
    QVERIFY(table->columns[0].required);
    QVERIFY(!table->columns[1].primaryKey);
    QCOMPARE(table->columns[1].reference, u"customers.id"_s);
    QCOMPARE(table->columns[5].title, u"Remark"_s);
}

void TestApi::rowsComeInColumnOrder()
{
    signIn();
    const TableAddress address{u"acme-prod"_s, u"store"_s, u"orders"_s};
    const auto table = await(m_api->table(address));
    QVERIFY(table);
    const auto page = await(m_api->rows(address, table->columns, {200, 10, u"-id"_s}));
    QVERIFY(page);
    QCOMPARE(page->total, FakePlatform::orderCount);
    QCOMPARE(page->rows.size(), size_t(10));
    QCOMPARE(page->rows[0][0].integer(), 800);
    QVERIFY(page->rows[1][3].isBool());
    const auto &query = m_server->received().back().query;
    QCOMPARE(query.queryItemValue(u"_start"_s), u"200"_s);
    QCOMPARE(query.queryItemValue(u"_end"_s), u"210"_s);
    QCOMPARE(query.queryItemValue(u"ordering"_s), u"-id"_s);
}

void TestApi::numbersKeepTheirDigits()
{
    signIn();
    m_server->on("GET", FakePlatform::ordersPath,
                 {200, R"({"status":"success","data":[{"total":12345678901234567890.123456789}],"total":1})"});
    const std::vector<Column> columns{{u"total"_s, {}, u"number"_s, {}, false, false, {}}};
    const auto page = await(m_api->rows({u"acme-prod"_s, u"store"_s, u"orders"_s}, columns, {0, 1, {}}));
    QVERIFY(page);
    QCOMPARE(page->rows[0][0].numberText(), std::string_view("12345678901234567890.123456789"));
}

void TestApi::tokenIsRenewedBeforeItExpires()
{
    m_server->setTokenLifetime(5); // shorter than the margin, so stale at once
    signIn();
    QVERIFY(await(m_api->organizations(1)));
    QCOMPARE(m_server->count("POST", refreshPath), 1);
    m_server->setTokenLifetime(900);
    QVERIFY(await(m_api->organizations(1)));
    QVERIFY(await(m_api->organizations(1)));
    QCOMPARE(m_server->count("POST", refreshPath), 2);
    QCOMPARE(m_server->count("POST", tokenPath), 1);
}

void TestApi::renewalIsSharedByWaitingCalls()
{
    m_server->setTokenLifetime(5);
    signIn();
    m_server->setTokenLifetime(900);
    int answered = 0;
    for (int i = 0; i < 5; ++i)
        m_api->organizations(1).then(this, [&](Result<Page<Organization>> page) { answered += page ? 1 : 0; });
    QTRY_COMPARE(answered, 5);
    QCOMPARE(m_server->count("POST", refreshPath), 1);
}

void TestApi::refusedTokenIsRenewedOnce()
{
    signIn();
    m_server->revokeAccess();
    QVERIFY(await(m_api->organizations(1)));
    QCOMPARE(m_server->count("GET", organizationsPath), 2);
    QCOMPARE(m_server->count("POST", refreshPath), 1);
}

void TestApi::endedSessionIsReported()
{
    signIn();
    m_server->revokeAccess();
    m_server->on("POST", refreshPath, {401, R"({"status":"error","code":"UNAUTHORIZED","message":"It is over."})"});
    const auto page = await(m_api->organizations(1));
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Unauthorized);
    QCOMPARE(page.error().message, u"It is over."_s);
    QCOMPARE(m_server->count("GET", organizationsPath), 1);
}

void TestApi::fieldErrorsReachTheCaller()
{
    signIn();
    const auto made = await(m_api->createSite(u"acme"_s, {u"acme-prod"_s, {}, u"staging"_s}));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Validation);
    QCOMPARE(made.error().fields.size(), size_t(1));
    QCOMPARE(made.error().fields[0].path, u"name"_s);
    QCOMPARE(made.error().fields[0].message, u"This name is taken."_s);
}

void TestApi::unreachableServerSaysWhatToDo()
{
    m_server->stop();
    const auto account = await(m_api->signIn(u"a@b.c"_s, u"x"_s));
    QVERIFY(!account);
    QCOMPARE(account.error().code, ErrorCode::Unavailable);
    QVERIFY2(account.error().message.contains("Is the server running?"_L1), qPrintable(account.error().message));
}

void TestApi::strangersAreRecognised_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("a web page") << 200 << "<html>Hello</html>"_ba << int(ErrorCode::Unavailable);
    QTest::newRow("no token in it") << 200 << "{}"_ba << int(ErrorCode::Unavailable);
    QTest::newRow("page not found") << 404 << "<html>404</html>"_ba << int(ErrorCode::NotFound);
    QTest::newRow("gateway") << 502 << ""_ba << int(ErrorCode::Internal);
    QTest::newRow("headless shape") << 400 << R"({"status":400,"code":"BAD_REQUEST","message":"m"})"_ba
                                    << int(ErrorCode::BadRequest);
}

void TestApi::strangersAreRecognised()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_server->on("POST", tokenPath, {status, body});
    const auto account = await(m_api->signIn(u"a@b.c"_s, u"x"_s));
    QVERIFY(!account);
    QCOMPARE(int(account.error().code), code);
    QVERIFY(!account.error().message.isEmpty());
}

void TestApi::cancelledCallNeverAnswers()
{
    signIn();
    m_server->hold();
    bool answered = false;
    const CancelToken token = m_api->organizations(1).then(this, [&](Result<Page<Organization>>) { answered = true; });
    QTRY_COMPARE(m_server->count("GET", organizationsPath), 1);
    token.cancel();
    m_server->release();
    QVERIFY(await(m_api->organizations(1)));
    QVERIFY(!answered);
}

void TestApi::redirectsAreNotFollowed()
{
    signIn();
    m_server->on("GET", organizationsPath, {302, {}});
    const auto page = await(m_api->organizations(1));
    QVERIFY(!page);
    QVERIFY2(page.error().message.contains("302"_L1), qPrintable(page.error().message));
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
