// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "tests/ui/window/consolewindow.h"

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::test;

/// Tabs against a whole server, driven as a user does: previews and tabs that stay.
class TestTabs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPreviewGivesWayToTheNext();
    void workKeepsAPreview();
    void oneClickLooksAndTwoOpen();
    void tabsCloseByKeyAndButton();

private:
    std::unique_ptr<ConsoleWindow> m_console;
};

void TestTabs::init()
{
    m_console = std::make_unique<ConsoleWindow>();
    QVERIFY(m_console->start());
}

void TestTabs::cleanup()
{
    m_console->close();
    m_console.reset();
}

void TestTabs::aPreviewGivesWayToTheNext()
{
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Space);
    QCOMPARE(m_console->titles(), QStringList(u"products, preview"_s));
    QVERIFY(m_console->rowsAreThere());
    QVERIFY(m_console->tree()->hasFocus()); // for the next look

    m_console->select(u"orders"_s);
    m_console->press(Qt::Key_Space);
    QCOMPARE(m_console->titles(), QStringList(u"orders, preview"_s));

    m_console->press(Qt::Key_Return);
    QCOMPARE(m_console->titles(), QStringList(u"orders"_s));
    QVERIFY(!m_console->action(u"tab.keep"_s)->isEnabled());

    m_console->select(u"customers"_s);
    m_console->press(Qt::Key_Space);
    QCOMPARE(m_console->titles(), (QStringList{u"orders"_s, u"customers, preview"_s}));
    m_console->action(u"tab.keep"_s)->trigger();
    QCOMPARE(m_console->titles(), (QStringList{u"orders"_s, u"customers"_s}));

    m_console->select(u"Store"_s);
    QVERIFY(!m_console->action(u"table.preview"_s)->isEnabled());
}

void TestTabs::workKeepsAPreview()
{
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Space);
    QVERIFY(m_console->rowsAreThere());
    m_console->tab()->view()->setFocus();
    m_console->press(Qt::Key_Delete);
    QTRY_COMPARE(m_console->titles(), QStringList(u"products (1 changed)"_s));
    m_console->select(u"orders"_s);
    m_console->press(Qt::Key_Space);
    QCOMPARE(m_console->titles(), (QStringList{u"products (1 changed)"_s, u"orders, preview"_s}));
}

void TestTabs::oneClickLooksAndTwoOpen()
{
    m_console->click(u"Store"_s);
    QCOMPARE(m_console->titles(), QStringList());
    m_console->click(u"products"_s);
    QCOMPARE(m_console->titles(), QStringList(u"products, preview"_s));
    m_console->click(u"orders"_s);
    QCOMPARE(m_console->titles(), QStringList(u"orders, preview"_s));
    const QPoint place = m_console->tree()->visualRect(m_console->find(u"orders"_s)).center();
    QTest::mouseDClick(m_console->tree()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(m_console->titles(), QStringList(u"orders"_s));

    m_console->click(u"products"_s);
    QTest::mouseDClick(m_console->strip(), Qt::LeftButton, {}, m_console->strip()->tabRect(1).center());
    QCOMPARE(m_console->titles(), (QStringList{u"orders"_s, u"products"_s}));
}

void TestTabs::tabsCloseByKeyAndButton()
{
    for (const QString &table : {u"customers"_s, u"orders"_s, u"products"_s}) {
        m_console->select(table);
        m_console->press(Qt::Key_Return);
    }
    QCOMPARE(m_console->titles().size(), 3);
    m_console->press(Qt::Key_PageUp, Qt::ControlModifier);
    m_console->press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_console->titles(), (QStringList{u"customers"_s, u"products"_s}));
    auto *button = qobject_cast<QToolButton *>(m_console->strip()->tabButton(0, QTabBar::RightSide));
    QVERIFY(button);
    QCOMPARE(button->accessibleName(), u"Close customers"_s);
    button->click();
    QCOMPARE(m_console->titles(), QStringList(u"products"_s));
    QTest::mouseClick(m_console->strip(), Qt::MiddleButton, {}, m_console->strip()->tabRect(0).center());
    QCOMPARE(m_console->titles(), QStringList());
    QVERIFY(!m_console->action(u"tab.close"_s)->isEnabled());
}

TENANTRY_GUI_TEST_MAIN(TestTabs)
#include "tst_tabs.moc"
