// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"

/// The calls about the host names of a site. `site`: slug.
namespace tenantry::client::domaincalls {

Reply<Page<Domain>> list(Api &api, const QString &site, int page);
Reply<Domain> add(Api &api, const QString &site, const QString &hostName);
/// The one that was primary before is not any more.
Reply<json::Value> makePrimary(Api &api, const QString &site, const Domain &domain);
Reply<json::Value> remove(Api &api, const QString &site, const Domain &domain);

} // namespace tenantry::client::domaincalls
