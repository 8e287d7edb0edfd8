// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/datatableactions.h"

#include "ui/common/actionregistry.h"
#include "ui/datatable/datatabletab.h"
#include "ui/datatable/rowview.h"
#include "ui/datatable/tableeditor.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DatatableActions::DatatableActions(ActionRegistry &actions, std::function<DatatableTab *()> current, QWidget *tabs)
    : QObject(tabs)
    , m_actions(actions)
    , m_current(std::move(current))
    , m_tabs(tabs)
{
    addEditing();
    addHistory();
    addCommitting();
    addLooking();
    addCopying();
}

QStringList DatatableActions::menu()
{
    return QStringList{u"row.add"_s, u"row.remove"_s, u"cell.edit"_s, u"cell.inspect"_s, u"cell.null"_s, {}} +
           QStringList{u"filter.add"_s, u"filter.byCell"_s, u"filter.clear"_s, u"columns.choose"_s, {}} +
           QStringList{u"copy.csv"_s, u"copy.json"_s, u"copy.markdown"_s, u"copy.curl"_s, {}} +
           QStringList{u"changes.undo"_s, u"changes.redo"_s, {}} +
           QStringList{u"changes.discard"_s, u"changes.preview"_s, u"changes.commit"_s};
}

QStringList DatatableActions::cellMenu()
{
    return {u"filter.byCell"_s, {},
            u"cell.edit"_s,     u"cell.inspect"_s,
            u"cell.null"_s,     {},
            u"row.add"_s,       u"row.remove"_s,
            u"row.revert"_s,    {},
            u"copy.csv"_s,      u"copy.json"_s,
            u"copy.markdown"_s, u"copy.curl"_s};
}

TableEditor *DatatableActions::editor() const
{
    const DatatableTab *tab = m_current();
    return tab ? tab->editor() : nullptr;
}

void DatatableActions::add(const QString &id, const QString &text, Icon icon, const QList<QKeySequence> &keys,
                           Reach reach, std::function<void(DatatableTab &)> run,
                           std::function<QString(TableEditor &)> whyNot)
{
    QAction *action = m_actions.add({id, text, icon, keys, [this, run = std::move(run)] { run(*m_current()); },
                                     [this, whyNot = std::move(whyNot)] {
                                         TableEditor *editor = this->editor();
                                         return editor ? whyNot(*editor) : tr("Open a datatable first.");
                                     }});
    if (reach == Reach::Window)
        return;
    for (QObject *place : action->associatedObjects()) {
        if (auto *widget = qobject_cast<QWidget *>(place))
            widget->removeAction(action);
    }
    m_tabs->addAction(action);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void DatatableActions::addEditing()
{
    const auto whyNotEdit = [](TableEditor &editor) { return editor.whyNotEdit(); };
    const auto whyNotRow = [this](TableEditor &editor) {
        const QString why = editor.whyNotEdit();
        return why.isEmpty() && m_current()->view()->selectedRows().empty() ? tr("Select a row.") : why;
    };
    const auto whyNotCell = [this](TableEditor &editor) {
        return editor.model().whyNotEditable(m_current()->view()->currentIndex());
    };
    add(
        u"row.add"_s, tr("&New row"), Icon::Add, {QKeySequence(Qt::CTRL | Qt::Key_N)}, Reach::Tabs,
        [](DatatableTab &tab) { tab.addRow(); }, whyNotEdit);
    add(
        u"row.remove"_s, tr("&Delete rows"), Icon::Close, {QKeySequence(Qt::Key_Delete)}, Reach::Tabs,
        [](DatatableTab &tab) { tab.editor()->removeRows(tab.view()->selectedRows()); }, whyNotRow);
    add(
        u"row.revert"_s, tr("Take back the &changes of these rows"), Icon::None, {}, Reach::Tabs,
        [](DatatableTab &tab) { tab.editor()->revertRows(tab.view()->selectedRows()); },
        [this](TableEditor &editor) { return editor.whyNotRevert(m_current()->view()->selectedRows()); });
    add(
        u"cell.edit"_s, tr("&Edit cell"), Icon::None, {QKeySequence(Qt::Key_F2)}, Reach::Tabs,
        [](DatatableTab &tab) { tab.view()->editCurrent(); }, whyNotCell);
    add(
        u"cell.null"_s, tr("&Set NULL"), Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_Backspace)}, Reach::Tabs,
        [](DatatableTab &tab) { tab.editor()->setNull(tab.view()->selectedCells()); }, whyNotCell);
}

void DatatableActions::addHistory()
{
    QList<QKeySequence> redo = QKeySequence::keyBindings(QKeySequence::Redo);
    for (const QKeySequence &key :
         {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}) {
        redo.removeAll(key);
        redo.prepend(key);
    }
    add(
        u"changes.undo"_s, tr("&Undo"), Icon::None, QKeySequence::keyBindings(QKeySequence::Undo), Reach::Tabs,
        [](DatatableTab &tab) { tab.editor()->changes().undoStack().undo(); },
        [](TableEditor &editor) { return editor.whyNotUndo(); });
    add(
        u"changes.redo"_s, tr("&Redo"), Icon::None, redo, Reach::Tabs,
        [](DatatableTab &tab) { tab.editor()->changes().undoStack().redo(); },
        [](TableEditor &editor) { return editor.whyNotRedo(); });
}

void DatatableActions::addCommitting()
{
    add(
        u"changes.discard"_s, tr("&Discard"), Icon::None, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace)},
        Reach::Tabs, [](DatatableTab &tab) { tab.discard(); },
        [](TableEditor &editor) { return editor.whyNotDiscard(); });
    add(
        u"changes.preview"_s, tr("&Preview"), Icon::None, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
        Reach::Window, [](DatatableTab &tab) { tab.preview(); },
        [](TableEditor &editor) { return editor.whyNotPreview(); });
    add(
        u"changes.commit"_s, tr("&Commit"), Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_S)}, Reach::Window,
        [](DatatableTab &tab) { tab.commit(); }, [](TableEditor &editor) { return editor.whyNotCommit(); });
}

void DatatableActions::addLooking()
{
    const auto always = [](TableEditor &) { return QString(); };
    add(
        u"filter.add"_s, tr("&Filter rows\u2026"), Icon::Add, {QKeySequence(Qt::CTRL | Qt::Key_F)}, Reach::Tabs,
        [](DatatableTab &tab) { tab.addFilter(); }, always);
    add(
        u"filter.byCell"_s, tr("Filter by &this cell"), Icon::Search, {}, Reach::Tabs,
        [](DatatableTab &tab) { tab.filterByCell(); },
        [this](TableEditor &editor) {
            const QModelIndex cell = m_current()->view()->currentIndex();
            const json::Value *value = cell.isValid() ? editor.model().value(cell) : nullptr;
            if (!value)
                return tr("Select a cell with a value.");
            return value->isArray() || value->isObject() ? tr("Rows cannot be filtered by a whole document.")
                                                         : QString();
        });
    add(
        u"filter.clear"_s, tr("&Remove all filters"), Icon::None, {}, Reach::Tabs,
        [](DatatableTab &tab) { tab.clearFilters(); },
        [this](TableEditor &) { return m_current()->rows()->filters().empty() ? tr("No filter is set.") : QString(); });
    add(
        u"columns.choose"_s, tr("C&hoose columns\u2026"), Icon::None, {}, Reach::Tabs,
        [](DatatableTab &tab) { tab.chooseColumns(); }, always);
}

void DatatableActions::addCopying()
{
    const auto whyNot = [this](TableEditor &) {
        return m_current()->view()->selectedCells().isEmpty() ? tr("Select the cells to copy.") : QString();
    };
    const auto copy = [&](const QString &id, const QString &text, QString (*write)(const copyformat::Cells &)) {
        add(
            id, text, Icon::Copy, {}, Reach::Tabs,
            [write](DatatableTab &tab) { QGuiApplication::clipboard()->setText(write(tab.view()->selectedValues())); },
            whyNot);
    };
    copy(u"copy.csv"_s, tr("Copy as &CSV"), copyformat::csv);
    copy(u"copy.json"_s, tr("Copy as &JSON"), copyformat::json);
    copy(u"copy.markdown"_s, tr("Copy as &Markdown"), copyformat::markdown);
    add(
        u"copy.curl"_s, tr("Copy as c&url"), Icon::Copy, {}, Reach::Tabs, [](DatatableTab &tab) { tab.copyCurl(); },
        whyNot);
}

void DatatableActions::follow()
{
    TableEditor *editor = this->editor();
    const int changes = editor ? editor->changes().count() : 0;
    QAction *commit = m_actions.action(u"changes.commit"_s);
    commit->setText(changes == 0 ? tr("&Commit") : tr("&Commit (%1)").arg(changes));
    m_actions.refresh();
}

} // namespace tenantry::ui
