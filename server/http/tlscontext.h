// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace tenantry::http {

struct TlsDeleter
{
    void operator()(ssl_ctx_st *context) const;
    void operator()(ssl_st *session) const;
};

/// OpenSSL's side of one connection.
using TlsSession = std::unique_ptr<ssl_st, TlsDeleter>;

/// The files a server proves its name with.
struct TlsFiles
{
    QString certificate; ///< PEM, the server's own certificate first, then those between it and the authority
    QString key;         ///< PEM, without a password
};

/// A certificate with its key, and the rules of the handshake: TLS 1.2 or newer, HTTP/1.1. Immutable, so any thread may
/// make sessions; a session keeps what it needs.
class TlsContext
{
public:
    /// Fails with a message for the operator when the files are no certificate with its key.
    static Result<std::shared_ptr<const TlsContext>> load(const TlsFiles &files);

    /// Empty when memory has run out.
    TlsSession newSession(int descriptor) const;

private:
    using Handle = std::unique_ptr<ssl_ctx_st, TlsDeleter>;
    explicit TlsContext(Handle handle);

    Handle m_handle;
};

} // namespace tenantry::http
