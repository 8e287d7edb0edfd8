// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace tenantry::test {

/// Writes a new key and a certificate it signed itself for `name` into two files.
void writeCertificate(const QString &certificateFile, const QString &keyFile, const QByteArray &name);

/// A blocking TLS client that believes any certificate. Nothing waits longer than twenty seconds.
class TlsClient
{
public:
    /// `newestVersion`: of OpenSSL's constants; 0 for the newest there is.
    explicit TlsClient(quint16 port, int newestVersion = 0);
    ~TlsClient();
    Q_DISABLE_COPY_MOVE(TlsClient)

    bool isEncrypted() const { return m_encrypted; }
    /// The name in the server's certificate.
    QByteArray serverName() const;
    QByteArray protocol() const; ///< e.g. "TLSv1.3"

    void send(const QByteArray &bytes);
    /// Sends the end of our half (close_notify) and goes on reading.
    void endSending();
    /// One piece, empty at the end.
    QByteArray readSome();
    QByteArray readToEnd();

private:
    int m_socket;
    ssl_ctx_st *m_context;
    ssl_st *m_session;
    bool m_encrypted = false;
};

} // namespace tenantry::test
