// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace tenantry::secrets {

/// A key of 32 bytes in memory that is not swapped out, and is overwritten when the last copy goes. A value, cheap to
/// copy, thread-safe.
class Key
{
public:
    static constexpr qsizetype size = 32;

    static Key random();
    /// Derived from a text with as much chance in it as a key has; `purpose` tells keys of the same text apart.
    static Key derived(QByteArrayView text, QByteArrayView purpose);
    /// BadRequest unless these are 32 bytes.
    static Result<Key> from(QByteArrayView bytes);

    QByteArrayView bytes() const;

private:
    Key();

    std::shared_ptr<unsigned char> m_bytes;
};

/// Encrypts with XChaCha20-Poly1305 under a nonce of chance; what comes is ASCII. Only who names the same `place` can
/// open it again, so that it is worth nothing where it does not belong. Both may be empty.
QByteArray seal(const Key &key, QByteArrayView plain, QByteArrayView place);

/// BadRequest when it was not sealed with this key for this place, or has been changed.
Result<QByteArray> open(const Key &key, QByteArrayView sealed, QByteArrayView place);

} // namespace tenantry::secrets
