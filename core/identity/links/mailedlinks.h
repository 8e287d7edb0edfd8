// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/identity/subject.h"
#include "core/sql/session.h"

#include <QByteArray>

#include <optional>

/// Links that are mailed to somebody, so that who has one has the mail: good once, for a while, and for as long as the
/// person has the address and what they had when it was sent. Keys carry 256 bits of randomness and are stored hashed.
/// Every function works inside a read or write of a realm.
namespace tenantry::identity::mailedlinks {

enum class Purpose { VerifyEmail, ResetPassword };

/// How long a link of that purpose is good.
Micros lifetime(Purpose purpose);

QByteArray newKey();

/// What is known of a link.
struct MailedLink
{
    QString userId; ///< Subject::id()
    QString emailFolded;
    std::int64_t epoch = 0; ///< Subject::epoch() when it was sent
    QByteArray sessionHash; ///< see add()

    /// Whether it is for this person as they are now.
    bool isFor(const Subject &subject) const;
    /// Whether `token` is what was answered to who caused the mail.
    bool isOfSession(const QByteArray &token) const;
};

/// Makes a link that leads to `subject`, or to nobody, so that it takes the same time. `sessionToken` may be empty.
Result<void> add(sql::Transaction &transaction, Purpose purpose, const QByteArray &key,
                 const std::optional<Subject> &subject, const QByteArray &sessionToken, Micros now);
Result<std::optional<MailedLink>> find(sql::Session &session, Purpose purpose, const QByteArray &key, Micros now);
/// Uses the link up; false when somebody else was faster.
Result<bool> spend(sql::Transaction &transaction, const QByteArray &key);
/// Voids whatever was mailed to the person.
Result<void> revokeAll(sql::Transaction &transaction, const QString &userId);

/// What is said of a key that is no good: a validation error about the field key.
Error invalidKey();

} // namespace tenantry::identity::mailedlinks
