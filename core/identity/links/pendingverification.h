// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/realm.h"
#include "core/identity/tokens.h"

namespace tenantry::identity {

/// Tokens for who has signed up, or in, and has yet to open the link that was mailed: signed for this purpose alone,
/// good for as long as the link in the site that issued them. They open nothing. Thread-safe.
class PendingVerifications
{
public:
    PendingVerifications(const Tokens &tokens, const Clock &clock);

    /// `userId` may be of nobody: then there was no such user to make, and nobody can tell.
    QByteArray issue(const Site &site, const QString &userId) const;
    /// The user's id; nothing for whatever else, or too late.
    std::optional<QString> find(const Site &site, const QByteArray &token) const;

private:
    const Tokens &m_tokens;
    const Clock &m_clock;
};

} // namespace tenantry::identity
