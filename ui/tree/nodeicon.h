// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"
#include "ui/tree/treenode.h"

namespace tenantry::ui {

/// How a node shows in the tree, on its tab and in the path.
Icon iconOf(const NodeContent &content);
Icon iconOf(const NodePath &path);

} // namespace tenantry::ui
