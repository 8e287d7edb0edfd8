// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/realm.h"
#include "core/identity/subject.h"
#include "core/identity/tokens.h"

namespace tenantry::identity {

/// Who has given the right password, or came from a provider, and owes the second factor.
struct PendingSignIn
{
    QString userId;      ///< of the site's user, or the account's UUID on the shared schema
    QString accountUuid; ///< of a mirror instead, which may be yet to be made
    QString provider;    ///< empty: a password was given
    std::int64_t epoch = 0;
};

/// Tokens that say so: signed for this purpose alone, good for ten minutes in the realm that issued them, and for
/// nothing but to send a code with, so that nothing is kept of who never does. Thread-safe.
class PendingSignIns
{
public:
    PendingSignIns(const Tokens &tokens, const Clock &clock);

    QByteArray issue(const Realm &realm, const Subject &subject, const QString &provider = {}) const;
    /// Nothing for whatever else, or too late.
    std::optional<PendingSignIn> find(const Realm &realm, const QByteArray &token) const;

private:
    const Tokens &m_tokens;
    const Clock &m_clock;
};

} // namespace tenantry::identity
