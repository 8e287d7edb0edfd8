// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace tenantry::crypto {

/// A key made of a passphrase, with which texts are sealed and opened: argon2id makes it (crypto_pwhash), and
/// XSalsa20-Poly1305 seals (crypto_secretbox). A sealed text names its version, the cost and the salt, so that the
/// passphrase is all one needs to open it, and carries a checksum, so that damage differs from a wrong passphrase. The
/// key stays in memory that is neither swapped nor dumped and is wiped with the last copy. Usable from any thread.
class PassphraseBox
{
public:
    /// What making the key takes. By default a second or so of one processor, by intent: a file can be carried off and
    /// passphrases tried at leisure.
    struct Cost
    {
        quint32 passes = 3;
        quint32 memoryKib = 256 * 1024;
    };

    /// A new box with a salt of its own.
    static Result<PassphraseBox> create(QByteArrayView passphrase, const Cost &cost);
    /// The box with which `sealed` was sealed. ErrorCode::BadRequest: not such a text, or not all of it;
    /// ErrorCode::Unauthorized: another passphrase. At the same cost.
    static Result<PassphraseBox> of(QByteArrayView sealed, QByteArrayView passphrase);

    QByteArray seal(QByteArrayView content) const;
    /// Errors as those of of(); Unauthorized also when another box of the same passphrase sealed it. Costs nothing.
    Result<QByteArray> open(QByteArrayView sealed) const;

private:
    PassphraseBox(QByteArray head, std::shared_ptr<unsigned char> key)
        : m_head(std::move(head))
        , m_key(std::move(key))
    {
    }

    static Result<PassphraseBox> withHead(const QByteArray &head, QByteArrayView passphrase);

    QByteArray m_head; ///< what all texts of this box begin with: version, cost and salt
    std::shared_ptr<unsigned char> m_key;
};

} // namespace tenantry::crypto
