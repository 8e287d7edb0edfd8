// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/secondfactors.h"

#include "core/identity/mfa/totp.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr Micros setUpLasts = Micros{10 * 60} * 1'000'000;

QString placeOf(const QString &ownerId)
{
    return u"totp of "_s + ownerId;
}

Error wrongCode()
{
    return Error::field(u"code"_s, u"This code is wrong, or was used already."_s);
}

Error activeAlready()
{
    return Error::make(ErrorCode::Conflict, u"A device is set up already; remove it first."_s);
}

/// Whether its secret may still be shown and activated: whoever knew the password once must not know a later device.
bool isBeingSetUp(const TotpAuthenticator &authenticator, Micros now)
{
    return !authenticator.isActive() && now - authenticator.createdAt < setUpLasts;
}

Result<FactorState> stateOf(sql::Session &session, const QString &ownerId)
{
    FactorState state;
    state.totp = TRY(totpstore::find(session, ownerId));
    if (state.totp && !state.totp->isActive())
        state.totp.reset();
    if (state.totp)
        state.recoveryCodes = TRY(recoverycodes::find(session, ownerId));
    return state;
}

} // namespace

QStringList FactorState::types() const
{
    QStringList types;
    if (totp)
        types.append(u"totp"_s);
    if (recoveryCodes && recoveryCodes->unused > 0)
        types.append(u"recovery_codes"_s);
    return types;
}

SecondFactors::SecondFactors(const secrets::Vault &vault, const Clock &clock)
    : m_vault(vault)
    , m_clock(clock)
{
}

Result<FactorState> SecondFactors::of(const FactorOwner &owner) const
{
    return owner.realm.read([&](sql::Session &session) { return stateOf(session, owner.id); });
}

Later<TotpSetup> SecondFactors::setUp(const FactorOwner &owner, const QString &issuer, const QString &account) const
{
    return owner.realm.write([=, this, now = m_clock.now()](sql::Transaction &transaction) -> Result<TotpSetup> {
        const auto found = TRY(totpstore::find(transaction, owner.id));
        if (found && found->isActive())
            return failure(activeAlready());
        QByteArray secret;
        if (found && isBeingSetUp(*found, now)) {
            secret = TRY(secretOf(transaction, owner, *found));
        } else {
            secret = totp::newSecret();
            const secrets::DataKey key = TRY(m_vault.ensureDataKey(transaction, owner.realm.name()));
            TRY(totpstore::begin(transaction, owner.id, key.seal(secret, placeOf(owner.id)), now));
        }
        return TotpSetup{totp::base32(secret), totp::address(issuer, account, secret)};
    });
}

Later<FactorState> SecondFactors::activate(const FactorOwner &owner, const QString &code) const
{
    return owner.realm.write([=, this, now = m_clock.now()](sql::Transaction &transaction) -> Result<FactorState> {
        const auto found = TRY(totpstore::find(transaction, owner.id));
        if (found && found->isActive())
            return failure(activeAlready());
        if (!found || !isBeingSetUp(*found, now))
            return failure(Error::field(u"code"_s, u"Ask for a secret first, and give it to your device."_s));
        const QByteArray secret = TRY(secretOf(transaction, owner, *found));
        const auto step = totp::matchingStep(secret, code, now, found->lastStep);
        if (!step)
            return failure(wrongCode());
        TRY(totpstore::activate(transaction, owner.id, *step, now));
        return stateOf(transaction, owner.id);
    });
}

Later<QStringList> SecondFactors::makeRecoveryCodes(const FactorOwner &owner) const
{
    return owner.realm.write([owner, now = m_clock.now()](sql::Transaction &transaction) -> Result<QStringList> {
        if (!TRY(stateOf(transaction, owner.id)).isRequired())
            return failure(ErrorCode::BadRequest, u"Recovery codes stand in for a device; set one up first."_s);
        return recoverycodes::replace(transaction, owner.id, now);
    });
}

Later<void> SecondFactors::remove(const FactorOwner &owner) const
{
    return owner.realm.write([owner](sql::Transaction &transaction) -> Result<void> {
        if (!TRY(removeAll(transaction, owner.id)))
            return failure(ErrorCode::NotFound, u"There is no device to remove."_s);
        return {};
    });
}

Result<bool> SecondFactors::removeAll(sql::Transaction &transaction, const QString &userId)
{
    const auto found = TRY(totpstore::find(transaction, userId));
    TRY(totpstore::remove(transaction, userId));
    TRY(recoverycodes::remove(transaction, userId));
    return found && found->isActive();
}

Result<void> SecondFactors::removeUnactivated(sql::Transaction &transaction, const QString &userId)
{
    return totpstore::removeInactive(transaction, userId);
}

Later<QString> SecondFactors::spend(const FactorOwner &owner, const QString &code) const
{
    return owner.realm.write([=, this, now = m_clock.now()](sql::Transaction &transaction) -> Result<QString> {
        const auto found = TRY(totpstore::find(transaction, owner.id));
        if (!found || !found->isActive())
            return failure(wrongCode());
        const QByteArray secret = TRY(secretOf(transaction, owner, *found));
        const auto step = totp::matchingStep(secret, code, now, found->lastStep);
        if (step && TRY(totpstore::spend(transaction, owner.id, *step, now)))
            return u"totp"_s;
        if (!step && TRY(recoverycodes::spend(transaction, owner.id, code, now)))
            return u"recovery_codes"_s;
        return failure(wrongCode());
    });
}

Result<QByteArray> SecondFactors::secretOf(sql::Session &session, const FactorOwner &owner,
                                           const TotpAuthenticator &authenticator) const
{
    const secrets::DataKey key = TRY(m_vault.dataKey(session, owner.realm.name()));
    return key.open(authenticator.sealedSecret, placeOf(owner.id));
}

} // namespace tenantry::identity
