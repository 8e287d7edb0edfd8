// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// `/api/docs/` (Swagger UI) and `/api/redoc/`, which show `/api/schema/` of the platform or the site they are asked
/// on. They are Qt resources (resources/api_docs); a server built without them answers 404 there.
void addDocumentationPages(Api &api);

} // namespace tenantry::server
