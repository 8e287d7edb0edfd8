// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskpanel.h"

#include "ui/common/icons.h"
#include "ui/common/logview.h"
#include "ui/tasks/taskdelegate.h"
#include "ui/tasks/tasklist.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString lineText(const Task::Line &line)
{
    return u"%1  %2"_s.arg(line.at.toLocalTime().toString(u"HH:mm:ss"_s), line.text);
}

} // namespace

TaskPanel::TaskPanel(TaskList &tasks, QWidget *parent)
    : QWidget(parent)
    , m_tasks(tasks)
    , m_view(new LogView(tasks, this))
    , m_note(new QLabel(this))
    , m_log(new QPlainTextEdit(this))
    , m_cancel(new QAction(icon(Icon::Close), tr("Cancel"), this))
    , m_show(new QAction(icon(Icon::Search), tr("Show the result"), this))
    , m_clear(new QAction(icon(Icon::Done), tr("Clear ended ones"), this))
{
    m_view->setObjectName(u"tasks"_s);
    m_view->setAccessibleName(tr("Tasks, the newest last"));
    m_view->setItemDelegateForColumn(TaskList::ProgressColumn, new TaskDelegate(m_view));
    m_view->setColumnCharacters(TaskList::TitleColumn, 28);
    m_view->setColumnCharacters(TaskList::ProgressColumn, 15);
    m_view->setColumnCharacters(TaskList::StartedColumn, 11);
    m_view->setColumnCharacters(TaskList::DurationColumn, 10);
    m_view->setStretching(TaskList::ActivityColumn);
    setFocusProxy(m_view);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_log->setObjectName(u"taskLog"_s);
    m_log->setAccessibleName(tr("Log of the chosen task"));
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setUndoRedoEnabled(false);
    m_log->setMaximumBlockCount(Task::mostLines);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    addActions();
    addLayout();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TaskPanel::choose);
    connect(&m_tasks, &QAbstractItemModel::rowsRemoved, this, &TaskPanel::choose);
    connect(&m_tasks, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (!m_chosen || !m_chosen->isRunning())
            m_view->setCurrentIndex(m_tasks.index(first, 0)); // what just began is what one looks for
        follow();
    });
    connect(&m_tasks, &QAbstractItemModel::dataChanged, this, &TaskPanel::follow);
    connect(&m_tasks, &TaskList::runningChanged, this, &TaskPanel::follow);
    follow();
}

void TaskPanel::addActions()
{
    m_cancel->setObjectName(u"cancelTask"_s);
    m_show->setObjectName(u"showTaskResult"_s);
    m_clear->setObjectName(u"clearTasks"_s);
    m_view->addActions({m_cancel, m_show, m_clear});
    connect(m_cancel, &QAction::triggered, this, [this] {
        if (m_chosen)
            m_chosen->cancel();
    });
    connect(m_show, &QAction::triggered, this, [this] {
        if (m_chosen)
            m_chosen->showResult();
    });
    connect(m_clear, &QAction::triggered, &m_tasks, &TaskList::clearEnded);
    connect(m_view, &QAbstractItemView::activated, m_show, &QAction::trigger);
}

void TaskPanel::addLayout()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 4, 2);
    line->addWidget(m_note, 1);
    for (QAction *action : {m_cancel, m_show, m_clear})
        line->addWidget(lineButton(action));
    auto *parts = new QSplitter(this);
    parts->addWidget(m_view);
    parts->addWidget(m_log);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(parts);
}

void TaskPanel::choose()
{
    const QModelIndex current = m_view->currentIndex();
    Task *chosen = current.isValid() ? &m_tasks.at(current.row()) : nullptr;
    if (chosen != m_chosen) {
        if (m_chosen)
            m_chosen->disconnect(this);
        m_chosen = chosen;
        m_log->clear();
        if (m_chosen) {
            for (const Task::Line &line : m_chosen->log())
                m_log->appendPlainText(lineText(line));
            connect(m_chosen, &Task::lineAdded, this, &TaskPanel::appendLine);
        }
    }
    follow();
}

void TaskPanel::appendLine()
{
    m_log->appendPlainText(lineText(m_chosen->log().back()));
}

void TaskPanel::follow()
{
    QString note;
    if (m_tasks.rowCount() == 0)
        note =
            tr("What takes a while is listed here, with its progress and a way to cancel it. Nothing has begun yet.");
    else
        note = m_chosen ? m_chosen->activity() : tr("Select a task to see its log.");
    m_note->setText(note);
    const bool canCancel = m_chosen && m_chosen->canCancel();
    m_cancel->setEnabled(canCancel);
    m_cancel->setToolTip(canCancel ? tr("End the chosen task.") : whyNotCancelled());
    m_show->setEnabled(m_chosen && m_chosen->hasResult());
    m_show->setToolTip(m_show->isEnabled() ? tr("Go to what the chosen task has made.")
                                           : tr("The chosen task has nothing to show."));
    m_clear->setEnabled(m_tasks.rowCount() > m_tasks.runningCount());
    m_clear->setToolTip(m_clear->isEnabled() ? tr("Take what has ended off the list.") : tr("No task has ended."));
}

QString TaskPanel::whyNotCancelled() const
{
    if (!m_chosen)
        return tr("Select a task to cancel it.");
    if (m_chosen->state() == Task::State::Cancelling)
        return tr("It is being cancelled.");
    return m_chosen->isRunning() ? tr("This task cannot be cancelled.") : tr("This task has ended.");
}

} // namespace tenantry::ui
