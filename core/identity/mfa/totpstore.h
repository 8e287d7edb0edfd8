// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sql/session.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tenantry::identity {

/// A person's device that makes codes, as stored.
struct TotpAuthenticator
{
    QByteArray sealedSecret;
    Micros createdAt = 0;
    std::optional<Micros> activatedAt; ///< none: it is being set up
    std::optional<Micros> lastUsedAt;
    std::int64_t lastStep = 0; ///< codes up to this step are spent

    bool isActive() const { return activatedAt.has_value(); }
};

/// The rows of totp_authenticators, of which everybody has one at most. Inside a read or write of the realm.
namespace totpstore {

Result<std::optional<TotpAuthenticator>> find(sql::Session &session, const QString &userId);
/// In place of one that is not active yet.
Result<void> begin(sql::Transaction &transaction, const QString &userId, const QByteArray &sealedSecret, Micros now);
Result<void> activate(sql::Transaction &transaction, const QString &userId, std::int64_t step, Micros now);
/// Spends the codes up to `step`; false when somebody else has done so.
Result<bool> spend(sql::Transaction &transaction, const QString &userId, std::int64_t step, Micros now);
/// One that is not active yet, if there is one.
Result<void> removeInactive(sql::Transaction &transaction, const QString &userId);
Result<void> remove(sql::Transaction &transaction, const QString &userId);

} // namespace totpstore

} // namespace tenantry::identity
