// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "tests/ui/window/consolewindow.h"
#include "ui/tree/nodeseeker.h"
#include "ui/window/navigationhistory.h"
#include "ui/window/pathbar.h"

#include <QMenu>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::test;

namespace {

NodePath table(const QString &name)
{
    NodePath path;
    path.kind = NodeKind::Table;
    path.table = name;
    return path;
}

} // namespace

/// Where one is and how one gets elsewhere, against a whole server and by keyboard alone.
class TestNavigation : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void historyIsABrowsers();
    void historyForgetsWhatIsGone();
    void thePathFollowsTreeAndTabs();
    void aPartsMenuLeadsElsewhere();
    void menusFetchWhatIsNotLoaded();
    void upBackAndForward();
    void backReachesAClosedTab();
    void aLongPathMakesRoom();

private:
    void start();
    QList<QToolButton *> parts() const;
    QStringList path() const;
    QMenu *openMenu();

    std::unique_ptr<ConsoleWindow> m_console;
};

void TestNavigation::start()
{
    m_console = std::make_unique<ConsoleWindow>();
    QVERIFY(m_console->start());
}

void TestNavigation::cleanup()
{
    if (m_console)
        m_console->close();
    m_console.reset();
}

/// In reading order, those that show.
QList<QToolButton *> TestNavigation::parts() const
{
    QList<QToolButton *> shown;
    for (QToolButton *part : m_console->window->findChild<PathBar *>()->findChildren<QToolButton *>()) {
        if (part->isVisible())
            shown << part;
    }
    std::ranges::sort(shown, {}, [](const QToolButton *part) { return part->x(); });
    return shown;
}

QStringList TestNavigation::path() const
{
    QStringList texts;
    for (const QToolButton *part : parts())
        texts << part->text();
    return texts;
}

QMenu *TestNavigation::openMenu()
{
    m_console->press(Qt::Key_Down);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

void TestNavigation::historyIsABrowsers()
{
    NavigationHistory history;
    QVERIFY(!history.canGoBack() && !history.canGoForward());
    for (const QString &name : {u"a"_s, u"b"_s, u"b"_s, u"c"_s})
        history.visit(table(name));
    QCOMPARE(history.back().table, u"b"_s);
    QCOMPARE(history.back().table, u"a"_s);
    QVERIFY(!history.canGoBack());
    QCOMPARE(history.forward().table, u"b"_s);
    history.visit(table(u"b"_s));
    QVERIFY(history.canGoForward()); // one has not moved
    history.visit(table(u"d"_s));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back().table, u"b"_s);
}

void TestNavigation::historyForgetsWhatIsGone()
{
    NavigationHistory history;
    for (const QString &name : {u"a"_s, u"b"_s, u"a"_s, u"c"_s})
        history.visit(table(name));
    history.forget(table(u"b"_s));
    QCOMPARE(history.back().table, u"a"_s);
    QVERIFY(!history.canGoBack()); // both visits of a are one now
    history.forget(table(u"a"_s));
    history.forget(table(u"c"_s));
    QVERIFY(!history.canGoBack() && !history.canGoForward());
    history.visit(table(u"e"_s));
    QVERIFY(!history.canGoBack());
}

void TestNavigation::thePathFollowsTreeAndTabs()
{
    start();
    m_console->select(u"Portal"_s);
    QCOMPARE(path(), (QStringList{u"Test"_s, u"Acme"_s, u"Portal"_s, u"\u2026"_s}));
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    const QStringList products{u"Test"_s, u"Acme"_s, u"Portal"_s, u"Store"_s, u"products"_s};
    QCOMPARE(path(), products);
    QVERIFY(m_console->rowsAreThere());
    QTRY_VERIFY(m_console->tab()->view()->hasFocus());
    m_console->select(u"Acme"_s);
    QCOMPARE(path(), (QStringList{u"Test"_s, u"Acme"_s, u"\u2026"_s}));
    m_console->tab()->setFocus();
    QCOMPARE(path(), products);
}

void TestNavigation::aPartsMenuLeadsElsewhere()
{
    start();
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    m_console->press(Qt::Key_F6);
    QVERIFY(parts().last()->hasFocus());
    QMenu *menu = openMenu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 3);
    QCOMPARE(menu->activeAction()->text(), u"products"_s);
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(m_console->titles(), (QStringList{u"products"_s, u"orders, preview"_s}));
    QCOMPARE(path().last(), u"orders"_s);

    m_console->press(Qt::Key_F6);
    m_console->press(Qt::Key_Left);
    QVERIFY(parts()[3]->hasFocus());
    menu = openMenu();
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(m_console->tree()->currentIndex(), m_console->find(u"Store"_s));
    QVERIFY(m_console->tree()->hasFocus());
    QCOMPARE(path().last(), u"\u2026"_s);
}

void TestNavigation::menusFetchWhatIsNotLoaded()
{
    start();
    m_console->server.addSite(u"Backstage"_s);
    m_console->select(u"Acme"_s);
    m_console->press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find(u"Backstage"_s).isValid(), patienceMs);
    m_console->select(u"Backstage"_s); // nobody has opened it
    m_console->press(Qt::Key_F6);
    QPointer<QMenu> menu = openMenu();
    QVERIFY(menu);
    QTRY_VERIFY_WITH_TIMEOUT(menu->actions().last()->text().startsWith("No apps yet"_L1), patienceMs);
    QVERIFY(!menu->actions().last()->isEnabled());
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!menu);
}

void TestNavigation::upBackAndForward()
{
    start();
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    m_console->select(u"orders"_s);
    m_console->press(Qt::Key_Return);
    m_console->press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(path().mid(0, 4).last(), u"Store"_s);
    m_console->press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_console->tree()->currentIndex(), m_console->find(u"Portal"_s));

    m_console->press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_console->tree()->currentIndex(), m_console->find(u"Store"_s));
    m_console->press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(path().last(), u"orders"_s);
    m_console->press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(path().last(), u"products"_s);
    QVERIFY(!m_console->action(u"go.back"_s)->isEnabled());
    m_console->press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(path().last(), u"orders"_s);
    QCOMPARE(m_console->titles(), (QStringList{u"products"_s, u"orders"_s}));

    for (const QString &name : {u"Store"_s, u"Portal"_s, u"Acme"_s}) {
        m_console->press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_console->tree()->currentIndex().data().toString(), name);
    }
    m_console->press(Qt::Key_Up, Qt::AltModifier); // an instance has a page
    QCOMPARE(m_console->titles().last(), u"Test, preview"_s);
    QCOMPARE(path(), (QStringList{u"Test"_s, u"\u2026"_s}));
    QVERIFY(!m_console->action(u"go.up"_s)->isEnabled());
}

void TestNavigation::backReachesAClosedTab()
{
    start();
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    m_console->select(u"orders"_s);
    m_console->press(Qt::Key_Return);
    m_console->press(Qt::Key_PageUp, Qt::ControlModifier);
    m_console->press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_console->titles(), QStringList(u"orders"_s));
    m_console->press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_console->titles(), (QStringList{u"orders"_s, u"products, preview"_s}));
    QVERIFY(m_console->rowsAreThere());

    m_console->action(u"instance.disconnect"_s)->trigger();
    QVERIFY(!m_console->action(u"go.back"_s)->isEnabled());
    QVERIFY(parts().isEmpty());
}

void TestNavigation::aLongPathMakesRoom()
{
    start();
    m_console->select(u"products"_s);
    m_console->press(Qt::Key_Return);
    auto *bar = m_console->window->findChild<PathBar *>();
    QCOMPARE(parts().size(), 5);
    bar->setFixedWidth(parts().first()->width() + parts().last()->width() + 60);
    QTRY_VERIFY(parts().size() < 5);
    QCOMPARE(parts().first()->text(), u"Test"_s);
    QCOMPARE(parts().last()->text(), u"products"_s);
    QVERIFY(parts().last()->geometry().right() <= bar->width());
}

TENANTRY_GUI_TEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
