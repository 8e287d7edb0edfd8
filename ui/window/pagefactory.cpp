// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pagefactory.h"

namespace tenantry::ui {

void PageFactory::add(NodeKind kind, Maker make)
{
    Q_ASSERT_X(!hasPage(kind), "PageFactory", "a kind is added once");
    m_makers.emplace(kind, std::move(make));
}

std::unique_ptr<TabPage> PageFactory::make(const NodePath &path) const
{
    return m_makers.at(path.kind)(path);
}

} // namespace tenantry::ui
