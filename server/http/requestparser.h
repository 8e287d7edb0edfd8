// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/http/framing.h"
#include "server/http/request.h"

#include <QByteArrayView>

#include <memory>

namespace tenantry::http {

class BodyStore;

/// Reads HTTP/1.x requests (RFC 9112) from a stream of bytes, one after the other. Boost.Beast takes heads
/// apart; the rules of framing.h are checked around it, and chunkreader.h reads chunked bodies. Not thread-safe.
class RequestParser
{
public:
    struct Limits
    {
        qsizetype requestLine = 64 * 1024; ///< bytes; long because clients send a thousand ids in a URL
        qsizetype headers = 16 * 1024;     ///< bytes after the request line
    };

    enum class State {
        Head,     ///< waiting for the whole head
        HeadRead, ///< request() has everything but the body: call acceptBody()
        Body,     ///< reading the body
        Complete, ///< take() the request
        Failed,   ///< error() says why; nothing more can be read from this stream
    };

    RequestParser();
    /// Large bodies go to `store`, which outlives the parser; without one they stay in memory.
    explicit RequestParser(const Limits &limits, BodyStore *store = nullptr);
    ~RequestParser();

    /// Takes what it can use from the front of `bytes` and answers how many that were. The rest must be offered again,
    /// with more behind it. In HeadRead, Complete and Failed it takes nothing.
    qsizetype feed(QByteArrayView bytes);

    /// Goes on after HeadRead; a body of more than `limit` bytes fails with PayloadTooLarge, at once where its length
    /// was announced.
    void acceptBody(qint64 limit);

    /// The whole request, after Complete; the parser is ready for the next one.
    Request take();

    State state() const;
    const Request &request() const;
    const Error &error() const;
    Version version() const;      ///< of the request whose head was read last
    bool keepAlive() const;       ///< of the request whose head was read last
    bool announcesBody() const;   ///< of the request whose head was read last
    bool expectsContinue() const; ///< it waits for "100 Continue" before it sends its body

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tenantry::http
