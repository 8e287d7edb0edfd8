// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sealedbox.h"

#include "core/base/crypto.h"

#include <sodium.h>

#include <cstring>
#include <new>

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

namespace {

// A sealed text: "v1.", then in base64url the nonce and what the cipher makes.
constexpr QByteArrayView version("v1.");
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Key::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.isNull() ? "" : view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

tl::unexpected<Error> notOpened()
{
    return failure(ErrorCode::BadRequest, u"This was sealed with another key or for another place, or is damaged."_s);
}

} // namespace

Key::Key()
{
    if (sodium_init() < 0) // before its first use; a second call does nothing
        qFatal("libsodium could not be initialised: the operating system gives no random bytes");
    auto *memory = static_cast<unsigned char *>(sodium_malloc(std::size_t(size)));
    if (!memory)
        throw std::bad_alloc();
    m_bytes = std::shared_ptr<unsigned char>(memory, &sodium_free);
}

Key Key::random()
{
    Key key;
    randombytes_buf(key.m_bytes.get(), std::size_t(size));
    return key;
}

Key Key::derived(QByteArrayView text, QByteArrayView purpose)
{
    Key key;
    const QByteArray digest = crypto::hmacSha256(text, purpose);
    std::memcpy(key.m_bytes.get(), digest.constData(), std::size_t(size));
    return key;
}

Result<Key> Key::from(QByteArrayView bytes)
{
    if (bytes.size() != size)
        return failure(ErrorCode::BadRequest, u"A key has 32 bytes."_s);
    Key key;
    std::memcpy(key.m_bytes.get(), bytes.data(), std::size_t(size));
    return key;
}

QByteArrayView Key::bytes() const
{
    return {m_bytes.get(), size};
}

QByteArray seal(const Key &key, QByteArrayView plain, QByteArrayView place)
{
    const QByteArray nonce = crypto::randomBytes(int(nonceBytes));
    QByteArray cipher(plain.size() + tagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(cipher), nullptr, bytesOf(plain), static_cast<unsigned long long>(plain.size()), bytesOf(place),
        static_cast<unsigned long long>(place.size()), nullptr, bytesOf(nonce), bytesOf(key.bytes()));
    return version.toByteArray() + crypto::base64Url(nonce + cipher);
}

Result<QByteArray> open(const Key &key, QByteArrayView sealed, QByteArrayView place)
{
    if (!sealed.startsWith(version))
        return notOpened();
    const auto bytes = crypto::fromBase64Url(sealed.sliced(version.size()));
    if (!bytes || bytes->size() < nonceBytes + tagBytes)
        return notOpened();
    const QByteArrayView cipher = QByteArrayView(*bytes).sliced(nonceBytes);
    QByteArray plain(cipher.size() - tagBytes, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytesOf(plain), nullptr, nullptr, bytesOf(cipher), static_cast<unsigned long long>(cipher.size()),
            bytesOf(place), static_cast<unsigned long long>(place.size()), bytesOf(*bytes), bytesOf(key.bytes())) != 0)
        return notOpened();
    return plain;
}

} // namespace tenantry::secrets
