// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/totpcode.h"

#include "core/base/clock.h"
#include "core/identity/mfa/totp.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

QByteArray fromBase32(const QString &text)
{
    static const QString alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s;
    QByteArray bytes;
    quint32 bits = 0;
    int held = 0;
    for (const QChar letter : text) {
        bits = (bits << 5) | quint32(alphabet.indexOf(letter));
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes.append(char(bits >> held));
        }
    }
    return bytes;
}

} // namespace

QString totpCode(const QString &secret, int later)
{
    return identity::totp::codeOf(fromBase32(secret), identity::totp::stepAt(Clock().now()) + later);
}

} // namespace tenantry::test
