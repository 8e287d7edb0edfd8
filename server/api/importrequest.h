// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/transfer/rowimport.h"
#include "server/routing/call.h"

namespace tenantry::server {

/// What a call of the import endpoint asks for. Keeps the call, whose body it reads.
Result<data::ImportRequest> importRequest(const CallPtr &call);

} // namespace tenantry::server
