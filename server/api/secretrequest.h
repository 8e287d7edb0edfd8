// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/caller.h"
#include "server/routing/endpoint.h"

namespace tenantry::server {

// What the endpoints below `/api/secrets/` have in common.

/// An endpoint of a site for who is signed in.
Endpoint secretEndpoint(http::Method method, const QByteArray &path, const QByteArray &operationId,
                        const QByteArray &summary);

/// The query parameter `app`, and what it says: a slug, empty for the site.
Field appParameter();
QString appOf(const Call &call);

secrets::Caller callerOf(const Call &call);

/// "a,b" without what is empty, each once.
QStringList namesIn(const QString &text);

/// The texts of a list in a body; an error about the field when it holds anything else.
Result<QStringList> listField(const json::Value &body, std::string_view name);

} // namespace tenantry::server
