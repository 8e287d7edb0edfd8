// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// What endpoints about definitions of datatables have in common.
inline Endpoint tableEndpoint(const Services &services, http::Method method, const char *path, const char *operationId,
                              const char *summary, Answer (*handle)(const Services &, const CallPtr &))
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "Datatables";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    endpoint.handler = [&services, handle](const CallPtr &call) { return handle(services, call); };
    return endpoint;
}

inline Field tableField(const char *name, FieldType type, const char *description)
{
    Field field;
    field.name = name;
    field.type = type;
    field.description = description;
    return field;
}

/// Every address below an app takes it.
inline Field inactiveParameter()
{
    return tableField("is_active", FieldType::Boolean, "false: also when the app is inactive; for app managers");
}

} // namespace tenantry::server
