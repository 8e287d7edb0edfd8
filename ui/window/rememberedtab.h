// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "ui/tree/treenode.h"

namespace tenantry::ui {

/// An open tab by what outlives its connection and the program: names, and nothing of a session.
struct RememberedTab
{
    QString server; ///< names the instance, as journalentry::nameOf does
    NodePath path;  ///< without an instance
    bool preview = false;

    /// `path` is of an instance that still stands.
    static RememberedTab of(const NodePath &path);
};

/// All tabs, from left to right.
struct RememberedTabs
{
    std::vector<RememberedTab> tabs;
    int current = -1; ///< the one looked at; -1 when there is none
};

json::Value toJson(const RememberedTabs &tabs);
/// What cannot be read, as a newer console may have written it, is left out.
RememberedTabs tabsFromJson(const json::Value &value);

} // namespace tenantry::ui
