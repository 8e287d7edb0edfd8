// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/common/actionregistry.h"
#include "ui/window/maintoolbar.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestToolBar : public QObject
{
    Q_OBJECT

private slots:
    void buttonsAreTheRegistrysActions();
    void eachButtonHasAName();
    void canBeHidden();
};

namespace {

struct Window
{
    Window()
        : registry(new ActionRegistry(&window))
    {
        for (const QString &id : {u"view.refresh"_s, u"window.palette"_s, u"site.create"_s})
            registry->add({id, id, Icon::Add, {}, [this] { ++ran; }, [this] { return reason; }});
        bar = new MainToolBar(*registry, &window);
        window.addToolBar(bar);
        window.show();
    }

    QMainWindow window;
    ActionRegistry *registry;
    MainToolBar *bar = nullptr;
    QString reason;
    int ran = 0;
};

} // namespace

void TestToolBar::buttonsAreTheRegistrysActions()
{
    Window shown;
    QWidget *refresh = shown.bar->widgetForAction(shown.registry->action(u"view.refresh"_s));
    QVERIFY(refresh);
    QTest::mouseClick(refresh, Qt::LeftButton);
    QCOMPARE(shown.ran, 1);
    shown.reason = u"Nothing is connected."_s;
    shown.registry->refresh();
    QVERIFY(!refresh->isEnabled());
    QVERIFY(refresh->toolTip().contains(shown.reason));
    bool found = false;
    for (const auto *button : shown.bar->findChildren<QToolButton *>())
        found |= button->menu() && button->menu()->actions().contains(shown.registry->action(u"site.create"_s));
    QVERIFY(found);
}

void TestToolBar::eachButtonHasAName()
{
    const Window shown;
    for (const auto *button : shown.bar->findChildren<QToolButton *>()) {
        if (button->isVisible())
            QVERIFY(!button->toolTip().isEmpty());
        if (button->isVisible() && button->menu())
            QVERIFY(!button->accessibleName().isEmpty());
    }
}

void TestToolBar::canBeHidden()
{
    Window shown;
    QAction *toggle = shown.registry->action(u"view.toolbar"_s);
    QVERIFY(toggle->isChecked());
    toggle->trigger();
    QVERIFY(!shown.bar->isVisible() && !toggle->isChecked());
    toggle->trigger();
    QVERIFY(shown.bar->isVisible() && toggle->isChecked());
}

TENANTRY_GUI_TEST_MAIN(TestToolBar)
#include "tst_toolbar.moc"
