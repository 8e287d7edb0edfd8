// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

namespace tenantry::ui {

/// The places one has been at, and which of them is now, as a browser keeps its pages.
class NavigationHistory
{
public:
    /// One goes there: what lay ahead is forgotten. To go where one is already changes nothing.
    void visit(const NodePath &path);
    bool canGoBack() const { return m_now > 0; }
    bool canGoForward() const { return m_now + 1 < int(m_places.size()); }
    /// Where one is then; only when it can be done.
    const NodePath &back();
    const NodePath &forward();
    /// That node is not there any more, nor what is below it.
    void forget(const NodePath &path);

private:
    std::vector<NodePath> m_places;
    int m_now = -1;
};

} // namespace tenantry::ui
