// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/tabpage.h"

#include <functional>
#include <map>
#include <memory>

namespace tenantry::ui {

/// Which kinds of nodes have a page, and how it is made. Filled once, before the first tab is opened.
class PageFactory
{
public:
    using Maker = std::function<std::unique_ptr<TabPage>(const NodePath &)>;

    /// A kind is added once.
    void add(NodeKind kind, Maker make);
    bool hasPage(NodeKind kind) const { return m_makers.contains(kind); }
    /// `path` is of a kind that has a page.
    std::unique_ptr<TabPage> make(const NodePath &path) const;

private:
    std::map<NodeKind, Maker> m_makers;
};

} // namespace tenantry::ui
