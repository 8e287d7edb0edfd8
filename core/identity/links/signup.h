// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/links/accountlinks.h"
#include "core/identity/links/pendingverification.h"
#include "core/mail/outbox.h"
#include "core/tenancy/site.h"

namespace tenantry::identity {

class PasswordHasher;

/// Somebody who wants to become a user of a site.
struct NewSiteUser
{
    QString email;
    QString password; ///< plain
    QString username; ///< empty: made of the e-mail address
};

/// Strangers become users of a site that allows it. Whether an address has a user already nobody learns but who reads
/// its mail. Thread-safe.
class SignUp
{
public:
    SignUp(const mail::Outbox &outbox, PasswordHasher &hasher, const Tokens &tokens, const Clock &clock, MailPace pace);

    /// Makes a user without any role, who cannot sign in yet, and mails a link to the address; to an address that is
    /// known, what it needs instead. Answers a token for verify(). Forbidden where sign-up is closed; validation errors
    /// name email, password and username.
    Later<QByteArray> create(const Site &site, const NewSiteUser &user, const accountmails::Origin &origin) const;

    /// Mails another link to a user who has shown to know the password, and must verify the address first. `login`: as
    /// for signing in. Answers a token for verify().
    Later<QByteArray> mailAgain(const Site &site, const QString &login, const accountmails::Origin &origin) const;

    /// Whether the link is yet to be opened that was mailed, or might have been, when this token was answered.
    Result<bool> isPending(const Site &site, const QByteArray &sessionToken) const;

    /// The address that a link is for; an error about the field key when it is no good.
    Result<QString> addressOf(const Site &site, const QByteArray &key) const;

    /// Who has verified an address.
    struct Verified
    {
        QString userId;
        bool bySameSession = false; ///< by who holds the token that create() or mailAgain() answered
    };
    /// Uses the link. An error about the field key when it is no good.
    Later<Verified> verify(const Site &site, const QByteArray &key, const QByteArray &sessionToken) const;

private:
    LinkMail linkFor(const Site &site, const QString &userId, const accountmails::Origin &origin) const;

    const mail::Outbox &m_outbox;
    PasswordHasher &m_hasher;
    const PendingVerifications m_pending;
    const Clock &m_clock;
    MailPace m_pace;
};

} // namespace tenantry::identity
