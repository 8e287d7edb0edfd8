// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/siteendpoint.h"

namespace tenantry::server {

Endpoint siteEndpoint(http::Method method, const QByteArray &path, const QByteArray &operationId,
                      const QByteArray &summary, const QByteArray &tag)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = tag;
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    return endpoint;
}

} // namespace tenantry::server
