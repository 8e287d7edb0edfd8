// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tokenbody.h"

namespace tenantry::server {

json::Object tokenBody(const identity::TokenPair &pair)
{
    json::Object body;
    body.set("access", pair.access.toStdString());
    body.set("refresh", pair.refresh.toStdString());
    body.set("expires_in", pair.expiresIn);
    return body;
}

} // namespace tenantry::server
