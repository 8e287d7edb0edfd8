// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/common/actionregistry.h"
#include "ui/palette/fuzzymatch.h"
#include "ui/palette/locatorfilter.h"
#include "ui/palette/locatorsources.h"
#include "ui/palette/palettedialog.h"
#include "ui/palette/shortcutsheet.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void matchesLettersInOrder_data();
    void matchesLettersInOrder();
    void startsOfWordsComeFirst();
    void enterRunsWhatIsTyped();
    void disabledActionStaysAndSaysWhy();
    void objectsThatAreLoadedAreFound();
    void sheetListsEveryKeyAndSearches();
};

void TestPalette::matchesLettersInOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("nothing typed") << u""_s << u"orders"_s << true;
    QTest::newRow("whole") << u"orders"_s << u"orders"_s << true;
    QTest::newRow("case") << u"ORD"_s << u"orders"_s << true;
    QTest::newRow("gaps") << u"nst"_s << u"New site"_s << true;
    QTest::newRow("spaces do not matter") << u"new si"_s << u"NewSite"_s << true;
    QTest::newRow("order") << u"sn"_s << u"new s"_s << false;
    QTest::newRow("a letter too many") << u"orderss"_s << u"orders"_s << false;
    QTest::newRow("other") << u"x"_s << u"orders"_s << false;
}

void TestPalette::matchesLettersInOrder()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(fuzzyMatch(typed, text).has_value(), matches);
}

void TestPalette::startsOfWordsComeFirst()
{
    QVERIFY(fuzzyMatch(u"ns"_s, u"New site"_s) > fuzzyMatch(u"ns"_s, u"instances"_s));
    QVERIFY(fuzzyMatch(u"ord"_s, u"orders"_s) > fuzzyMatch(u"ord"_s, u"off road"_s));
    QVERIFY(fuzzyMatch(u"ord"_s, u"orders"_s) > fuzzyMatch(u"ord"_s, u"orders of the years before"_s));
    QVERIFY(fuzzyMatch(u"site"_s, u"so it is a site"_s) > fuzzyMatch(u"site"_s, u"basil in water"_s));
}

void TestPalette::enterRunsWhatIsTyped()
{
    QWidget window;
    ActionRegistry registry(&window);
    QStringList ran;
    registry.add({u"a"_s, u"&Refresh"_s, Icon::None, {}, [&] { ran << u"refresh"_s; }});
    registry.add({u"b"_s, u"New &site"_s, Icon::None, {}, [&] { ran << u"site"_s; }});
    LocatorSource source(locatorsources::actions(registry));
    QAbstractItemModelTester tester(&source);
    PaletteDialog dialog({&source}, &window);
    dialog.open();
    auto *line = dialog.findChild<QLineEdit *>(u"paletteLine"_s);
    QTest::keyClicks(line, u"ns"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(ran, QStringList{u"site"_s});
    QVERIFY(!dialog.isVisible());

    PaletteDialog again({&source}, &window);
    again.open();
    line = again.findChild<QLineEdit *>(u"paletteLine"_s);
    auto *list = again.findChild<QListView *>(u"paletteList"_s);
    const QString second = list->model()->index(1, 0).data().toString();
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(list->currentIndex().data().toString(), second);
}

void TestPalette::disabledActionStaysAndSaysWhy()
{
    QWidget window;
    ActionRegistry registry(&window);
    int ran = 0;
    registry.add({u"a"_s, u"New site"_s, Icon::None, {}, [&] { ++ran; }, [] { return u"Select one first."_s; }});
    registry.add({u"b"_s, u"A new silver tent"_s, Icon::None, {}, [&] { ++ran; }});
    LocatorSource source(locatorsources::actions(registry));
    PaletteDialog dialog({&source}, &window);
    dialog.open();
    auto *line = dialog.findChild<QLineEdit *>(u"paletteLine"_s);
    auto *list = dialog.findChild<QListView *>(u"paletteList"_s);
    QTest::keyClicks(line, u"site"_s);
    QCOMPARE(list->model()->rowCount(), 2); // what can be done comes first, even with less of a likeness
    const QModelIndex disabled = list->model()->index(1, 0);
    QCOMPARE(disabled.data().toString(), u"New site"_s);
    QCOMPARE(disabled.data(LocatorSource::DetailRole).toString(), u"Select one first."_s);
    QVERIFY(disabled.data(Qt::AccessibleTextRole).toString().contains("Select one first."_L1));
    list->setCurrentIndex(disabled);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(ran, 0);
    QVERIFY(dialog.isVisible());
}

void TestPalette::objectsThatAreLoadedAreFound()
{
    QStandardItemModel tree;
    auto *acme = new QStandardItem(u"Acme"_s);
    acme->appendRow(new QStandardItem(u"orders"_s));
    tree.appendRow(acme);
    QString opened;
    LocatorSource source(locatorsources::objects(tree, [&](const QModelIndex &at) { opened = at.data().toString(); }));
    source.refresh();
    LocatorFilter filter;
    filter.add(source);
    QAbstractItemModelTester tester(&filter);
    filter.setTyped(u"ord"_s);
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, 0).data(LocatorSource::DetailRole).toString(), u"Acme"_s);
    filter.setTyped(u"acmeord"_s); // a place counts too, after the name
    QCOMPARE(filter.rowCount(), 0);
    filter.setTyped(u"orders acme"_s);
    QCOMPARE(filter.rowCount(), 1);
    filter.item(filter.index(0, 0))->open();
    QCOMPARE(opened, u"orders"_s);
    filter.setTyped({});
    tree.clear();
    source.item(1).open(); // gone meanwhile
}

void TestPalette::sheetListsEveryKeyAndSearches()
{
    QWidget window;
    ActionRegistry registry(&window);
    registry.add({u"tab.close"_s, u"&Close tab"_s, Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_W)}, [] {}});
    registry.add({u"tab.next"_s, u"Next tab"_s, Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_PageDown)}, [] {}});
    registry.add({u"tree.focus"_s, u"Tree"_s, Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_E)}, [] {}});
    registry.add({u"tree.other"_s, u"No key"_s, Icon::None, {}, [] {}});
    ShortcutSheet sheet(registry, &window);
    const QAbstractItemModel *model = sheet.findChild<QTreeView *>()->model();
    QCOMPARE(model->rowCount(), 2);
    const QModelIndex tabs = model->index(0, 0);
    QCOMPARE(tabs.data().toString(), u"Tabs"_s);
    QCOMPARE(model->rowCount(tabs), 2);
    QCOMPARE(model->rowCount(model->index(1, 0)), 1);
    QTest::keyClicks(sheet.findChild<QLineEdit *>(), u"ctrl+w"_s);
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 0, model->index(0, 0)).data().toString(), u"Close tab"_s);
}

TENANTRY_GUI_TEST_MAIN(TestPalette)
#include "tst_palette.moc"
