// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/depth.h"

#include <algorithm>

namespace tenantry::json {

bool isDeeperThan(const Value &value, int levels)
{
    if (!value.isArray() && !value.isObject())
        return false;
    if (levels <= 0)
        return true;
    const Array &items = value.array();
    const Object &members = value.object();
    return std::any_of(items.begin(), items.end(), [=](const Value &item) { return isDeeperThan(item, levels - 1); }) ||
           std::any_of(members.begin(), members.end(),
                       [=](const Member &member) { return isDeeperThan(member.second, levels - 1); });
}

} // namespace tenantry::json
