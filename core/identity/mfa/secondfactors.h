// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/identity/mfa/factorowner.h"
#include "core/identity/mfa/recoverycodes.h"
#include "core/identity/mfa/totpstore.h"
#include "core/secrets/vault.h"

#include <vector>

namespace tenantry::identity {

/// What somebody can show besides the password.
struct FactorState
{
    std::optional<TotpAuthenticator> totp; ///< active
    std::optional<RecoveryCodes> recoveryCodes;

    /// Whether it is asked for when they sign in.
    bool isRequired() const { return totp.has_value(); }
    /// "totp", "recovery_codes": what may be sent.
    QStringList types() const;
};

/// What a device needs to be told, as text and as the address that a picture holds.
struct TotpSetup
{
    QString secret;
    QString address;
};

/// Second factors: a device that makes codes, and recovery codes for when it is lost. Every code is good once.
/// Thread-safe.
class SecondFactors
{
public:
    SecondFactors(const secrets::Vault &vault, const Clock &clock);

    Result<FactorState> of(const FactorOwner &owner) const;

    /// The secret of a device to be; the same for ten minutes, then another. `issuer` and `account` are what the device
    /// shows. Conflict when there is an active one.
    Later<TotpSetup> setUp(const FactorOwner &owner, const QString &issuer, const QString &account) const;
    /// With a code that the device has made; a validation error about `code` otherwise, or when there is no secret
    /// that still holds. Conflict when there is an active one.
    Later<FactorState> activate(const FactorOwner &owner, const QString &code) const;
    /// In place of the former; a BadRequest without a device. Shown this once.
    Later<QStringList> makeRecoveryCodes(const FactorOwner &owner) const;
    /// The device and the recovery codes with it. NotFound when there is none.
    Later<void> remove(const FactorOwner &owner) const;
    /// The same, inside a write, and whether there was anything.
    static Result<bool> removeAll(sql::Transaction &transaction, const QString &userId);

    /// Inside a write that gives somebody another password: a device that is not activated goes, since whoever knew the
    /// former one may have seen its secret. What is active stays.
    static Result<void> removeUnactivated(sql::Transaction &transaction, const QString &userId);

    /// Spends a code of the device or a recovery code and answers which it was: "totp", "recovery_codes". A validation
    /// error about `code` when it is wrong or was spent before.
    Later<QString> spend(const FactorOwner &owner, const QString &code) const;

private:
    Result<QByteArray> secretOf(sql::Session &session, const FactorOwner &owner,
                                const TotpAuthenticator &authenticator) const;

    const secrets::Vault &m_vault;
    const Clock &m_clock;
};

} // namespace tenantry::identity
