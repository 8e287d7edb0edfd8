// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/cellinspector.h"

#include "tests/support/guiwatchdog.h"
#include "tests/ui/datatable/tablewindow.h"
#include "ui/datatable/editmodel.h"
#include "ui/inspector/inspectordock.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTreeView>

using namespace tenantry;
using namespace tenantry::test;

namespace {

const std::vector<client::Column> columns{
    {u"id"_s, {}, u"integer"_s, {}, true, true, {}},
    {u"note"_s, {}, u"string"_s, {}, false, false, {}},
    {u"details"_s, {}, u"object"_s, {}, false, false, {}},
    {u"price"_s, {}, u"number"_s, {}, false, false, {}},
};

enum { Id, Note, Details, Price };

client::Reply<client::RowPage> threeRows(const client::RowWindow &)
{
    client::RowPage page;
    page.total = 3;
    page.rows.push_back({json::Value(1), json::Value("first\nsecond"),
                         json::read(R"({"size":{"cm":12.50},"tags":["a","b"]})").value(), json::Value(1)});
    page.rows.push_back({json::Value(2), json::Value(), json::Value(), json::Value(2)});
    page.rows.push_back({json::Value(3), json::Value(std::string(2'000'000, 'x')), json::Value(), json::Value(3)});
    return Result<client::RowPage>(std::move(page));
}

} // namespace

class TestCellInspector : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsTheWholeText();
    void showsADocumentInLinesAndAsATree();
    void showsBytes();
    void tellsNullFromEmpty();
    void whatIsTypedIsEnteredOnApply();
    void whatIsTypedIsEnteredOnLeaving();
    void whatIsNoValueIsSaid();
    void aKeyIsNotEdited();
    void aHugeTextIsCut();
    void isReachedAndLeftByKeyboard();

private:
    void go(int row, int column) { m_view->setCurrentIndex(m_model->index(row, column)); }
    template<class T>
    T *part(const QString &name) const
    {
        return m_inspector->findChild<T *>(name);
    }
    QPlainTextEdit *text() const { return part<QPlainTextEdit>(u"cellText"_s); }
    QString note() const { return part<QLabel>(u"cellNote"_s)->text(); }
    void type(const QString &typed) const
    {
        text()->selectAll();
        QTest::keyClicks(text(), typed);
    }

    std::unique_ptr<RowModel> m_rows;
    std::unique_ptr<ChangeSet> m_changes;
    std::unique_ptr<EditModel> m_model;
    std::unique_ptr<RowView> m_view;
    std::unique_ptr<CellInspector> m_inspector;
};

void TestCellInspector::init()
{
    m_inspector.reset();
    m_view.reset();
    m_model.reset();
    m_changes = std::make_unique<ChangeSet>(columns);
    m_rows = std::make_unique<RowModel>(columns, threeRows);
    m_model = std::make_unique<EditModel>(*m_rows, *m_changes);
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_view = std::make_unique<RowView>();
    m_view->setRows(m_model.get());
    m_inspector = std::make_unique<CellInspector>(*new ActionRegistry(m_view.get()));
    m_inspector->follow(m_view.get());
    m_inspector->show();
}

void TestCellInspector::showsTheWholeText()
{
    go(0, Note);
    QCOMPARE(text()->toPlainText(), u"first\nsecond"_s);
    QVERIFY(note().contains(u"string"_s));
    QVERIFY(note().contains(u"12 characters"_s));
}

void TestCellInspector::showsADocumentInLinesAndAsATree()
{
    go(0, Details);
    QCOMPARE(text()->toPlainText().split(u'\n').size(), 9);
    QVERIFY(text()->toPlainText().contains(u"\"cm\": 12.50"_s));
    auto *pages = m_inspector->findChild<QTabWidget *>();
    pages->setCurrentIndex(1);
    const QAbstractItemModel *tree = part<QTreeView>(u"cellTree"_s)->model();
    QCOMPARE(tree->rowCount(), 2);
    QCOMPARE(tree->index(0, 0).data(), u"size"_s);
    go(0, Note); // has no structure
    QCOMPARE(pages->currentIndex(), 0);
    QVERIFY(!pages->isTabEnabled(1));
}

void TestCellInspector::showsBytes()
{
    go(0, Note);
    m_inspector->findChild<QTabWidget *>()->setCurrentIndex(2);
    QVERIFY(part<QPlainTextEdit>(u"cellBytes"_s)->toPlainText().endsWith(u"|first.second|"_s));
}

void TestCellInspector::tellsNullFromEmpty()
{
    go(1, Note);
    QCOMPARE(text()->toPlainText(), QString());
    QCOMPARE(text()->placeholderText(), u"NULL"_s);
    m_model->setValue(m_model->index(1, Note), json::Value(""));
    QTRY_COMPARE(text()->placeholderText(), QString());
}

void TestCellInspector::whatIsTypedIsEnteredOnApply()
{
    go(0, Note);
    QVERIFY(!m_inspector->whyNotApply().isEmpty());
    type(u"new"_s);
    QCOMPARE(m_inspector->whyNotApply(), QString());
    QCOMPARE(m_changes->count(), 0);
    QCOMPARE(m_changes->allWithDraft().size(), 1); // so it is journalled
    m_inspector->apply();
    QCOMPARE(m_model->index(0, Note).data(), u"new"_s);
    QCOMPARE(m_changes->undoStack().count(), 1);
    m_changes->undoStack().undo();
    QTRY_COMPARE(text()->toPlainText(), u"first\nsecond"_s);
    QVERIFY(m_changes->allWithDraft().empty());
}

void TestCellInspector::whatIsTypedIsEnteredOnLeaving()
{
    go(0, Details);
    type(u"[1, 2]"_s);
    go(1, Details);
    QCOMPARE(m_model->index(0, Details).data(), u"[1,2]"_s);
    QCOMPARE(text()->toPlainText(), QString());
    m_inspector->follow(nullptr);
    QCOMPARE(m_changes->count(), 1);
}

void TestCellInspector::whatIsNoValueIsSaid()
{
    go(0, Price);
    type(u"cheap"_s);
    m_inspector->apply();
    QVERIFY(note().contains(u"\u26a0"_s));
    QCOMPARE(text()->toPlainText(), u"cheap"_s);
}

void TestCellInspector::aKeyIsNotEdited()
{
    go(0, Id);
    QVERIFY(text()->isReadOnly());
    QVERIFY(note().contains(u"primary key"_s));
    go(0, Note);
    QVERIFY(!text()->isReadOnly());
    m_model->setReadOnly(u"The site is locked."_s);
    go(1, Note);
    QVERIFY(text()->isReadOnly());
    QVERIFY(note().contains(u"The site is locked."_s));
}

void TestCellInspector::aHugeTextIsCut()
{
    go(2, Note);
    QCOMPARE(text()->toPlainText().size(), 16 * 1024);
    QVERIFY(text()->isReadOnly());
    QVERIFY(note().contains(u"Only the beginning is shown"_s));
}

void TestCellInspector::isReachedAndLeftByKeyboard()
{
    Server server;
    QVERIFY(server.start());
    server.fill("staging");
    QTemporaryDir folder;
    Window window(server.url(), folder.filePath(u"w.db"_s), u"staging"_s);
    QVERIFY(window.open());
    auto *dock = new InspectorDock(
        window.actions, [&window] { return window.tab(); }, window.tabs.window());
    static_cast<QMainWindow *>(window.tabs.window())->addDockWidget(Qt::RightDockWidgetArea, dock);
    window.tab()->view()->setCurrentIndex(window.model().index(1, 1));
    window.press(Qt::Key_Return, Qt::ShiftModifier);
    auto *text = dock->findChild<QPlainTextEdit *>(u"cellText"_s);
    QTRY_VERIFY(text->hasFocus());
    QCOMPARE(text->toPlainText(), u"Lamp 2"_s);
    text->selectAll();
    QTest::keyClicks(text, u"Chair"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(window.shown(1, 1), u"Chair"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(window.tab()->view()->hasFocus());
    QVERIFY(window.commit());
    QCOMPARE(server.rows()[1], u"2 Chair 20"_s);
    delete dock; // before the view it follows
}

TENANTRY_GUI_TEST_MAIN(TestCellInspector)
#include "tst_cellinspector.moc"
