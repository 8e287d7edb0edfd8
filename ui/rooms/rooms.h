// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rooms/roompage.h"

#include <memory>

namespace tenantry::ui {

/// The page of a NodeKind::Room, by its NodePath::room.
std::unique_ptr<RoomPage> makeRoom(const NodePath &path, ActionRegistry &actions);

} // namespace tenantry::ui
