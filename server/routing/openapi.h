// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "server/routing/router.h"

#include <map>

namespace tenantry::server {

/// The OpenAPI 3.1 description of the endpoints, made from their declarations.
class OpenApi
{
public:
    /// Describes a body that endpoints name in ResponseDoc::schemaName; `schema` is JSON Schema (draft 2020-12).
    void addSchema(const QByteArray &name, json::Value schema);

    /// Tells what OpenAPI has no word for: a member of `info`, whose name begins with "x-".
    void addExtension(const QByteArray &name, json::Value value);

    /// The whole document; `serverUrl` is where this server was asked, site prefix included.
    json::Value document(const Router &router, const QString &serverUrl) const;

private:
    json::Value operation(const Endpoint &endpoint) const;
    json::Value response(const Endpoint &endpoint, const ResponseDoc &doc) const;

    std::map<QByteArray, json::Value> m_schemas;
    std::map<QByteArray, json::Value> m_extensions;
};

} // namespace tenantry::server
