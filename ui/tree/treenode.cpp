// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treenode.h"

#include <algorithm>

namespace tenantry::ui {

int TreeNode::row() const
{
    if (!parent)
        return 0;
    const auto place = std::ranges::find(parent->children, this, &std::unique_ptr<TreeNode>::get);
    return int(place - parent->children.begin());
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
        default:
            break;
        }
    }
    return path;
}

} // namespace tenantry::ui
