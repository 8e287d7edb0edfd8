// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pathmenu.h"

#include "ui/tree/treemodel.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mostEntries = 50; ///< of a level with more the tree is the better place to look

} // namespace

PathMenu::PathMenu(TreeModel &model, const NodePath &parent, const NodePath &current, QWidget *owner)
    : QMenu(owner)
    , m_model(model)
    , m_parent(parent)
    , m_current(current)
    , m_seeker(model)
{
    connect(&m_seeker, &NodeSeeker::found, this, [this](const QModelIndex &level) {
        m_isThere = true;
        m_level = level;
        m_model.load(level);
        fill();
    });
    const auto follow = [this](const QModelIndex &parent) {
        if (m_isThere && parent == m_level)
            fill();
    };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, follow);
    open();
}

void PathMenu::open()
{
    m_isThere = m_parent.kind == NodeKind::Root;
    if (m_isThere) {
        fill();
        return;
    }
    addAction(tr("Loading\u2026"))->setEnabled(false);
    m_seeker.seek(m_parent);
}

void PathMenu::fill()
{
    const QAction *active = activeAction();
    const QString chosen = active ? active->text() : QString();
    clear();
    const int rows = m_model.rowCount(m_level);
    for (int row = 0; row < std::min(rows, mostEntries); ++row)
        addChild(m_model.index(row, 0, m_level));
    if (rows > mostEntries) {
        addSeparator();
        addAction(tr("%n more in the tree", nullptr, rows - mostEntries), this,
                  [this] { emit this->chosen(m_parent); });
    }
    for (QAction *action : actions()) {
        if (!chosen.isEmpty() && action->text() == chosen)
            setActiveAction(action); // more has arrived while somebody was choosing
    }
}

void PathMenu::addChild(const QModelIndex &child)
{
    QString text = child.data().toString().replace(u'&', u"&&"_s);
    if (const QString note = child.data(TreeModel::NoteRole).toString(); !note.isEmpty())
        text += u'\t' + note;
    const NodePath path = m_model.path(child);
    const bool isNode = m_model.kind(child) < NodeKind::Loading;
    QAction *action =
        addAction(child.data(Qt::DecorationRole).value<QIcon>(), text, this, [this, path] { emit chosen(path); });
    action->setEnabled(isNode);
    if (!isNode || !m_current.isWithin(path))
        return;
    QFont bold = font();
    bold.setBold(true);
    action->setFont(bold);
    setActiveAction(action);
}

} // namespace tenantry::ui
