// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// The pages below /accounts/ that people sign in and out on with a browser, to go on to the application that sent
/// them, with tokens in the fragment of its address.
void addAccountPages(Api &api);

} // namespace tenantry::server
