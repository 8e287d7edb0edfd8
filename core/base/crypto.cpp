// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crypto.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace tenantry::crypto {

namespace {

/// libsodium takes no null pointer, not even for an empty text.
const char *bytesOf(QByteArrayView text)
{
    return text.isNull() ? "" : text.data();
}

constexpr unsigned long long passes = 2;
constexpr std::size_t memoryBytes = 19 * 1024 * 1024;

/// libsodium must be initialised before its first use; a second call does nothing.
void prepare()
{
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium could not be initialised: the operating system gives no random bytes");
}

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(bytesOf(view));
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

} // namespace

QByteArray randomBytes(int count)
{
    prepare();
    QByteArray random(count, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<std::size_t>(count));
    return random;
}

QByteArray sha256(QByteArrayView data)
{
    prepare();
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(bytes(digest), bytes(data), static_cast<unsigned long long>(data.size()));
    return digest;
}

QByteArray sha256Hex(QByteArrayView data)
{
    return sha256(data).toHex();
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    prepare();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key), static_cast<std::size_t>(key.size()));
    crypto_auth_hmacsha256_update(&state, bytes(message), static_cast<unsigned long long>(message.size()));
    QByteArray digest(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_final(&state, bytes(digest));
    sodium_memzero(&state, sizeof state);
    return digest;
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() &&
           sodium_memcmp(bytesOf(left), bytesOf(right), static_cast<std::size_t>(left.size())) == 0;
}

QByteArray base64Url(QByteArrayView data)
{
    return data.toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<QByteArray> fromBase64Url(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toByteArray(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    // Writing it back also refuses padding and last characters with bits that mean nothing.
    if (!decoded || base64Url(*decoded) != text)
        return failure(ErrorCode::BadRequest, u"This is not base64url text without padding."_s);
    return *decoded;
}

Result<QByteArray> hashPassword(QByteArrayView password)
{
    if (password.size() > maxPasswordBytes)
        return failure(ErrorCode::Validation, u"A password may have at most %1 bytes."_s.arg(maxPasswordBytes));
    prepare();
    char hash[crypto_pwhash_STRBYTES];
    const int failed = crypto_pwhash_str_alg(hash, bytesOf(password), static_cast<unsigned long long>(password.size()),
                                             passes, memoryBytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        return failure(Error::internal(u"crypto_pwhash_str_alg: not enough memory"_s));
    return QByteArray(hash);
}

bool verifyPassword(QByteArrayView password, const QByteArray &hash)
{
    prepare();
    return password.size() <= maxPasswordBytes && hash.size() < qsizetype{crypto_pwhash_STRBYTES} &&
           crypto_pwhash_str_verify(hash.constData(), bytesOf(password),
                                    static_cast<unsigned long long>(password.size())) == 0;
}

bool needsRehash(const QByteArray &hash)
{
    prepare();
    return crypto_pwhash_str_needs_rehash(hash.constData(), passes, memoryBytes) != 0;
}

} // namespace tenantry::crypto
