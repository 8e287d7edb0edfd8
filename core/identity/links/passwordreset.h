// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/links/accountlinks.h"
#include "core/identity/realm.h"
#include "core/mail/outbox.h"

namespace tenantry::identity {

class PasswordHasher;
class Subjects;

/// A new password for who has forgotten theirs, by a link that is mailed: of users of a site, and of accounts on the
/// platform. Thread-safe.
class PasswordReset
{
public:
    PasswordReset(const Subjects &subjects, const mail::Outbox &outbox, PasswordHasher &hasher, const Clock &clock,
                  MailPace pace);

    /// Mails a link, good for an hour, to who has the address there; says and does the same when nobody has.
    Later<void> request(const Realm &realm, const QString &email, const accountmails::Origin &origin) const;

    /// Nothing, or an error about the field key when the link is no good.
    Result<void> check(const Realm &realm, const QByteArray &key) const;

    /// Uses the link. Whatever was signed in before is over, and the address counts as verified. Errors are about the
    /// fields key and password; a password that will not do leaves the link good.
    Later<void> reset(const Realm &realm, const QByteArray &key, const QString &password) const;

private:
    const Subjects &m_subjects;
    const mail::Outbox &m_outbox;
    PasswordHasher &m_hasher;
    const Clock &m_clock;
    MailPace m_pace;
};

} // namespace tenantry::identity
