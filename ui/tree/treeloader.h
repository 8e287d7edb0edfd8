// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"
#include "ui/tree/treenode.h"

namespace tenantry::ui {

/// What stands below which kind of node, and the call that fetches it.
namespace treeloader {

/// One page of the children of the node at `path`; pages count from 1.
client::Reply<client::Page<NodeContent>> children(const NodePath &path, int page);

NodeContent content(const client::Organization &organization);
NodeContent content(const client::SiteSummary &site);
NodeContent content(const client::AppSummary &app);
NodeContent content(const client::TableSummary &table);

/// The pages that stand in a node of this kind before its children. They are there without being fetched.
std::vector<NodeContent> rooms(NodeKind parent);
/// What stands below a node of this kind that has no children: that it is so, and what to do.
QString emptyText(NodeKind parent);

} // namespace treeloader

} // namespace tenantry::ui
