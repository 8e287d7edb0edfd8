// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowaccess.h"
#include "core/data/rows/writecontext.h"
#include "server/routing/endpoint.h"
#include "server/services.h"

namespace tenantry::server {

// What the endpoints for rows have in common.

inline constexpr const char *rowCollection = "/api/apps/{app}/datatables/{table}/data/";
inline constexpr const char *rowItem = "/api/apps/{app}/datatables/{table}/data/{id}/";

using RowHandler = Answer (*)(const Services &, const Call &);

/// An endpoint for rows; what differs from others is set by the caller.
Endpoint rowEndpoint(const Services &services, http::Method method, QByteArray path, const char *operationId,
                     const char *summary, RowHandler handle);

/// The endpoints are a site's and need a credential, so both are there by the time a handler runs.
data::RowCaller rowCaller(const Call &call);
/// What the request prefers of a write.
data::WriteOptions writeOptions(const Call &call);

/// That and how the nodes of edges are checked, which writeOptions() reads.
Field validateNodesParameter();

/// A body that is checked against the table's definition.
Body rowBody();

/// "1 row", "3 rows"
QString rowCount(std::int64_t count);

/// The envelope around data that is JSON text already.
http::Response rowsAnswer(const QByteArray &data, const QString &message, int status = 200);

/// The same for several edges that are new, and how many they are.
http::Response countedAnswer(const data::Written &written, const QString &message);

} // namespace tenantry::server
