// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedserver.h"
#include "tests/support/guiwatchdog.h"
#include "ui/common/settings.h"
#include "ui/connections/instancepage.h"
#include "ui/connections/instances.h"
#include "ui/connections/logpanel.h"
#include "ui/tree/treepanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {
constexpr int patienceMs = 30'000;
}

/// The page of an instance that runs in the console itself, by keyboard.
class TestInstancePage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsWhereItIsAndWhatItLogs();
    void saysWhenTheServerIsAway();
    void stopsIt();

private:
    void openPage();
    InstancePage *page() const { return m_window->tabs().currentAs<InstancePage>(); }
    QString label(const QString &name) const { return page()->findChild<QLabel *>(name)->text(); }
    Instance *instance() const { return m_window->instances().all().front(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestInstancePage::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_directory->filePath(u"console.ini"_s));
    m_window = std::make_unique<MainWindow>([] { return std::make_unique<console::EmbeddedServer>(); }, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->startLocal(m_directory->filePath(u"mine"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
}

void TestInstancePage::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_directory.reset();
}

void TestInstancePage::openPage()
{
    auto *tree = m_window->findChild<QTreeView *>(u"tree"_s);
    m_window->tree().focusTree();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(page());
}

void TestInstancePage::tellsWhereItIsAndWhatItLogs()
{
    openPage();
    QVERIFY(!QTest::currentTestFailed());
    const QString address = instance()->api().server().toString();
    QCOMPARE(label(u"address"_s), address);
    QCOMPARE(label(u"account"_s), instance()->api().account());
    QCOMPARE(label(u"folder"_s), m_directory->filePath(u"mine"_s));
    QCOMPARE(label(u"outbox"_s), m_directory->filePath(u"mine/outbox"_s));
    QCOMPARE(label(u"connectionState"_s), u"Connected."_s);
    QVERIFY(!page()->findChild<QPushButton *>(u"retryConnection"_s)->isVisible());
    auto *copy = page()->findChild<QToolButton *>(u"addressCopy"_s);
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), address);

    auto *log = page()->findChild<LogPanel *>();
    QVERIFY(log);
    const auto refused = [log] { return log->toPlainText().count("/api/cloud/organizations/"_L1); };
    QTRY_VERIFY_WITH_TIMEOUT(refused() > 0, patienceMs); // what the tree has asked for
    const qsizetype before = refused();
    instance()->api().organizations(1).then(this, [](const auto &) {});
    QTRY_VERIFY_WITH_TIMEOUT(refused() > before, patienceMs);
    QCOMPARE(log->verticalScrollBar()->value(), log->verticalScrollBar()->maximum());
    QCOMPARE(log->horizontalScrollBar()->value(), 0);
}

void TestInstancePage::saysWhenTheServerIsAway()
{
    openPage();
    QVERIFY(!QTest::currentTestFailed());
    const std::unique_ptr<LocalServer> server = instance()->takeServer();
    QSignalSpy stopped(server.get(), &LocalServer::stopped);
    server->stop();
    QVERIFY(stopped.wait(patienceMs));
    page()->reload();
    auto *retry = page()->findChild<QPushButton *>(u"retryConnection"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible(), patienceMs);
    QVERIFY2(label(u"connectionState"_s).contains("Is the server running?"_L1),
             qPrintable(label(u"connectionState"_s)));
    auto *tree = m_window->findChild<QTreeView *>(u"tree"_s);
    QVERIFY(tree->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains("trying"_L1));
}

void TestInstancePage::stopsIt()
{
    openPage();
    QVERIFY(!QTest::currentTestFailed());
    auto *end = page()->findChild<QPushButton *>(u"endInstance"_s);
    end->setFocus();
    QTest::keyClick(end, Qt::Key_Space);
    QTRY_VERIFY(m_window->instances().isEmpty());
    QCOMPARE(m_window->tabs().count(), 0);
    // The folder is free again.
    m_window->startLocal(m_directory->filePath(u"mine"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
}

TENANTRY_GUI_TEST_MAIN(TestInstancePage)
#include "tst_instancepage.moc"
