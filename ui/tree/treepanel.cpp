// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treepanel.h"

#include "ui/common/actionregistry.h"
#include "ui/tree/treedelegate.h"
#include "ui/tree/treefilter.h"
#include "ui/tree/treemodel.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

TreePanel::TreePanel(TreeModel &model, const ActionRegistry &actions, QStringList contextActions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_actions(actions)
    , m_contextActions(std::move(contextActions))
    , m_filter(new TreeFilter(this))
    , m_search(new QLineEdit(this))
    , m_notice(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_server(new TreeSearch(m_model, this))
{
    m_filter->setSourceModel(&m_model);
    m_search->setPlaceholderText(tr("Filter; Enter asks the server"));
    m_search->setAccessibleName(tr("Filter of the tree"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_notice->setObjectName(u"treeNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    m_notice->hide();
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new TreeDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setBackgroundRole(QPalette::Window);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(18);
    m_view->setExpandsOnDoubleClick(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Instances, organizations, sites, apps and datatables"));
    m_view->setObjectName(u"tree"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_notice);
    layout->addWidget(m_view);

    connect(m_search, &QLineEdit::textChanged, this, &TreePanel::applyFilter);
    connect(m_search, &QLineEdit::returnPressed, this, &TreePanel::askServer);
    connect(m_server, &TreeSearch::finished, this, &TreePanel::showFound);
    connect(m_view, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_model.load(m_filter->mapToSource(index)); });
    connect(m_view, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_model.cancel(m_filter->mapToSource(index)); });
    connect(m_view, &QTreeView::activated, this, &TreePanel::activate);
    connect(m_view, &QTreeView::clicked, this,
            [this](const QModelIndex &index) { emit clicked(m_model.path(m_filter->mapToSource(index))); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &TreePanel::showContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_filter->text().isEmpty() || m_view->hasFocus())
            m_scope = current();
        emit selectionChanged();
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TreePanel::follow);
}

bool TreePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        focusTree();
        return true;
    }
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    // A line edit would keep Ctrl+E and Ctrl+K for itself on X11.
    if (watched == m_search && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers().testFlag(Qt::ControlModifier) && (key->key() == Qt::Key_E || key->key() == Qt::Key_K))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

QModelIndex TreePanel::current() const
{
    QModelIndex index = m_filter->mapToSource(m_view->currentIndex());
    if (index.isValid() && m_model.kind(index) >= NodeKind::Loading)
        index = index.parent();
    return index;
}

NodePath TreePanel::selection() const
{
    return m_model.path(current());
}

void TreePanel::refresh()
{
    m_model.refresh(current());
}

void TreePanel::focusTree()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_filter->index(0, 0));
}

void TreePanel::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TreePanel::activate(const QModelIndex &index)
{
    const QModelIndex source = m_filter->mapToSource(index);
    switch (m_model.kind(source)) {
    case NodeKind::Instance:
    case NodeKind::Table:
    case NodeKind::Room:
        emit opened(m_model.path(source));
        return;
    case NodeKind::Problem:
        m_model.load(source.parent());
        return;
    case NodeKind::Nothing:
        emit createWanted();
        return;
    default:
        return;
    }
}

void TreePanel::reveal(NodeKind parent, const NodeContent &content)
{
    QModelIndex above = current();
    while (above.isValid() && m_model.kind(above) != parent)
        above = above.parent();
    if (!above.isValid())
        return;
    m_search->clear();
    const QModelIndex made = m_model.insert(above, content);
    if (made.isValid()) {
        select(made);
        return;
    }
    m_awaitedBelow = above;
    m_awaitedId = content.id;
    m_view->expand(m_filter->mapFromSource(above));
}

void TreePanel::goTo(const QModelIndex &index)
{
    m_search->clear();
    select(index);
    focusTree();
}

void TreePanel::select(const QModelIndex &index)
{
    const QModelIndex shown = m_filter->mapFromSource(index);
    m_view->setCurrentIndex(shown);
    m_view->scrollTo(shown);
}

void TreePanel::applyFilter(const QString &text)
{
    m_server->cancel();
    notice({});
    m_filter->setText(text);
    QModelIndexList matches;
    if (!m_filter->text().isEmpty())
        expandMatches({}, matches);
    else if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
}

void TreePanel::askServer()
{
    if (m_filter->text().isEmpty())
        return focusTree();
    QModelIndex scope = m_scope;
    while (scope.isValid() && m_model.kind(scope) > NodeKind::App)
        scope = scope.parent();
    notice(tr("Asking the server\u2026"));
    m_server->start(m_filter->text(), scope);
}

void TreePanel::showFound(const TreeSearch::Outcome &outcome)
{
    QModelIndexList matches;
    expandMatches({}, matches);
    if (!matches.isEmpty()) {
        m_view->setCurrentIndex(matches.front());
        m_view->scrollTo(matches.front());
    }
    QStringList lines{matches.isEmpty() ? tr("No name here or on the server has this.")
                                        : tr("%n found.", nullptr, int(matches.size()))};
    if (outcome.error)
        lines << outcome.error->message;
    if (!outcome.whole)
        lines << tr("Apps and datatables were looked for in the first %n sites only. Select a site to search in it.",
                    nullptr, TreeSearch::mostSites);
    notice(lines.join(u'\n'));
}

void TreePanel::notice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void TreePanel::expandMatches(const QModelIndex &parent, QModelIndexList &matches)
{
    for (int row = 0; row < m_filter->rowCount(parent); ++row) {
        const QModelIndex index = m_filter->index(row, 0, parent);
        const QModelIndex source = m_filter->mapToSource(index);
        if (m_filter->matches(source)) {
            matches << index;
            continue;
        }
        // What is not loaded stays closed: a filter asks the server nothing.
        if (!m_model.isLoaded(source))
            continue;
        m_view->expand(index);
        expandMatches(index, matches);
    }
}

void TreePanel::follow(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (!parent.isValid()) {
            m_view->expand(m_filter->mapFromSource(index)); // an instance that came to be
            select(index);
        } else if (parent == m_awaitedBelow && index.data(TreeModel::IdRole) == m_awaitedId) {
            m_awaitedBelow = QModelIndex();
            select(index);
        }
    }
}

void TreePanel::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fill(menu, m_contextActions);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace tenantry::ui
