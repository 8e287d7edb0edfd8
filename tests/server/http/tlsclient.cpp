// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/tlsclient.h"

#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QFile>

#include <csignal>
#include <cstdio>

namespace tenantry::test {

namespace {

template<typename Writer>
void write(const QString &path, Writer writer)
{
    FILE *const file = std::fopen(QFile::encodeName(path).constData(), "w");
    if (!file || writer(file) != 1)
        qFatal("cannot write %s", qPrintable(path));
    std::fclose(file);
}

} // namespace

void writeCertificate(const QString &certificateFile, const QString &keyFile, const QByteArray &name)
{
    EVP_PKEY *const key = EVP_EC_gen("P-256");
    X509 *const certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 24 * 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *const subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(name.constData()),
                               int(name.size()), -1, 0);
    X509_set_issuer_name(certificate, subject);
    X509_sign(certificate, key, EVP_sha256());
    write(certificateFile, [&](FILE *file) { return PEM_write_X509(file, certificate); });
    write(keyFile, [&](FILE *file) { return PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
    X509_free(certificate);
    EVP_PKEY_free(key);
}

TlsClient::TlsClient(quint16 port, int newestVersion)
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    , m_context(SSL_CTX_new(TLS_client_method()))
{
    std::signal(SIGPIPE, SIG_IGN);
    const timeval timeout{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0;
    SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(m_context, newestVersion);
    SSL_CTX_set_security_level(m_context, 0); // lets it offer what the server shall refuse
    m_session = SSL_new(m_context);
    SSL_set_fd(m_session, m_socket);
    m_encrypted = connected && SSL_connect(m_session) == 1;
}

TlsClient::~TlsClient()
{
    SSL_free(m_session);
    SSL_CTX_free(m_context);
    ::close(m_socket);
}

QByteArray TlsClient::serverName() const
{
    X509 *const certificate = SSL_get1_peer_certificate(m_session);
    char name[256] = {};
    if (certificate)
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
    X509_free(certificate);
    return name;
}

QByteArray TlsClient::protocol() const
{
    return SSL_get_version(m_session);
}

void TlsClient::send(const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        SSL_write(m_session, bytes.constData(), int(bytes.size()));
}

void TlsClient::endSending()
{
    SSL_shutdown(m_session);
}

QByteArray TlsClient::readSome()
{
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    piece.truncate(std::max(SSL_read(m_session, piece.data(), int(piece.size())), 0));
    return piece;
}

QByteArray TlsClient::readToEnd()
{
    QByteArray all;
    for (QByteArray piece = readSome(); !piece.isEmpty(); piece = readSome())
        all += piece;
    return all;
}

} // namespace tenantry::test
