// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/common/actionregistry.h"

#include <QAction>
#include <QMenu>
#include <QWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestActionRegistry : public QObject
{
    Q_OBJECT

private slots:
    void enabledActionRuns();
    void disabledActionSaysWhy();
    void switchShowsWhatIsOn();
    void menusFollowTheOrderAsked();
    void sharedKeysAreFound();
    void placesApartMayShareAKey();
};

void TestActionRegistry::enabledActionRuns()
{
    QWidget window;
    ActionRegistry registry(&window);
    int ran = 0;
    registry.add({u"a.run"_s, u"&Run"_s, Icon::Add, {QKeySequence(Qt::CTRL | Qt::Key_J)}, [&] { ++ran; }});
    registry.action(u"a.run"_s)->trigger();
    QCOMPARE(ran, 1);
    QVERIFY(registry.action(u"a.run"_s)->toolTip().startsWith("Run ("_L1));
    QVERIFY(window.actions().contains(registry.action(u"a.run"_s)));
    QVERIFY(!registry.action(u"a.other"_s));
}

void TestActionRegistry::disabledActionSaysWhy()
{
    QWidget window;
    ActionRegistry registry(&window);
    QString reason = u"Select a site first."_s;
    int ran = 0;
    QAction *action = registry.add({u"a"_s, u"A"_s, Icon::None, {}, [&] { ++ran; }, [&] { return reason; }});
    action->trigger();
    QVERIFY(!action->isEnabled());
    QCOMPARE(ran, 0);
    QVERIFY(action->toolTip().contains(reason));
    reason.clear();
    registry.refresh();
    QVERIFY(action->isEnabled());
    QCOMPARE(action->toolTip(), u"A"_s);
}

void TestActionRegistry::switchShowsWhatIsOn()
{
    QWidget window;
    ActionRegistry registry(&window);
    bool on = false;
    bool obeys = true;
    QAction *action =
        registry.add({u"a"_s, u"A"_s, Icon::None, {}, [&] { on = obeys ? !on : on; }, {}, [&] { return on; }});
    QVERIFY(action->isCheckable() && !action->isChecked());
    action->trigger();
    QVERIFY(on && action->isChecked());
    obeys = false;
    action->trigger();
    QVERIFY(action->isChecked()); // it is on still, whatever was clicked
    on = false;
    registry.refresh();
    QVERIFY(!action->isChecked());
}

void TestActionRegistry::menusFollowTheOrderAsked()
{
    QWidget window;
    ActionRegistry registry(&window);
    registry.add({u"a"_s, u"A"_s, Icon::None, {}, [] {}});
    registry.add({u"b"_s, u"B"_s, Icon::None, {}, [] {}});
    QMenu menu;
    registry.fill(&menu, {u"b"_s, {}, u"a"_s});
    const QList<QAction *> shown = menu.actions();
    QCOMPARE(shown.size(), 3);
    QCOMPARE(shown[0], registry.action(u"b"_s));
    QVERIFY(shown[1]->isSeparator());
    QCOMPARE(shown[2], registry.action(u"a"_s));
}

void TestActionRegistry::sharedKeysAreFound()
{
    QWidget window;
    ActionRegistry registry(&window);
    const QKeySequence key(Qt::CTRL | Qt::Key_J);
    registry.add({u"a"_s, u"A"_s, Icon::None, {key}, [] {}});
    registry.add({u"b"_s, u"B"_s, Icon::None, {QKeySequence(Qt::Key_F5)}, [] {}});
    QCOMPARE(registry.clashes(), QStringList());
    registry.add({u"c"_s, u"C"_s, Icon::None, {QKeySequence(Qt::Key_F6), key}, [] {}});
    QCOMPARE(registry.clashes(), QStringList{u"Ctrl+J: a, c"_s});
}

void TestActionRegistry::placesApartMayShareAKey()
{
    QWidget window;
    auto *tree = new QWidget(&window);
    auto *table = new QWidget(&window);
    ActionRegistry registry(&window);
    const auto add = [&](const QString &id, QWidget *place) {
        QAction *action = registry.add({id, id, Icon::None, {QKeySequence(Qt::Key_F2)}, [] {}});
        window.removeAction(action);
        place->addAction(action);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    };
    add(u"a"_s, tree);
    add(u"b"_s, table);
    QCOMPARE(registry.clashes(), QStringList());
    add(u"c"_s, new QWidget(table));
    QCOMPARE(registry.clashes(), QStringList{u"F2: b, c"_s});
}

TENANTRY_GUI_TEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"
