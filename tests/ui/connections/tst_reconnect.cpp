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
    void pendingChangesStayAndAreCommittedOnceItIsBack();
};

void TestReconnect::pendingChangesStayAndAreCommittedOnceItIsBack()
{
    QTemporaryDir folder;
    Server server;
    QVERIFY(server.start());
    server.fill("staging");
    Window window(server.url(), folder.filePath(u"w.db"_s), u"staging"_s);
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

TENANTRY_GUI_TEST_MAIN(TestReconnect)
#include "tst_reconnect.moc"
