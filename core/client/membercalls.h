// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"

/// The calls about the members of an organization. `organization`: slug.
namespace tenantry::client::membercalls {

Reply<Page<Member>> list(Api &api, const QString &organization, int page, const QString &search = {});
/// `fields` as the API names them: username, role, title, department, phone, is_active.
Reply<Member> add(Api &api, const QString &organization, json::Object fields);
/// Sends these fields and nothing else.
Reply<Member> change(Api &api, const QString &organization, const Member &member, json::Object fields);
Reply<json::Value> remove(Api &api, const QString &organization, const Member &member);

} // namespace tenantry::client::membercalls
