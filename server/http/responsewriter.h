// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QByteArray>

namespace tenantry::http {

enum class AfterAnswer { KeepAlive, Close };
enum class WithBody { Yes, No }; ///< No: the answer to a HEAD request

/// Appends the answer as it goes over the wire, Content-Length, Date and Connection included.
void writeResponse(QByteArray &out, const Response &response, AfterAnswer after, WithBody withBody);

/// The reason phrase of a status, or "Unknown".
QByteArrayView reasonPhrase(int status);

} // namespace tenantry::http
