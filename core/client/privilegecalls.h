// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"

/// What the account may do, by the names of permissions, implied permissions included.
namespace tenantry::client::privilegecalls {

Reply<QStringList> ofOrganization(Api &api, const QString &organization);
Reply<QStringList> ofSite(Api &api, const QString &site);

} // namespace tenantry::client::privilegecalls
