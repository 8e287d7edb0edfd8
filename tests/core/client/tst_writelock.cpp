// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/api.h"
#include "tests/support/await.h"
#include "tests/support/fakeplatform.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::client;
using tenantry::test::await;
using tenantry::test::FakePlatform;

namespace {

const QString production = u"acme-prod"_s;
const QString testing = u"acme-test"_s;

} // namespace

/// What keeps a production site from being written to by accident, at the place that sends.
class TestWriteLock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void siteNobodyHasToldAboutIsLocked();
    void productionIsLockedAndOthersAreOpen();
    void refusedWriteIsNotSent_data();
    void refusedWriteIsNotSent();
    void readingIsAlwaysAllowed();
    void unlockedSiteIsWrittenTo();
    void locksItselfWhenTheTimeIsOver();
    void unlockingAgainBeginsTheTimeAnew();
    void newSiteIsUnlocked();
    void siteThatBecomesProductionIsLocked();
    void readOnlyInstanceIsNotWrittenTo();

private:
    int written() const { return m_server->count("POST", FakePlatform::ordersPath); }
    Result<json::Value> write(const QString &site, Method method = Method::Post);

    std::unique_ptr<FakePlatform> m_server;
    std::unique_ptr<Api> m_api;
};

void TestWriteLock::init()
{
    m_server = std::make_unique<FakePlatform>();
    m_server->on("POST", FakePlatform::ordersPath, {201, R"({"status":"success","data":{}})"});
    m_api = std::make_unique<Api>(m_server->url());
    QVERIFY(await(m_api->signIn(QLatin1StringView(FakePlatform::email), QLatin1StringView(FakePlatform::password))));
}

void TestWriteLock::cleanup()
{
    m_api.reset();
    m_server.reset();
}

Result<json::Value> TestWriteLock::write(const QString &site, Method method)
{
    Request request = Request::post(FakePlatform::ordersPath);
    request.method = method;
    return await(m_api->send(site, request));
}

void TestWriteLock::siteNobodyHasToldAboutIsLocked()
{
    QCOMPARE(m_api->writeLock(production).state(), WriteLock::State::Locked);
    QVERIFY(!write(production));
    QCOMPARE(written(), 0);
}

void TestWriteLock::productionIsLockedAndOthersAreOpen()
{
    QVERIFY(await(m_api->sites(u"acme"_s, 1)));
    QCOMPARE(m_api->writeLock(production).state(), WriteLock::State::Locked);
    QCOMPARE(m_api->writeLock(testing).state(), WriteLock::State::Open);
    m_api->writeLock(testing).lock();
    QCOMPARE(m_api->writeLock(testing).state(), WriteLock::State::Open);
}

void TestWriteLock::refusedWriteIsNotSent_data()
{
    QTest::addColumn<int>("method");
    QTest::newRow("POST") << int(Method::Post);
    QTest::newRow("PATCH") << int(Method::Patch);
    QTest::newRow("DELETE") << int(Method::Delete);
}

void TestWriteLock::refusedWriteIsNotSent()
{
    QFETCH(int, method);
    const size_t before = m_server->received().size();
    const auto answer = write(production, Method(method));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Forbidden);
    QVERIFY2(answer.error().message.contains(u"acme-prod is a production site and locked"_s),
             qPrintable(answer.error().message));
    QVERIFY(answer.error().detail.contains(u"Ctrl+Shift+L"_s));
    QCOMPARE(m_server->received().size(), before); // the site was not even entered
    const auto app = await(m_api->createApp(production, {u"Shop"_s, {}}));
    QVERIFY(!app);
    QCOMPARE(app.error().code, ErrorCode::Forbidden);
    QCOMPARE(m_server->received().size(), before);
    Request domain = Request::post(u"/api/cloud/sites/acme-prod/domains/"_s);
    domain.method = Method(method);
    const auto aboutIt = await(m_api->sendPlatform(domain));
    QVERIFY(!aboutIt);
    QCOMPARE(aboutIt.error().code, ErrorCode::Forbidden);
    QCOMPARE(m_server->received().size(), before);
}

void TestWriteLock::readingIsAlwaysAllowed()
{
    QVERIFY(await(m_api->apps(production, 1)));
    QVERIFY(await(m_api->table({production, u"store"_s, u"orders"_s})));
}

void TestWriteLock::unlockedSiteIsWrittenTo()
{
    WriteLock &lock = m_api->writeLock(production);
    int told = 0;
    lock.onChanged(this, [&] { ++told; });
    lock.unlock();
    QCOMPARE(lock.state(), WriteLock::State::Unlocked);
    QVERIFY(lock.remaining() > 14min && lock.remaining() <= 15min);
    QVERIFY(write(production));
    QCOMPARE(written(), 1);
    lock.lock();
    QVERIFY(!write(production));
    QCOMPARE(written(), 1);
    QCOMPARE(told, 2);
}

void TestWriteLock::locksItselfWhenTheTimeIsOver()
{
    WriteLock &lock = m_api->writeLock(production);
    int told = 0;
    lock.unlock(20ms);
    lock.onChanged(this, [&] {
        ++told;
        QCOMPARE(lock.state(), WriteLock::State::Locked);
    });
    QTRY_COMPARE(told, 1);
    QCOMPARE(lock.remaining(), 0ms);
    QVERIFY(!write(production));
    QCOMPARE(written(), 0);
}

void TestWriteLock::unlockingAgainBeginsTheTimeAnew()
{
    WriteLock &lock = m_api->writeLock(production);
    lock.unlock(1min);
    lock.unlock();
    QVERIFY(lock.remaining() > 14min);
}

void TestWriteLock::newSiteIsUnlocked()
{
    QVERIFY(await(m_api->createSite(u"acme"_s, {u"Portal"_s, {}, u"production"_s})));
    QCOMPARE(m_api->writeLock(u"portal"_s).state(), WriteLock::State::Unlocked);
}

void TestWriteLock::siteThatBecomesProductionIsLocked()
{
    WriteLock &lock = m_api->writeLock(testing);
    lock.setEnvironment(u"staging"_s);
    QCOMPARE(lock.state(), WriteLock::State::Open);
    lock.setEnvironment(u"production"_s);
    QCOMPARE(lock.state(), WriteLock::State::Locked);
    lock.unlock();
    lock.setEnvironment(u"production"_s); // told again by every list
    QCOMPARE(lock.state(), WriteLock::State::Unlocked);
}

/// Neither its platform nor its sites, whatever their locks say; reading goes on.
void TestWriteLock::readOnlyInstanceIsNotWrittenTo()
{
    m_api->setUse(Api::Use::ReadOnly);
    m_api->writeLock(production).unlock();
    const auto refused = write(production);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QCOMPARE(written(), 0);
    const auto organization = await(m_api->createOrganization({}));
    QVERIFY(!organization);
    QVERIFY(organization.error().message.contains(u"read-only"_s));
    QCOMPARE(m_server->count("POST", u"/api/cloud/organizations/"_s), 0);
    QVERIFY(await(m_api->apps(production, 1)));
}

QTEST_GUILESS_MAIN(TestWriteLock)
#include "tst_writelock.moc"
