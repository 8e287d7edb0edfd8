// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "tests/ui/datatable/tablewindow.h"
#include "ui/datatable/filterbar.h"
#include "ui/datatable/filterdialog.h"
#include "ui/datatable/previewdialog.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <iostream>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using client::WriteLock;
using namespace tenantry::test;

/// A datatable's tab against a whole server, driven by keyboard.
class TestDatatableTab : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void editsCommitAndShow();
    void refusedRowsStayWithTheirReason();
    void previewShowsWhatWillBeSent();
    void discardIsUndone();
    void serverGoesAndComesBack();
    void productionIsLocked();
    void rowsOfAnotherAppAreOnlyRead();
    void filtersAreChips();
    void columnsAreRemembered();
    void selectionIsCopied();
    void pendingChangesOutliveTheWindow();
    void pendingChangesOutliveSigkill();
    void whatWasGivenUpIsNotKept();

private:
    void open(const char *environment);

    std::unique_ptr<Server> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Window> m_window;
};

void TestDatatableTab::open(const char *environment)
{
    m_server = std::make_unique<Server>();
    QVERIFY(m_server->start());
    m_server->fill(environment);
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<Window>(m_server->url(), m_folder->filePath(u"w.db"_s), QLatin1StringView(environment));
    QVERIFY(m_window->open());
}

void TestDatatableTab::cleanup()
{
    m_window.reset();
    m_server.reset();
    m_folder.reset();
}

void TestDatatableTab::editsCommitAndShow()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    QAbstractItemModelTester tester(&m_window->model());
    QVERIFY(!m_window->actions.action(u"changes.commit"_s)->isEnabled());
    QCOMPARE(m_window->actions.action(u"changes.commit"_s)->statusTip(), u"Nothing is changed."_s);

    m_window->type(1, 1, u"Chair"_s);
    m_window->type(1, 2, u"99.90"_s);
    m_window->press(Qt::Key_N, Qt::ControlModifier);
    auto *editor = m_window->tab()->view()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"Sofa"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_window->shown(5, 1), u"Sofa"_s);
    m_window->tab()->view()->setCurrentIndex(m_window->model().index(3, 0));
    m_window->press(Qt::Key_Delete);
    m_window->tab()->view()->setCurrentIndex(m_window->model().index(0, 2));
    m_window->press(Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(!QTest::currentTestFailed());

    QStringList marks;
    for (int row = 0; row < 6; ++row)
        marks << m_window->model().headerData(row, Qt::Vertical).toString();
    QCOMPARE(marks, (QStringList{u"~ 1"_s, u"~ 2"_s, u"3"_s, u"- 4"_s, u"5"_s, u"+"_s}));
    QVERIFY(m_window->tab()->findChild<QToolButton *>(u"changes.commit"_s)->text().endsWith(u"(4)"_s));
    QCOMPARE(m_server->rows().size(), 5); // nothing was sent

    QVERIFY(m_window->commit());
    QCOMPARE(m_window->changes().count(), 0);
    const QStringList stored{u"1 Lamp 1 null"_s, u"2 Chair 99.9"_s, u"3 Lamp 3 30"_s, u"5 Lamp 5 50"_s,
                             u"6 Sofa null"_s};
    QCOMPARE(m_server->rows(), stored);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->shown(4, 1), u"Sofa"_s, patienceMs);
    QCOMPARE(m_window->shown(1, 1), u"Chair"_s);
    QCOMPARE(m_window->model().rowCount(), 5);
}

void TestDatatableTab::refusedRowsStayWithTheirReason()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window->type(0, 2, u"-5"_s);
    m_window->type(1, 1, u"Chair"_s);
    m_window->press(Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(m_window->tab()->view()->findChild<QLineEdit *>(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->tab()->view()->findChild<QLineEdit *>());
    QVERIFY(m_window->commit());
    QCOMPARE(m_window->changes().count(), 2);
    QCOMPARE(m_server->rows()[0], u"1 Lamp 1 10"_s);
    QCOMPARE(m_server->rows()[1], u"2 Chair 20"_s);
    const QModelIndex price = m_window->model().index(0, 2);
    QCOMPARE(price.data().toString(), u"-5"_s);
    QVERIFY(!price.data(EditModel::ProblemRole).toString().isEmpty());
    QVERIFY(!m_window->model().index(5, 1).data(EditModel::ProblemRole).toString().isEmpty());
    QVERIFY(m_window->model().headerData(0, Qt::Vertical).toString().startsWith(u'\u26a0'));
    m_window->type(0, 2, u"5"_s);
    m_window->type(5, 1, u"Sofa"_s);
    QVERIFY(m_window->commit());
    QCOMPARE(m_window->changes().count(), 0);
    QCOMPARE(m_server->rows().size(), 6);

    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().rowCount(), 6, patienceMs);
    m_window->type(0, 2, u"cheap"_s);
    QVERIFY(!m_window->actions.action(u"changes.commit"_s)->isEnabled());
    QVERIFY(m_window->outcome().contains(u"Type a number"_s));
}

void TestDatatableTab::previewShowsWhatWillBeSent()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window->type(1, 1, u"Chair"_s);
    m_window->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_window->tab()->findChild<PreviewDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget *>()->count(), 1);
    dialog->findChild<QPushButton *>(u"copyCurl"_s)->click();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith(u"curl -X PATCH '%1/sites/portal/api/apps/store/datatables/products/data/2/'"_s.arg(
                 m_server->url().toString())),
             qPrintable(command));
    QVERIFY(command.endsWith(uR"('{"title":"Chair"}')"_s));
    QCOMPARE(m_server->rows()[1], u"2 Lamp 2 20"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(m_window->changes().count(), 1);
}

void TestDatatableTab::discardIsUndone()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window->type(1, 1, u"Chair"_s);
    m_window->type(2, 1, u"Sofa"_s);
    m_window->press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->changes().count(), 0);
    QCOMPARE(m_window->shown(1, 1), u"Lamp 2"_s);
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->shown(1, 1), u"Chair"_s);
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->shown(2, 1), u"Lamp 3"_s);
    m_window->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->shown(2, 1), u"Sofa"_s);
}

void TestDatatableTab::serverGoesAndComesBack()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window->type(1, 1, u"Chair"_s);
    m_server->stop();
    m_window->type(2, 1, u"Sofa"_s); // editing needs no server
    QVERIFY(m_window->commit());
    QCOMPARE(m_window->changes().count(), 2);
    QVERIFY2(m_window->outcome().contains(u"2 changes are still pending"_s) ||
                 m_window->outcome().contains(u"changes are still pending"_s),
             qPrintable(m_window->outcome()));
    QVERIFY(m_server->start());
    QVERIFY(m_window->commit());
    QCOMPARE(m_window->changes().count(), 0);
    QCOMPARE(m_server->rows()[1], u"2 Chair 20"_s);
    QCOMPARE(m_server->rows()[2], u"3 Sofa 30"_s);
}

void TestDatatableTab::productionIsLocked()
{
    open("production");
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(m_window->lockState(), u"PRODUCTION \u00b7 locked"_s);
    m_window->tab()->view()->setCurrentIndex(m_window->model().index(0, 1));
    m_window->press(Qt::Key_F2);
    m_window->press(Qt::Key_A);
    m_window->press(Qt::Key_Delete);
    m_window->press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!m_window->tab()->view()->findChild<QLineEdit *>());
    QCOMPARE(m_window->changes().count(), 0);
    QVERIFY(m_window->actions.action(u"row.add"_s)->statusTip().contains(u"Ctrl+Shift+L"_s));

    bool refused = false;
    client::Request remove;
    remove.method = client::Method::Delete;
    remove.path = u"/sites/portal/api/apps/store/datatables/products/data/1/"_s;
    m_window->api().send(u"portal"_s, remove).then(this, [&](const Result<json::Value> &answer) {
        refused = !answer && answer.error().code == ErrorCode::Forbidden;
    });
    QTRY_VERIFY(refused);
    QCOMPARE(m_server->rows().size(), 5);

    m_window->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(m_window->lockState().startsWith(u"PRODUCTION \u00b7 unlocked for 1"_s),
             qPrintable(m_window->lockState()));
    m_window->type(0, 1, u"Chair"_s);
    QVERIFY(m_window->commit());
    QCOMPARE(m_server->rows()[0], u"1 Chair 10"_s);

    m_window->type(0, 1, u"Sofa"_s);
    m_window->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->lockState(), u"PRODUCTION \u00b7 locked"_s);
    QVERIFY(!m_window->actions.action(u"changes.commit"_s)->isEnabled());
    QCOMPARE(m_window->changes().count(), 1);
}

void TestDatatableTab::rowsOfAnotherAppAreOnlyRead()
{
    m_server = std::make_unique<Server>();
    QVERIFY(m_server->start());
    m_server->fill("development");
    m_server->addMirror();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<Window>(m_server->url(), m_folder->filePath(u"w.db"_s), u"development"_s);
    QVERIFY(m_window->open(5, u"office"_s));
    QCOMPARE(m_window->shown(0, 1), u"Lamp 1"_s);
    const QString why = m_window->model().whyNotEditable(m_window->model().index(0, 1));
    QVERIFY2(why.contains(u"another app"_s), qPrintable(why));
    m_window->press(Qt::Key_F2);
    QVERIFY(!m_window->tab()->view()->findChild<QLineEdit *>());
    QVERIFY(!m_window->actions.action(u"row.add"_s)->isEnabled());
}

void TestDatatableTab::filtersAreChips()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window->tab()->view()->setCurrentIndex(m_window->model().index(2, 1));
    m_window->actions.action(u"filter.byCell"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().rowCount(), 1, patienceMs);
    QCOMPARE(m_window->shown(0, 1), u"Lamp 3"_s);

    m_window->press(Qt::Key_F, Qt::ControlModifier);
    auto *dialog = m_window->tab()->findChild<FilterDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>()->setCurrentText(u"price"_s);
    auto *value = dialog->findChild<QLineEdit *>(u"value"_s);
    QTest::keyClicks(value, u"cheap"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(dialog->isVisible()); // it is no price
    value->clear();
    QTest::keyClicks(value, u"40"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().rowCount(), 0, patienceMs);
    QTRY_VERIFY(!m_window->tab()->findChild<FilterDialog *>());

    const auto chips = m_window->tab()->findChild<FilterBar *>()->findChildren<QToolButton *>();
    QStringList texts;
    for (const QToolButton *chip : chips)
        texts << chip->text();
    QVERIFY2(texts.contains(u"title = Lamp 3  \u00d7"_s), qPrintable(texts.join(u'|')));
    for (QToolButton *chip : chips) {
        if (chip->text().startsWith(u"title"_s)) {
            chip->click();
            break;
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_window->shown(0, 1), u"Lamp 4"_s, patienceMs);
    m_window->actions.action(u"filter.clear"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().rowCount(), 5, patienceMs);
    QVERIFY(!m_window->actions.action(u"filter.clear"_s)->isEnabled());

    m_window->tab()->view()->setCurrentIndex(m_window->model().index(0, 3));
    m_window->actions.action(u"filter.byCell"_s)->trigger(); // sold is NULL in every row
    QTRY_VERIFY(!m_window->tab()->rows()->isFetching());
    QCOMPARE(m_window->model().rowCount(), 5);
    QVERIFY(!m_window->tab()->rows()->error());
}

void TestDatatableTab::columnsAreRemembered()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    QHeaderView *header = m_window->tab()->view()->horizontalHeader();
    QTRY_VERIFY(m_window->tab()->view()->isVisible());
    header->resizeSection(1, 222);
    header->moveSection(2, 0);
    m_window->tab()->chooseColumns();
    auto *menu = m_window->tab()->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().at(3)->trigger();
    menu->close();
    QVERIFY(m_window->tab()->view()->isColumnHidden(3));

    m_window.reset();
    m_window = std::make_unique<Window>(m_server->url(), m_folder->filePath(u"w.db"_s), u"staging"_s);
    QVERIFY(m_window->open());
    header = m_window->tab()->view()->horizontalHeader();
    QTRY_COMPARE(header->sectionSize(1), 222);
    QCOMPARE(header->visualIndex(2), 0);
    QVERIFY(m_window->tab()->view()->isColumnHidden(3));
}

void TestDatatableTab::selectionIsCopied()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window->type(1, 1, u"Chair"_s);
    RowView *view = m_window->tab()->view();
    view->selectionModel()->select({m_window->model().index(1, 1), m_window->model().index(2, 2)},
                                   QItemSelectionModel::ClearAndSelect);
    m_window->actions.action(u"copy.csv"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"title,price\r\nChair,20\r\nLamp 3,30\r\n"_s);
    m_window->actions.action(u"copy.curl"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"/products/data/?id__in=2%2C3'"_s));
}

void TestDatatableTab::pendingChangesOutliveTheWindow()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window->type(1, 1, u"Chair"_s);
    m_window->type(1, 2, u"cheap"_s);
    const auto reopen = [this] {
        m_window.reset();
        m_window = std::make_unique<Window>(m_server->url(), m_folder->filePath(u"w.db"_s), u"staging"_s);
        QVERIFY(m_window->open());
    };
    reopen();
    QTRY_COMPARE(m_window->changes().count(), 1);
    QCOMPARE(m_window->shown(1, 1), u"Chair"_s);
    QCOMPARE(m_window->shown(1, 2), u"cheap"_s);
    QCOMPARE(m_server->rows()[1], u"2 Lamp 2 20"_s);
    m_window->type(1, 2, u"5"_s);
    QVERIFY(m_window->commit());
    QCOMPARE(m_server->rows()[1], u"2 Chair 5"_s);
    reopen();
    QTRY_VERIFY(!m_window->tab()->rows()->isFetching());
    QCOMPARE(m_window->changes().count(), 0);
}

void TestDatatableTab::pendingChangesOutliveSigkill()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    m_window.reset();
    const QString workspace = m_folder->filePath(u"w.db"_s);
    ChildProcess console(QCoreApplication::applicationFilePath(), {u"--edit"_s, m_server->url().toString(), workspace});
    QCOMPARE(console.firstLine(patience), "edited"_ba);
    QTest::qWait(1000); // what is older than a second must be there
    console.send(SIGKILL);
    QCOMPARE(console.wait(patience), -1);

    m_window = std::make_unique<Window>(m_server->url(), workspace, u"staging"_s);
    QVERIFY(m_window->open());
    QTRY_COMPARE(m_window->changes().count(), 4);
    QCOMPARE(m_window->shown(1, 1), u"Chair"_s);
    QCOMPARE(m_window->shown(2, 1), u"Half a na"_s);
    QCOMPARE(m_window->shown(5, 1), u"Sofa"_s);
    QCOMPARE(m_window->model().headerData(3, Qt::Vertical).toString(), u"- 4"_s);
    QVERIFY(m_window->outcome().contains(u"nothing was sent"_s));
    QCOMPARE(m_server->rows().size(), 5);
    QCOMPARE(m_server->rows()[1], u"2 Lamp 2 20"_s);
    QVERIFY(m_window->commit());
    QCOMPARE(m_server->rows().size(), 5);
    QCOMPARE(m_server->rows()[1], u"2 Chair 20"_s);
    QCOMPARE(m_server->rows()[2], u"3 Half a na 30"_s);
}

static void typeWithoutEntering(Window &window, int row, int column, const QString &text)
{
    RowView *view = window.tab()->view();
    view->setCurrentIndex(window.model().index(row, column));
    view->editCurrent();
    auto *editor = view->findChild<QLineEdit *>();
    editor->selectAll();
    QTest::keyClicks(editor, text);
}

void TestDatatableTab::whatWasGivenUpIsNotKept()
{
    open("staging");
    QVERIFY(!QTest::currentTestFailed());
    typeWithoutEntering(*m_window, 2, 1, u"Half a na"_s);
    QCOMPARE(m_window->changes().allWithDraft().size(), 1);
    QTest::keyClick(m_window->tab()->view()->findChild<QLineEdit *>(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->changes().allWithDraft().empty());
    QVERIFY(!m_window->changes().undoStack().canUndo());
}

/// A console that edits and is then killed.
static int editUntilKilled(const QString &server, const QString &workspace)
{
    Window window(QUrl(server), workspace, u"staging"_s);
    if (!window.open())
        return 1;
    window.type(1, 1, u"Chair"_s);
    window.tab()->editor()->removeRows({3});
    const RowKey added = window.changes().add();
    window.model().setData(window.model().index(window.model().rowOfAdded(added), 1), u"Sofa"_s);
    typeWithoutEntering(window, 2, 1, u"Half a na"_s);
    std::cout << "edited" << std::endl;
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == "--edit"_L1)
        return editUntilKilled(arguments[2], arguments[3]);
    TestDatatableTab test;
    return application.verdict(QTest::qExec(&test, arguments));
}

#include "tst_datatabletab.moc"
