// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/http/request.h"

#include <QByteArrayView>

namespace tenantry::http {

enum class Version { Http10, Http11 };

/// How the body of a request is delimited.
struct Framing
{
    bool chunked = false;
    qint64 contentLength = 0;
};

/// The line rules of RFC 9112 on the head as it was received (request line to empty line): every line ends in CR LF, CR
/// and LF stand nowhere else, no header is folded over lines, no NUL. Parsers downstream repair some of these silently,
/// and two parsers that repair differently are how requests are smuggled; so they are refused.
Result<void> checkLines(QByteArrayView head);

/// The framing rules of RFC 9112 section 6 in their strict reading: `Transfer-Encoding` is exactly one `chunked` on
/// HTTP/1.1 and without `Content-Length`; `Content-Length` stands once, in digits.
Result<Framing> framingOf(const Request &request, Version version);

/// Takes host, path and query from the request target and the one `Host` header, which an absolute target must equal.
Result<void> applyTarget(Request &request, QByteArrayView target);

} // namespace tenantry::http
