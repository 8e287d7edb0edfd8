// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/endpoint.h"

#include <memory>
#include <vector>

namespace tenantry::server {

/// All endpoints, and which one a path and method mean. A trailing '/' is optional and repeated slashes count once;
/// segments are percent-decoded after splitting. Filled before the server starts, read-only (and thread-safe)
/// afterwards.
class Router
{
public:
    void add(Endpoint endpoint);

    struct Match
    {
        const Endpoint *endpoint = nullptr; ///< null: no such path, or not with this method
        std::vector<std::pair<QByteArray, QString>> pathParameters;
        std::vector<http::Method> allowed; ///< methods of the path, for 405 and OPTIONS
    };
    Match match(http::Method method, QByteArrayView path) const;

    std::vector<const Endpoint *> endpoints() const;

    Router();
    ~Router();

private:
    struct Node;
    std::unique_ptr<Node> m_root;
    std::vector<std::unique_ptr<Endpoint>> m_endpoints;
};

} // namespace tenantry::server
