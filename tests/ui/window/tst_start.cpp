// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/transport.h"
#include "tests/support/guiwatchdog.h"
#include "ui/common/actionregistry.h"
#include "ui/common/settings.h"
#include "ui/connections/instances.h"
#include "ui/connections/profilestore.h"
#include "ui/window/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QTcpServer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int profileCount = 20;

} // namespace

/// A start with many saved instances, none of which answers.
class TestStart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    /// Saved instances at a port that takes connections and never answers.
    void saveProfiles(const QString &address)
    {
        Workspace workspace(m_directory.filePath(u"workspace.db"_s));
        ProfileStore store(workspace);
        for (int i = 1; i <= profileCount; ++i)
            store.save({{}, u"Server %1"_s.arg(i), {}, Profile::Kind::Server, address, u"ada@example.org"_s, {}});
    }

private slots:
    void connectsToNothingByItself()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QSignalSpy connected(&silent, &QTcpServer::newConnection);
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
        saveProfiles(address.toString());

        Settings settings(m_directory.filePath(u"console.ini"_s));
        MainWindow window({}, settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_COMPARE(window.profiles().rowCount(), profileCount);
        QVERIFY(window.isEnabled());
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(window.instances().isEmpty());
        QVERIFY(!window.instances().isStarting());
        QVERIFY(window.actions().action(u"instance.manage"_s)->isEnabled());

        // What is sent now comes after anything the start could have sent: it is the first, and the only one.
        client::Transport transport(address);
        transport.send(client::Request::get(u"/"_s)).then(this, [](const auto &) {});
        QVERIFY(connected.count() > 0 || connected.wait());
        QCOMPARE(connected.count(), 1);
    }
};

TENANTRY_GUI_TEST_MAIN(TestStart)
#include "tst_start.moc"
