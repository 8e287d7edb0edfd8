// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"

/// The calls about the users of a site, made as somebody of that site. `site`: slug.
namespace tenantry::client::usercalls {

Reply<Page<SiteUser>> list(Api &api, const QString &site, int page, const QString &search = {});
/// `fields` as the API names them: username, email, password, confirm_password, first_name, last_name, is_active,
/// is_staff.
Reply<SiteUser> create(Api &api, const QString &site, json::Object fields);
/// Sends these fields and nothing else.
Reply<SiteUser> change(Api &api, const QString &site, const SiteUser &user, json::Object fields);
Reply<json::Value> remove(Api &api, const QString &site, const SiteUser &user);

} // namespace tenantry::client::usercalls
