// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/jsonwebkey.h"

#include "core/base/crypto.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

namespace tenantry::identity {

namespace {

constexpr qsizetype smallestModulus = 2048 / 8;
constexpr qsizetype largestModulus = 8192 / 8;
constexpr qsizetype coordinateBytes = 32;

struct Free
{
    void operator()(BIGNUM *number) const { BN_free(number); }
    void operator()(ECDSA_SIG *signature) const { ECDSA_SIG_free(signature); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
    void operator()(OSSL_PARAM *params) const { OSSL_PARAM_free(params); }
    void operator()(OSSL_PARAM_BLD *builder) const { OSSL_PARAM_BLD_free(builder); }
};
template<class T>
using Owned = std::unique_ptr<T, Free>;

const unsigned char *bytes(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char *>(data.data());
}

Owned<BIGNUM> number(QByteArrayView data)
{
    return Owned<BIGNUM>(BN_bin2bn(bytes(data), int(data.size()), nullptr));
}

QByteArray member(const json::Value &key, std::string_view name)
{
    const std::string_view text = key[name].string();
    return crypto::fromBase64Url(QByteArrayView(text.data(), qsizetype(text.size()))).value_or(QByteArray());
}

Owned<EVP_PKEY> keyOf(const char *type, OSSL_PARAM_BLD *builder)
{
    const Owned<OSSL_PARAM> params(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return {};
    return Owned<EVP_PKEY>(key);
}

Owned<EVP_PKEY> rsaKey(const json::Value &key)
{
    const QByteArray modulus = member(key, "n");
    const QByteArray exponent = member(key, "e");
    if (key["kty"].string() != "RSA" || modulus.size() < smallestModulus || modulus.size() > largestModulus ||
        exponent.isEmpty() || exponent.size() > 8)
        return {};
    const Owned<BIGNUM> n = number(modulus);
    const Owned<BIGNUM> e = number(exponent);
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return keyOf("RSA", builder.get());
}

Owned<EVP_PKEY> ecKey(const json::Value &key)
{
    const QByteArray x = member(key, "x");
    const QByteArray y = member(key, "y");
    if (key["kty"].string() != "EC" || key["crv"].string() != "P-256" || x.size() != coordinateBytes ||
        y.size() != coordinateBytes)
        return {};
    const QByteArray point = '\x04' + x + y;
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     std::size_t(point.size()));
    return keyOf("EC", builder.get());
}

/// Tokens have both numbers of it side by side, OpenSSL wants them in DER; empty when it is none.
QByteArray derSignature(QByteArrayView signature)
{
    if (signature.size() != 2 * coordinateBytes)
        return {};
    const Owned<ECDSA_SIG> both(ECDSA_SIG_new());
    ECDSA_SIG_set0(both.get(), number(signature.first(coordinateBytes)).release(),
                   number(signature.last(coordinateBytes)).release());
    unsigned char *der = nullptr;
    const int length = i2d_ECDSA_SIG(both.get(), &der);
    if (length <= 0)
        return {};
    QByteArray result(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return result;
}

bool verifies(EVP_PKEY *key, QByteArrayView signedPart, QByteArrayView signature)
{
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    return key && context && !signature.isEmpty() &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), bytes(signature), std::size_t(signature.size()), bytes(signedPart),
                            std::size_t(signedPart.size())) == 1;
}

} // namespace

bool isSignedBy(const json::Value &key, std::string_view algorithm, QByteArrayView signedPart, QByteArrayView signature)
{
    if (algorithm == "RS256")
        return verifies(rsaKey(key).get(), signedPart, signature);
    if (algorithm == "ES256")
        return verifies(ecKey(key).get(), signedPart, derSignature(signature));
    return false;
}

} // namespace tenantry::identity
