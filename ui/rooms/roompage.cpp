// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/roompage.h"

#include "core/client/privilegecalls.h"
#include "ui/common/actionregistry.h"
#include "ui/common/fontscale.h"
#include "ui/common/statepage.h"
#include "ui/connections/instance.h"
#include "ui/rooms/roomactions.h"
#include "ui/rooms/roomheader.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int rowPadding = 12;
constexpr int columnPadding = 24;
constexpr int widestColumn = 240;

bool changesAnything(client::Api &api)
{
    return api.use() == client::Api::Use::ReadWrite;
}

} // namespace

RoomPage::RoomPage(NodePath path, ActionRegistry &actions, QStringList titles, Texts texts, Permission permission,
                   Search search, QWidget *parent)
    : TabPage(std::move(path), actions, parent)
    , m_texts(std::move(texts))
    , m_permission(std::move(permission))
    , m_list(new ListModel(
          std::move(titles), [this](int page, const QString &text) { return fetch(page, text); }, this))
    , m_header(new RoomHeader(
          name(), TabPage::path().titles.mid(0, TabPage::path().titles.size() - 1).join(u" \u203a "_s), this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePage(this))
    , m_view(new QTableView(this))
    , m_count(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_retry(new QPushButton(ui::icon(Icon::Refresh), tr("&Retry"), this))
{
    buildView();
    if (search == Search::Offered)
        m_header->addSearch();
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_view);
    column()->addWidget(m_header);
    column()->addWidget(m_stack, 1);
    column()->addWidget(buildStatusLine());
    connect(m_header, &RoomHeader::searchWanted, m_list, &ListModel::setSearch);
    connect(m_state, &StatePage::retry, this, &RoomPage::reload);
    connect(m_list, &ListModel::progressed, this, &RoomPage::follow);
    setFocusProxy(m_view);
}

RoomPage::~RoomPage()
{
    m_asking.cancel();
    m_performing.cancel();
}

QString RoomPage::title() const
{
    return path().titles.mid(path().titles.size() - 2).join(u" \u203a "_s);
}

QString RoomPage::name() const
{
    return path().titles.value(path().titles.size() - 1);
}

void RoomPage::begin()
{
    for (const Task task : {Task::Add, Task::Edit, Task::Switch, Task::Remove}) {
        if (!textOf(task).isEmpty())
            m_header->addButton(actions().action(RoomActions::idOf(task)));
    }
    if (!path().site.isEmpty())
        api().writeLock(path().site).onChanged(this, [this] { follow(); });
    askForPermission();
    m_list->reload();
}

void RoomPage::buildView()
{
    m_view->setModel(m_list);
    m_view->setObjectName(u"roomList"_s);
    m_view->setAccessibleName(name());
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false); // Tab leaves the table
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->verticalHeader()->hide();
    fitRowsToFont(m_view, rowPadding);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RoomPage::changed);
    connect(m_view, &QTableView::activated, this, [this] {
        if (!textOf(Task::Edit).isEmpty() && whyNot(Task::Edit).isEmpty())
            run(Task::Edit);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        actions().fill(menu, RoomActions::ids());
        menu->popup(m_view->viewport()->mapToGlobal(place));
    });
}

QWidget *RoomPage::buildStatusLine()
{
    auto *line = new QWidget(this);
    m_count->setObjectName(u"roomCount"_s);
    m_problem->setObjectName(u"roomProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_retry->setObjectName(u"roomRetry"_s);
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &RoomPage::reload);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(14, 5, 14, 5);
    layout->setSpacing(12);
    layout->addWidget(m_problem, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_retry);
    return line;
}

client::Api &RoomPage::api() const
{
    return path().instance->api();
}

const ListModel::Entry *RoomPage::selected() const
{
    return m_list->entry(m_view->currentIndex());
}

/// What it may do is asked once; until it is known, and where it cannot be had, the server decides.
void RoomPage::askForPermission()
{
    auto asked = path().site.isEmpty() ? client::privilegecalls::ofOrganization(api(), path().organization)
                                       : client::privilegecalls::ofSite(api(), path().site);
    m_asking = std::move(asked).then(this, [this](Result<QStringList> permissions) {
        if (permissions)
            m_permissions = *permissions;
        follow();
    });
}

bool RoomPage::isLocked() const
{
    return !path().site.isEmpty() && api().writeLock(path().site).state() == client::WriteLock::State::Locked;
}

QString RoomPage::whyNot(Task task) const
{
    if (textOf(task).isEmpty())
        return tr("There is nothing of the kind in %1.").arg(name());
    if (!changesAnything(api()))
        return tr("This instance is saved as read-only. Change that in the list of saved instances.");
    if (isLocked())
        return tr("This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).");
    if (m_permissions && !m_permissions->contains(m_permission.needed))
        return tr("This takes the permission \"%1\". %2").arg(m_permission.needed, m_permission.help);
    if (task == Task::Add)
        return {};
    const ListModel::Entry *entry = selected();
    return entry ? whyNotEntry(task, *entry) : tr("Select a row first.");
}

void RoomPage::recover()
{
    if (m_list->error())
        reload();
}

void RoomPage::reload()
{
    tell({});
    askForPermission();
    m_list->reload();
}

void RoomPage::showChanged(const QString &id)
{
    m_awaited = id;
    tell({});
    m_list->reload();
}

void RoomPage::perform(client::Reply<json::Value> reply, const QString &id)
{
    m_performing = std::move(reply).then(this, [this, id](const Result<json::Value> &answer) {
        if (answer)
            showChanged(id);
        else
            tell(answer.error().message);
    });
}

void RoomPage::tell(const QString &problem)
{
    m_problem->setText(problem.isEmpty() ? QString() : u"\u26a0 "_s + problem);
}

void RoomPage::follow()
{
    const bool hasRows = m_list->rowCount() > 0;
    if (!hasRows)
        describeState();
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_view) : m_state);
    if (hasRows && !std::exchange(m_isFitted, true))
        fitColumns();
    m_retry->setVisible(hasRows && m_list->error());
    if (hasRows && m_list->error())
        tell(m_list->error()->message);
    m_count->setText(hasRows ? countText(int(m_list->total())) : QString());
    if (!m_list->isFetching())
        selectAwaited();
    emit changed();
}

/// Once, so that what the user makes of them stays.
void RoomPage::fitColumns()
{
    m_view->resizeColumnsToContents();
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_view->setColumnWidth(column, std::min(m_view->columnWidth(column) + columnPadding, widestColumn));
}

void RoomPage::selectAwaited()
{
    const QModelIndex found = m_list->find(std::exchange(m_awaited, {}));
    if (found.isValid())
        m_view->setCurrentIndex(found);
    else if (!m_view->currentIndex().isValid() && m_list->rowCount() > 0)
        m_view->setCurrentIndex(m_list->index(0, 0));
}

void RoomPage::describeState()
{
    switch (m_list->state()) {
    case ListModel::State::Loading:
        m_state->showLoading(m_texts.loading);
        return;
    case ListModel::State::Failed:
        m_state->showError(m_texts.failed, *m_list->error());
        return;
    case ListModel::State::Ready:
        break;
    }
    if (!m_list->search().isEmpty()) {
        m_state->showEmpty(Icon::Search, tr("Nobody and nothing found"),
                           tr("Nothing here holds \"%1\".").arg(m_list->search()));
        return;
    }
    m_state->showEmpty(icon(), m_texts.empty, m_texts.emptyHelp);
    if (whyNot(Task::Add).isEmpty()) {
        connect(m_state->addButton(textOf(Task::Add), Icon::Add), &QPushButton::clicked, this,
                [this] { run(Task::Add); });
    }
}

} // namespace tenantry::ui
