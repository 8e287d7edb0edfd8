// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tlscontext.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace {

/// What OpenSSL complained about last, as detail for the operator.
tl::unexpected<Error> notUsable(const QString &message)
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    Error error = Error::make(ErrorCode::NotConfigured, message);
    if (reason)
        error.detail = u"OpenSSL says: %1."_s.arg(QString::fromUtf8(reason));
    return failure(std::move(error));
}

/// Picks HTTP/1.1 where the client offers protocols; it is the only one spoken here.
int chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *size, const unsigned char *offered,
                   unsigned int offeredSize, void *)
{
    static constexpr unsigned char spoken[] = "\x08http/1.1";
    unsigned char *match = nullptr;
    const int found = SSL_select_next_proto(&match, size, spoken, unsigned(sizeof spoken - 1), offered, offeredSize);
    *chosen = match;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

/// A key with a password would make OpenSSL ask on the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

} // namespace

void TlsDeleter::operator()(ssl_ctx_st *context) const
{
    SSL_CTX_free(context);
}

void TlsDeleter::operator()(ssl_st *session) const
{
    SSL_free(session);
}

Result<std::shared_ptr<const TlsContext>> TlsContext::load(const TlsFiles &files)
{
    if (files.certificate.isEmpty() || files.key.isEmpty())
        return failure(ErrorCode::NotConfigured, u"TLS needs both files, --tls-cert and --tls-key."_s);
    ERR_clear_error();
    Handle handle(SSL_CTX_new(TLS_server_method()));
    if (!handle)
        return notUsable(u"TLS cannot be set up."_s);
    SSL_CTX *context = handle.get();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_IGNORE_UNEXPECTED_EOF); // HTTP knows itself where a message ends
    SSL_CTX_set_mode(context,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
    SSL_CTX_set_default_passwd_cb(context, noPassword);
    if (SSL_CTX_use_certificate_chain_file(context, QFile::encodeName(files.certificate).constData()) != 1)
        return notUsable(
            u"No certificate can be read from the file %1 given with --tls-cert."_s.arg(files.certificate));
    if (SSL_CTX_use_PrivateKey_file(context, QFile::encodeName(files.key).constData(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context) != 1)
        return notUsable(
            u"The file %1 given with --tls-key does not hold the private key of the certificate."_s.arg(files.key));
    // OpenSSL writes to sockets without MSG_NOSIGNAL; a client that goes must not take the server with it.
    std::signal(SIGPIPE, SIG_IGN);
    return std::shared_ptr<const TlsContext>(new TlsContext(std::move(handle)));
}

TlsContext::TlsContext(Handle handle)
    : m_handle(std::move(handle))
{
}

TlsSession TlsContext::newSession(int descriptor) const
{
    TlsSession session(SSL_new(m_handle.get()));
    if (session && SSL_set_fd(session.get(), descriptor) != 1)
        session.reset();
    return session;
}

} // namespace tenantry::http
