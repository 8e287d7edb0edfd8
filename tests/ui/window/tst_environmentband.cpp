// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "tests/ui/window/consolewindow.h"

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::test;
using client::WriteLock;

/// What stands over the pages of a site, against a whole server and by keyboard.
class TestEnvironmentBand : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void unlocksAndLocksByKeyboard();
    void followsWhatTheSiteBecomes();
    void theTreeUnlocksItsOwnSite();
    void aRestoredTabSaysWhatItWas();

private:
    void start(const char *environment);
    WriteLock &lock() const { return m_console->window->instances().all().front()->api().writeLock(u"portal"_s); }
    template<class Widget>
    Widget *part(const QString &name) const
    {
        return m_console->window->tabs().current()->findChild<Widget *>(name);
    }
    QString said() const { return part<QLabel>(u"lockState"_s)->text(); }

    std::unique_ptr<ConsoleWindow> m_console;
};

void TestEnvironmentBand::start(const char *environment)
{
    m_console = std::make_unique<ConsoleWindow>();
    QVERIFY(m_console->start(environment));
}

void TestEnvironmentBand::cleanup()
{
    m_console->close();
    m_console.reset();
}

void TestEnvironmentBand::unlocksAndLocksByKeyboard()
{
    start("production");
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    QCOMPARE(said(), u"PRODUCTION \u00b7 locked"_s);
    QVERIFY(m_console->action(u"site.lock"_s)->text().contains("portal"_L1));
    m_console->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(said().startsWith(u"PRODUCTION \u00b7 unlocked for 1"_s), qPrintable(said()));
    QVERIFY(part<QToolButton>(u"lockExtend"_s)->isVisible());

    part<QToolButton>(u"lockToggle"_s)->setFocus(Qt::TabFocusReason);
    m_console->press(Qt::Key_Space);
    QCOMPARE(said(), u"PRODUCTION \u00b7 locked"_s);
    QCOMPARE(lock().state(), WriteLock::State::Locked);
    QVERIFY(!part<QToolButton>(u"lockExtend"_s)->isVisible());
}

void TestEnvironmentBand::followsWhatTheSiteBecomes()
{
    start("staging");
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    QCOMPARE(said(), u"staging"_s);
    QVERIFY(!part<QToolButton>(u"lockToggle"_s)->isVisible());
    m_console->server.setEnvironment("production");
    m_console->select(u"Acme"_s);
    m_console->press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"PRODUCTION \u00b7 locked"_s, patienceMs);
}

void TestEnvironmentBand::theTreeUnlocksItsOwnSite()
{
    start("production");
    m_console->select(u"Acme"_s);
    QVERIFY(!m_console->action(u"site.lock"_s)->isEnabled());
    m_console->select(u"Portal"_s);
    m_console->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(lock().state(), WriteLock::State::Unlocked);
    QVERIFY(m_console->action(u"node.delete"_s)->isEnabled());
    m_console->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(lock().state(), WriteLock::State::Locked);
}

void TestEnvironmentBand::aRestoredTabSaysWhatItWas()
{
    start("production");
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    QVERIFY(m_console->open());
    QTRY_COMPARE(m_console->titles().size(), 1);
    QTRY_COMPARE(said(), u"production"_s);
    QVERIFY(!part<QToolButton>(u"lockToggle"_s)->isVisible());
}

TENANTRY_GUI_TEST_MAIN(TestEnvironmentBand)
#include "tst_environmentband.moc"
