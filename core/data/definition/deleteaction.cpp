// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/deleteaction.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

struct Action
{
    std::string_view name;
    OnDelete onDelete;
};

constexpr std::array actions{
    Action{"NO ACTION", OnDelete::NoAction},     Action{"RESTRICT", OnDelete::Restrict},
    Action{"CASCADE", OnDelete::Cascade},        Action{"SET NULL", OnDelete::SetNull},
    Action{"SET DEFAULT", OnDelete::SetDefault},
};

} // namespace

std::string_view actionName(OnDelete action)
{
    return std::ranges::find(actions, action, &Action::onDelete)->name;
}

std::optional<OnDelete> actionNamed(std::string_view name)
{
    const auto found = std::ranges::find(actions, name, &Action::name);
    return found == actions.end() ? std::nullopt : std::optional(found->onDelete);
}

} // namespace tenantry::data
