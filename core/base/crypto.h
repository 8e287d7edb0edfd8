// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

/// The few cryptographic operations the platform needs, over libsodium. Free functions, usable from any thread.
namespace tenantry::crypto {

/// Bytes from the operating system's generator.
QByteArray randomBytes(int count);

/// 64 lower-case hexadecimal digits.
QByteArray sha256Hex(QByteArrayView data);
QByteArray sha256(QByteArrayView data);

/// HMAC-SHA-256 (RFC 2104), 32 bytes, for a key of any length.
QByteArray hmacSha256(QByteArrayView key, QByteArrayView message);

/// Compares without telling by its duration where two texts of equal length differ.
bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

/// RFC 4648 section 5, without padding.
QByteArray base64Url(QByteArrayView data);
/// Nothing but the alphabet is accepted: no padding, no white space, no stray bits.
Result<QByteArray> fromBase64Url(QByteArrayView text);

/// Longest password that is hashed, in bytes.
inline constexpr qsizetype maxPasswordBytes = 1024;

/// argon2id (RFC 9106) with 19 MiB and two passes, in PHC string format. Takes some 20 ms of CPU by intent: keep it off
/// threads that others wait for. Passwords longer than the limit are refused.
Result<QByteArray> hashPassword(QByteArrayView password);
bool verifyPassword(QByteArrayView password, const QByteArray &hash);
/// Whether `hash` was made with other parameters than hashPassword uses today.
bool needsRehash(const QByteArray &hash);

} // namespace tenantry::crypto
