// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/framing.h"
#include "server/http/response.h"

#include <QByteArray>

namespace tenantry::http {

enum class AfterAnswer { KeepAlive, Close };
enum class WithBody { Yes, No }; ///< No: the answer to a HEAD request

/// How the client learns where the body of an answer ends.
struct BodyFraming
{
    enum class Kind {
        Length,
        Chunked,
        UntilClose, ///< for HTTP/1.0, which knows no chunks
    };
    Kind kind = Kind::Length;
    qint64 length = 0; ///< of Kind::Length
};
BodyFraming framingOf(const Response &response, Version version);

/// Appends the head of the answer as it goes over the wire, Content-Length, Date and Connection included.
void writeHead(QByteArray &out, const Response &response, const BodyFraming &framing, AfterAnswer after);

/// Whether a body follows the head, as far as the status decides.
bool mayHaveBody(int status);

/// The reason phrase of a status (RFC 9110 section 15), or "<unknown-status>".
QByteArrayView reasonPhrase(int status);

} // namespace tenantry::http
