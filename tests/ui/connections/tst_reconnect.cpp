// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "tests/ui/datatable/tablewindow.h"
#include "ui/connections/connection.h"

#include <QtTest>

using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::test;

/// A server that goes and comes back while somebody edits.
class TestReconnect : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pendingChangesStayAndAreCommittedOnceItIsBack();
    void whatCouldNotBeLoadedIsLoadedOnceItIsBack();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
};

void TestReconnect::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<Server>();
    QVERIFY(m_server->start());
    m_server->fill("staging");
}

void TestReconnect::pendingChangesStayAndAreCommittedOnceItIsBack()
{
    Server &server = *m_server;
    Window window(server.url(), m_folder->filePath(u"w.db"_s), u"staging"_s);
    QVERIFY(window.open());
    const Connection &connection = window.connection();
    QCOMPARE(connection.state(), Connection::State::Connected);
    window.type(1, 1, u"Chair"_s);
    window.type(2, 2, u"7"_s);
    QVERIFY(!QTest::currentTestFailed());

    server.stop();
    QVERIFY(window.commit());
    QTRY_COMPARE_WITH_TIMEOUT(connection.state(), Connection::State::Retrying, patienceMs);
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(window.changes().count(), 2);
    QCOMPARE(window.shown(1, 1), u"Chair"_s);
    window.type(3, 1, u"Sofa"_s); // work goes on
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(window.changes().count(), 3);

    QVERIFY(server.start());
    QTRY_COMPARE_WITH_TIMEOUT(connection.state(), Connection::State::Connected, patienceMs);
    QCOMPARE(window.changes().count(), 3);
    QCOMPARE(server.rows()[1], u"2 Lamp 2 20"_s); // nothing is sent by itself
    QVERIFY(window.commit());
    QTRY_COMPARE_WITH_TIMEOUT(window.changes().count(), 0, patienceMs);
    QCOMPARE(server.rows()[1], u"2 Chair 20"_s);
    QCOMPARE(server.rows()[2], u"3 Lamp 3 7"_s);
    QCOMPARE(server.rows()[3], u"4 Sofa 40"_s);
}

void TestReconnect::whatCouldNotBeLoadedIsLoadedOnceItIsBack()
{
    Window window(m_server->url(), m_folder->filePath(u"w.db"_s), u"staging"_s);
    QVERIFY(window.open());
    m_server->stop();
    window.tab()->reload();
    RowModel *rows = window.tab()->rows();
    QTRY_VERIFY_WITH_TIMEOUT(rows->error(), patienceMs);
    QVERIFY(m_server->start());
    QTRY_COMPARE_WITH_TIMEOUT(window.connection().state(), Connection::State::Connected, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(rows->rowCount(), 5, patienceMs);
    QVERIFY(!rows->error());
    QTRY_COMPARE_WITH_TIMEOUT(window.shown(1, 1), u"Lamp 2"_s, patienceMs);
}

TENANTRY_GUI_TEST_MAIN(TestReconnect)
#include "tst_reconnect.moc"
