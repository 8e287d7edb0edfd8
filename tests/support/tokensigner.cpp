// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tokensigner.h"

#include "core/base/crypto.h"
#include "core/json/writer.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

namespace tenantry::test {

namespace {

EVP_PKEY *keyIn(const std::shared_ptr<void> &key)
{
    return static_cast<EVP_PKEY *>(key.get());
}

/// A DER signature as tokens have it: both numbers side by side.
QByteArray joseSignature(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *both = d2i_ECDSA_SIG(nullptr, &at, der.size());
    QByteArray joined(64, '\0');
    auto *to = reinterpret_cast<unsigned char *>(joined.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(both), to, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(both), to + 32, 32);
    ECDSA_SIG_free(both);
    return joined;
}

std::string encoded(const QByteArray &bytes)
{
    return crypto::base64Url(bytes).toStdString();
}

} // namespace

TokenSigner::TokenSigner(Algorithm algorithm, const QByteArray &keyId, int rsaBits)
    : m_algorithm(algorithm)
    , m_keyId(keyId)
    , m_key(algorithm == Algorithm::Rs256 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(rsaBits))
                                          : EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"),
            [](void *key) { EVP_PKEY_free(static_cast<EVP_PKEY *>(key)); })
{
}

json::Value TokenSigner::publicKey() const
{
    json::Object key;
    key.set("kid", m_keyId.toStdString());
    key.set("use", "sig");
    key.set("alg", algorithmName());
    if (m_algorithm == Algorithm::Rs256) {
        key.set("kty", "RSA");
        key.set("n", encoded(number(OSSL_PKEY_PARAM_RSA_N)));
        key.set("e", encoded(number(OSSL_PKEY_PARAM_RSA_E)));
    } else {
        key.set("kty", "EC");
        key.set("crv", "P-256");
        key.set("x", encoded(number(OSSL_PKEY_PARAM_EC_PUB_X).rightJustified(32, '\0')));
        key.set("y", encoded(number(OSSL_PKEY_PARAM_EC_PUB_Y).rightJustified(32, '\0')));
    }
    return key;
}

QByteArray TokenSigner::token(const json::Object &claims) const
{
    json::Object header;
    header.set("alg", algorithmName());
    header.set("kid", m_keyId.toStdString());
    return token(header, claims);
}

QByteArray TokenSigner::token(const json::Object &header, const json::Object &claims) const
{
    const QByteArray data =
        crypto::base64Url(json::write(json::Value(header))) + '.' + crypto::base64Url(json::write(json::Value(claims)));
    return data + '.' + crypto::base64Url(signature(data));
}

const char *TokenSigner::algorithmName() const
{
    return m_algorithm == Algorithm::Rs256 ? "RS256" : "ES256";
}

QByteArray TokenSigner::number(const char *parameter) const
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(keyIn(m_key), parameter, &value);
    QByteArray bytes(BN_num_bytes(value), '\0');
    BN_bn2bin(value, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(value);
    return bytes;
}

QByteArray TokenSigner::signature(const QByteArray &data) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::size_t length = 0;
    const auto *from = reinterpret_cast<const unsigned char *>(data.constData());
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, keyIn(m_key));
    EVP_DigestSign(context, nullptr, &length, from, std::size_t(data.size()));
    QByteArray made(qsizetype(length), '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(made.data()), &length, from, std::size_t(data.size()));
    EVP_MD_CTX_free(context);
    made.truncate(qsizetype(length));
    return m_algorithm == Algorithm::Rs256 ? made : joseSignature(made);
}

} // namespace tenantry::test
