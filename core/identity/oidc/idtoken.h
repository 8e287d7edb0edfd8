// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/json/value.h"

#include <QByteArray>
#include <QString>

namespace tenantry::identity {

/// Who somebody is at a provider, as it has said.
struct ExternalIdentity
{
    QString issuer;
    QString subject; ///< there for good, and nobody else's; an e-mail address is neither
    QString email;   ///< may be empty
    bool emailVerified = false;
    QString givenName;
    QString familyName;
};

/// What an ID token must say to be meant for us, and now.
struct IdTokenExpectation
{
    QString issuer;
    QString clientId;
    QString nonce;
    Micros now = 0;
};

/// Which key the token names; empty when it names none, or is no token.
QString keyIdOf(const QByteArray &token);

/// Checks an ID token (OpenID Connect Core section 3.1.3.7) by the provider's key set, and reads it. Unauthorized
/// otherwise; the cause says what was wrong.
Result<ExternalIdentity> readIdToken(const QByteArray &token, const json::Value &keySet,
                                     const IdTokenExpectation &expected);

} // namespace tenantry::identity
