// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

/// Codes that a device makes of a shared secret and the time (RFC 6238 over RFC 4226): six digits, a new one every
/// thirty seconds, HMAC-SHA-1, as every authenticator application has them. Free functions, usable from any thread.
namespace tenantry::identity::totp {

/// 160 bits of chance.
QByteArray newSecret();

/// How many periods have begun since 1970.
std::int64_t stepAt(Micros now);
QString codeOf(QByteArrayView secret, std::int64_t step);

/// The step whose code this is: the present one, or one beside it for clocks that differ, behind `lastStep`, up to
/// which codes are spent. White space in the code does not count.
std::optional<std::int64_t> matchingStep(QByteArrayView secret, const QString &code, Micros now, std::int64_t lastStep);

/// RFC 4648 section 6, without padding: how people type a secret.
QString base32(QByteArrayView data);
/// What applications read from a picture: "otpauth://totp/Shop:ada?secret=...".
QString address(const QString &issuer, const QString &account, QByteArrayView secret);

} // namespace tenantry::identity::totp
