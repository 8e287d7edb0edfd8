// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeserver.h"
#include "tests/support/guiwatchdog.h"
#include "ui/connections/connection.h"
#include "ui/connections/connectionmark.h"

#include <QGuiApplication>
#include <QPalette>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using tenantry::test::FakeServer;
using namespace std::chrono_literals;

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comesBackByItself();
    void givesUpAndTriesWhenAsked();
    void callEndsTheWait();
    void gatewayThatFindsNobodyIsNoAnswer();
    void oneDatabaseAwayIsNotTheServerAway();
    void cancelledCallSaysNothing();
    void looksWhenNobodyCalls();
    void silentServerIsNotWaitedForForEver();
    void countsDown();

private:
    void make(const Connection::Schedule &schedule);
    void call(const QString &path = u"/"_s);
    QString word() const { return ConnectionMark::of(*m_connection, QGuiApplication::palette()).word; }
    int probes() const { return m_server->count("GET", u"/health/live/"_s); }

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<client::Api> m_api;
    std::unique_ptr<Connection> m_connection;
};

using State = Connection::State;

void TestConnection::init()
{
    m_connection.reset();
    m_server = std::make_unique<FakeServer>();
    m_server->on("GET", u"/health/live/"_s, {200, R"({"status":"ok"})"});
    m_api = std::make_unique<client::Api>(m_server->url());
    make({.first = 1ms, .longest = 5ms, .attempts = 1'000'000});
}

void TestConnection::make(const Connection::Schedule &schedule)
{
    m_connection = std::make_unique<Connection>(*m_api, schedule);
}

/// A call as the console makes them. It is not signed in, so what goes out is the request that would renew the token.
void TestConnection::call(const QString &path)
{
    m_api->begin(u"ada@example.org"_s, {"access"_ba, "refresh"_ba, 1h});
    m_api->sendPlatform(client::Request::get(path)).then(this, [](const auto &) {});
}

void TestConnection::comesBackByItself()
{
    QCOMPARE(m_connection->state(), State::Connected);
    m_server->stop();
    QSignalSpy changed(m_connection.get(), &Connection::stateChanged);
    call();
    QTRY_COMPARE(m_connection->state(), State::Retrying);
    QVERIFY(m_connection->problem().contains("Is the server running?"_L1));
    QVERIFY(changed.count() > 0);
    m_server->start();
    QTRY_COMPARE(m_connection->state(), State::Connected);
    QVERIFY(m_connection->problem().isEmpty());
    QCOMPARE(probes(), 1);
    QCOMPARE(word(), u"connected"_s);
}

void TestConnection::givesUpAndTriesWhenAsked()
{
    make({.first = 1ms, .longest = 1ms, .attempts = 3});
    m_server->stop();
    call();
    QTRY_COMPARE(m_connection->state(), State::Offline);
    QCOMPARE(word(), u"offline"_s);
    QVERIFY(!m_connection->problem().isEmpty());
    m_server->start();
    m_connection->retryNow();
    QCOMPARE(m_connection->state(), State::Retrying);
    QVERIFY(m_connection->isTrying());
    QTRY_COMPARE(m_connection->state(), State::Connected);
}

/// Whatever the next attempt is waiting for.
void TestConnection::callEndsTheWait()
{
    make({.first = 1h, .longest = 1h});
    m_server->stop();
    call();
    QTRY_COMPARE(m_connection->state(), State::Retrying);
    m_server->start();
    call();
    QTRY_COMPARE(m_connection->state(), State::Connected);
    QCOMPARE(probes(), 0);
}

void TestConnection::gatewayThatFindsNobodyIsNoAnswer()
{
    m_server->on("GET", u"/"_s, {502, "<html>Bad gateway</html>"});
    m_server->on("GET", u"/health/live/"_s, {502, "<html>Bad gateway</html>"});
    call();
    QTRY_COMPARE(m_connection->state(), State::Retrying);
    m_server->on("GET", u"/health/live/"_s, {200, R"({"status":"ok"})"});
    QTRY_COMPARE(m_connection->state(), State::Connected);
}

void TestConnection::oneDatabaseAwayIsNotTheServerAway()
{
    m_server->on("GET", u"/"_s, {503, R"({"code":"unavailable","message":"The site's database is away."})"});
    QSignalSpy changed(m_connection.get(), &Connection::stateChanged);
    call();
    QTRY_COMPARE(probes(), 1);
    QTRY_VERIFY(!m_connection->isTrying());
    QCOMPARE(m_connection->state(), State::Connected);
    QCOMPARE(changed.count(), 0);
}

void TestConnection::cancelledCallSaysNothing()
{
    m_server->hold();
    m_api->begin(u"ada@example.org"_s, {"access"_ba, "refresh"_ba, 1h});
    const client::CancelToken token =
        m_api->sendPlatform(client::Request::get(u"/"_s)).then(this, [](const auto &) { QFAIL("cancelled"); });
    QTRY_COMPARE(m_server->received().size(), size_t(1));
    token.cancel();
    QCoreApplication::processEvents();
    QCOMPARE(m_connection->state(), State::Connected);
}

void TestConnection::looksWhenNobodyCalls()
{
    m_server->stop();
    make({.first = 1h, .longest = 1h, .idle = 1ms});
    QTRY_COMPARE(m_connection->state(), State::Retrying);
}

void TestConnection::silentServerIsNotWaitedForForEver()
{
    m_server->hold();
    make({.first = 1h, .longest = 1h, .patience = 1ms, .idle = 1ms});
    QTRY_COMPARE(m_connection->state(), State::Retrying);
    QVERIFY(m_connection->problem().contains("did not answer in time"_L1));
}

void TestConnection::countsDown()
{
    make({.first = 3s, .longest = 3s});
    m_server->stop();
    QSignalSpy ticks(m_connection.get(), &Connection::countdownChanged);
    call();
    QTRY_COMPARE(m_connection->state(), State::Retrying);
    QVERIFY(ticks.count() > 0);
    QVERIFY(m_connection->untilRetry() <= 3s);
    QVERIFY(word().contains("retrying in"_L1));
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, 30'000);
    QVERIFY(ticks.count() >= 3);
}

TENANTRY_GUI_TEST_MAIN(TestConnection)
#include "tst_connection.moc"
