// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/passphrasebox.h"

#include "core/base/crypto.h"

#include <QtEndian>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace tenantry::crypto {

namespace {

// A sealed text: magic, passes and KiB of memory (big endian), salt, nonce, what crypto_secretbox makes, SHA-256 of
// all.
constexpr QByteArrayView magic("TNTRBOX1");
constexpr qsizetype costBytes = 2 * sizeof(quint32);
constexpr qsizetype saltBytes = crypto_pwhash_SALTBYTES;
constexpr qsizetype headBytes = magic.size() + costBytes + saltBytes;
constexpr qsizetype nonceBytes = crypto_secretbox_NONCEBYTES;
constexpr qsizetype checksumBytes = crypto_hash_sha256_BYTES;
constexpr qsizetype leastBytes = headBytes + nonceBytes + crypto_secretbox_MACBYTES + checksumBytes;

/// What a file may ask for at most: it could be anybody's.
constexpr quint32 mostPasses = 16;
constexpr quint32 mostMemoryKib = 1024 * 1024;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.isNull() ? "" : view.data());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

tl::unexpected<Error> damaged()
{
    return failure(ErrorCode::BadRequest, u"This is not a sealed text, or not all of it."_s);
}

QByteArray newHead(const PassphraseBox::Cost &cost)
{
    QByteArray numbers(costBytes, Qt::Uninitialized);
    qToBigEndian(cost.passes, numbers.data());
    qToBigEndian(cost.memoryKib, numbers.data() + sizeof(quint32));
    return magic.toByteArray() + numbers + randomBytes(int(saltBytes));
}

bool isWhole(QByteArrayView sealed)
{
    return sealed.size() >= leastBytes && sealed.startsWith(magic) &&
           sha256(sealed.chopped(checksumBytes)) == sealed.last(checksumBytes);
}

} // namespace

Result<PassphraseBox> PassphraseBox::withHead(const QByteArray &head, QByteArrayView passphrase)
{
    const auto passesWanted = qFromBigEndian<quint32>(head.constData() + magic.size());
    const auto memoryWanted = qFromBigEndian<quint32>(head.constData() + magic.size() + sizeof(quint32));
    if (passesWanted < 1 || passesWanted > mostPasses || memoryWanted < 8 || memoryWanted > mostMemoryKib)
        return damaged();
    const std::shared_ptr<unsigned char> key(static_cast<unsigned char *>(sodium_malloc(crypto_secretbox_KEYBYTES)),
                                             &sodium_free);
    const int failed =
        !key ||
        crypto_pwhash(key.get(), crypto_secretbox_KEYBYTES, reinterpret_cast<const char *>(bytes(passphrase)),
                      static_cast<unsigned long long>(passphrase.size()), bytes(QByteArrayView(head).last(saltBytes)),
                      passesWanted, std::size_t(memoryWanted) * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0;
    if (failed)
        return failure(Error::internal(u"crypto_pwhash: not enough memory"_s));
    return PassphraseBox(head, key);
}

Result<PassphraseBox> PassphraseBox::create(QByteArrayView passphrase, const Cost &cost)
{
    return withHead(newHead(cost), passphrase);
}

Result<PassphraseBox> PassphraseBox::of(QByteArrayView sealed, QByteArrayView passphrase)
{
    if (!isWhole(sealed))
        return damaged();
    auto box = TRY(withHead(sealed.first(headBytes).toByteArray(), passphrase));
    TRY(box.open(sealed));
    return box;
}

QByteArray PassphraseBox::seal(QByteArrayView content) const
{
    const QByteArray nonce = randomBytes(int(nonceBytes));
    QByteArray box(content.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(bytes(box), bytes(content), static_cast<unsigned long long>(content.size()), bytes(nonce),
                          m_key.get());
    const QByteArray sealed = m_head + nonce + box;
    return sealed + sha256(sealed);
}

Result<QByteArray> PassphraseBox::open(QByteArrayView sealed) const
{
    if (!isWhole(sealed))
        return damaged();
    const QByteArrayView nonce = sealed.sliced(headBytes, nonceBytes);
    const QByteArrayView box = sealed.sliced(headBytes + nonceBytes).chopped(checksumBytes);
    QByteArray content(box.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (crypto_secretbox_open_easy(bytes(content), bytes(box), static_cast<unsigned long long>(box.size()),
                                   bytes(nonce), m_key.get()) != 0)
        return failure(ErrorCode::Unauthorized, u"The passphrase is another."_s);
    return content;
}

} // namespace tenantry::crypto
