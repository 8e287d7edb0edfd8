// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/nodeseeker.h"

#include "ui/tree/treemodel.h"

namespace tenantry::ui {

namespace {

bool leadsTo(const NodeContent &content, const NodePath &path)
{
    switch (content.kind) {
    case NodeKind::Instance:
        return content.instance == path.instance;
    case NodeKind::Organization:
        return content.id == path.organization;
    case NodeKind::Site:
        return content.id == path.site;
    case NodeKind::App:
        return content.id == path.app;
    case NodeKind::Table:
        return content.id == path.table;
    case NodeKind::Room:
        return content.id == path.room;
    default:
        return false;
    }
}

} // namespace

NodeSeeker::NodeSeeker(TreeModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &NodeSeeker::step);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &NodeSeeker::step);
}

void NodeSeeker::seek(const NodePath &path)
{
    m_path = path;
    m_waitingFor = QModelIndex();
    m_seeking = true;
    step();
}

void NodeSeeker::step()
{
    if (!m_seeking)
        return;
    const QModelIndex at = deepest();
    if (!at.isValid() || m_model.kind(at) == m_path.kind || m_model.isLoaded(at)) {
        end(at);
    } else if (m_waitingFor != at) {
        m_waitingFor = at;
        m_model.load(at);
    } else if (hasFailed(at)) {
        end(at);
    }
}

QModelIndex NodeSeeker::deepest() const
{
    QModelIndex at;
    while (!at.isValid() || m_model.kind(at) != m_path.kind) {
        const QModelIndex next = childTowards(at);
        if (!next.isValid())
            break;
        at = next;
    }
    return at;
}

QModelIndex NodeSeeker::childTowards(const QModelIndex &parent) const
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex child = m_model.index(row, 0, parent);
        if (leadsTo(m_model.content(child), m_path))
            return child;
    }
    return {};
}

bool NodeSeeker::hasFailed(const QModelIndex &parent) const
{
    const int rows = m_model.rowCount(parent);
    return rows > 0 && m_model.kind(m_model.index(rows - 1, 0, parent)) == NodeKind::Problem;
}

void NodeSeeker::end(const QModelIndex &index)
{
    m_seeking = false;
    emit found(index);
}

} // namespace tenantry::ui
