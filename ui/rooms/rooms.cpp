// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/rooms.h"

#include "ui/rooms/domainspage.h"
#include "ui/rooms/memberspage.h"
#include "ui/rooms/userspage.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

std::unique_ptr<RoomPage> makeRoom(const NodePath &path, ActionRegistry &actions)
{
    if (path.room == "members"_L1)
        return std::make_unique<MembersPage>(path, actions);
    if (path.room == "users"_L1)
        return std::make_unique<UsersPage>(path, actions);
    return std::make_unique<DomainsPage>(path, actions);
}

} // namespace tenantry::ui
