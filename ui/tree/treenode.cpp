// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treenode.h"

#include <algorithm>

namespace tenantry::ui {

int TreeNode::row() const
{
    if (!parent)
        return 0;
    const auto &siblings = parent->children;
    if (m_lastRow >= siblings.size() || siblings[m_lastRow].get() != this) {
        // Whoever has moved last has moved all behind it, and they are likely to be asked for next.
        for (size_t row = 0; row < siblings.size(); ++row)
            siblings[row]->m_lastRow = row;
    }
    return int(m_lastRow);
}

int TreeNode::roomCount() const
{
    const auto first =
        std::ranges::find_if(children, [](const auto &child) { return child->content.kind != NodeKind::Room; });
    return int(first - children.begin());
}

NodePath NodePath::of(const TreeNode &node)
{
    NodePath path;
    path.kind = node.content.kind;
    for (const TreeNode *at = &node; at->parent; at = at->parent) {
        if (at->isPlaceholder())
            continue;
        path.titles.prepend(at->content.text);
        switch (at->content.kind) {
        case NodeKind::Instance:
            path.instance = at->content.instance;
            break;
        case NodeKind::Organization:
            path.organization = at->content.id;
            break;
        case NodeKind::Site:
            path.site = at->content.id;
            path.environment = at->content.environment;
            break;
        case NodeKind::App:
            path.app = at->content.id;
            break;
        case NodeKind::Table:
            path.table = at->content.id;
            break;
        case NodeKind::Room:
            path.room = at->content.id;
            break;
        default:
            break;
        }
    }
    return path;
}

NodePath NodePath::parent() const
{
    NodePath above = *this;
    switch (kind) {
    case NodeKind::Organization:
        above.kind = NodeKind::Instance;
        above.organization.clear();
        break;
    case NodeKind::Site:
        above.kind = NodeKind::Organization;
        above.site.clear();
        above.environment.clear();
        break;
    case NodeKind::App:
        above.kind = NodeKind::Site;
        above.app.clear();
        break;
    case NodeKind::Table:
        above.kind = NodeKind::App;
        above.table.clear();
        break;
    case NodeKind::Room:
        above.kind = site.isEmpty() ? NodeKind::Organization : NodeKind::Site;
        above.room.clear();
        break;
    default:
        return {};
    }
    above.titles.removeLast();
    return above;
}

bool NodePath::isAt(const NodePath &other) const
{
    return kind == other.kind && isWithin(other);
}

bool NodePath::isWithin(const NodePath &other) const
{
    const auto within = [](const QString &name, const QString &wanted) { return wanted.isEmpty() || name == wanted; };
    return instance == other.instance && within(organization, other.organization) && within(site, other.site) &&
           within(app, other.app) && within(table, other.table) && within(room, other.room);
}

} // namespace tenantry::ui
