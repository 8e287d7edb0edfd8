// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/routing/endpoint.h"

#include <functional>

namespace tenantry::server {

/// One step every request takes on its way to a handler (`before`), its answer on the way back (`after`), or both. A
/// step that fails ends the way in: its error becomes the answer, and only the steps taken so far see it leave.
struct Middleware
{
    std::function<Result<void>(Call &)> before;
    std::function<void(const Call &, http::Response &)> after;
};

} // namespace tenantry::server
