// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedserver.h"
#include "ui/common/actionregistry.h"
#include "ui/connections/instances.h"
#include "ui/dialogs/demodialog.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QSettings>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int patienceMs = 60'000;
const QString organization = u"Acme (demo)"_s;

} // namespace

/// "Load the demo into this instance", a local one with a whole server.
class TestDemoAction : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void loadsAndRefusesTheSecondTime();
    void cancellingRemovesWhatWasMade();
    void closingTheWindowEndsIt();

private:
    DemoDialog *dialog() const { return m_window->findChild<DemoDialog *>(); }
    QString doing() const { return dialog()->findChild<QLabel *>(u"doing"_s)->text(); }
    QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"tree"_s); }
    QModelIndex find(const QString &text) const;
    void ask();
    void begin();
    void closeWindow();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestDemoAction::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_directory->filePath(u"console.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>([] { return std::make_unique<console::EmbeddedServer>(); }, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestDemoAction::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_directory.reset();
}

QModelIndex TestDemoAction::find(const QString &text) const
{
    const QAbstractItemModel *model = tree()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

void TestDemoAction::ask()
{
    m_window->actions().action(u"instance.loadDemo"_s)->trigger();
    QVERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Return);
}

void TestDemoAction::begin()
{
    QVERIFY(!m_window->actions().action(u"instance.loadDemo"_s)->isEnabled());
    m_window->startLocal(m_directory->filePath(u"mine"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
    ask();
}

void TestDemoAction::closeWindow()
{
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patienceMs);
}

void TestDemoAction::loadsAndRefusesTheSecondTime()
{
    begin();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(find(organization).isValid(), patienceMs);
    tree()->expand(find(organization));
    QTRY_COMPARE_WITH_TIMEOUT(tree()->model()->rowCount(find(organization)), 2, patienceMs);

    ask();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(doing().contains("there already"_L1), patienceMs);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    closeWindow();
}

void TestDemoAction::cancellingRemovesWhatWasMade()
{
    begin();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(doing().startsWith("Filling"_L1), patienceMs);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(dialog() && dialog()->isVisible());
    QVERIFY(doing().startsWith("Cancelling"_L1));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patienceMs);

    std::optional<std::int64_t> total;
    m_window->instances().all().front()->api().organizations(1).then(
        this, [&](const auto &page) { total = page ? page->total : -1; });
    QTRY_VERIFY_WITH_TIMEOUT(total, patienceMs);
    QCOMPARE(*total, 0);
    closeWindow();
}

void TestDemoAction::closingTheWindowEndsIt()
{
    begin();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(doing().startsWith("Filling"_L1), patienceMs);
    closeWindow();
    QVERIFY(!dialog());
}

QTEST_MAIN(TestDemoAction)
#include "tst_demoaction.moc"
