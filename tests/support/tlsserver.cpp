// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tlsserver.h"

#include <QHostAddress>

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace tenantry::test {

namespace {

constexpr long dayInSeconds = 86400;

X509 *certificateIn(const std::shared_ptr<void> &certificate)
{
    return static_cast<X509 *>(certificate.get());
}

SSL *tlsIn(const std::shared_ptr<void> &tls)
{
    return static_cast<SSL *>(tls.get());
}

void nameIt(X509 *certificate, const QByteArray &name)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    const QByteArray common = "mail server of a test";
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(common.constData()), int(common.size()), -1, 0);
    X509_set_issuer_name(certificate, subject);
    const bool address = !QHostAddress(QString::fromLatin1(name)).isNull();
    X509_EXTENSION *names =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ((address ? "IP:" : "DNS:") + name).constData());
    X509_add_ext(certificate, names, -1);
    X509_EXTENSION_free(names);
}

std::shared_ptr<void> selfSigned(EVP_PKEY *key, const QByteArray &name)
{
    X509 *certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -dayInSeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate), dayInSeconds);
    X509_set_pubkey(certificate, key);
    nameIt(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    return {certificate, [](void *it) { X509_free(static_cast<X509 *>(it)); }};
}

} // namespace

TlsServer::TlsServer(const QByteArray &name)
{
    EVP_PKEY *key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
    m_certificate = selfSigned(key, name);
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    m_context = {context, [](void *it) { SSL_CTX_free(static_cast<SSL_CTX *>(it)); }};
    if (SSL_CTX_use_PrivateKey(context, key) != 1 ||
        SSL_CTX_use_certificate(context, certificateIn(m_certificate)) != 1)
        qFatal("no certificate for a server under test");
    EVP_PKEY_free(key);
}

QByteArray TlsServer::certificate() const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(text.get(), certificateIn(m_certificate));
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(text.get(), &bytes);
    return {bytes, qsizetype(size)};
}

std::shared_ptr<TlsServer::Channel> TlsServer::accept(int connection) const
{
    SSL *tls = SSL_new(static_cast<SSL_CTX *>(m_context.get()));
    const std::shared_ptr<void> owned(tls, [](void *it) { SSL_free(static_cast<SSL *>(it)); });
    SSL_set_fd(tls, connection);
    if (SSL_accept(tls) != 1)
        return {};
    return std::make_shared<Channel>(owned);
}

int TlsServer::Channel::receive(char *buffer, int size)
{
    return SSL_read(tlsIn(m_tls), buffer, size);
}

bool TlsServer::Channel::send(const QByteArray &bytes)
{
    return SSL_write(tlsIn(m_tls), bytes.constData(), int(bytes.size())) == bytes.size();
}

bool TlsServer::Channel::holdsMore() const
{
    return SSL_pending(tlsIn(m_tls)) > 0;
}

} // namespace tenantry::test
