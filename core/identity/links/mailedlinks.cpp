// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/mailedlinks.h"

#include "core/base/crypto.h"
#include "core/base/fold.h"
#include "core/base/ids.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity::mailedlinks {

namespace {

constexpr int keyBytes = 32;
constexpr Micros hour = Micros{60 * 60} * 1'000'000;

std::string_view nameOf(Purpose purpose)
{
    return purpose == Purpose::VerifyEmail ? "verify_email" : "reset_password";
}

} // namespace

Micros lifetime(Purpose purpose)
{
    return purpose == Purpose::VerifyEmail ? 7 * 24 * hour : hour;
}

QByteArray newKey()
{
    return randomToken(keyBytes);
}

bool MailedLink::isFor(const Subject &subject) const
{
    return subject.id() == userId && subject.maySignIn() && subject.epoch() == epoch &&
           folded(subject.email()) == emailFolded;
}

bool MailedLink::isOfSession(const QByteArray &token) const
{
    return !token.isEmpty() && !sessionHash.isEmpty() &&
           crypto::equalInConstantTime(crypto::sha256Hex(token), sessionHash);
}

Result<void> add(sql::Transaction &transaction, Purpose purpose, const QByteArray &key,
                 const std::optional<Subject> &subject, const QByteArray &sessionToken, Micros now)
{
    TRY(transaction.execute("DELETE FROM {mailed_links} WHERE expires_at <= $1", {now}));
    TRY(transaction.execute(
        "INSERT INTO {mailed_links} (key_hash, purpose, user_id, email_folded, epoch, session_hash, "
        "expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {crypto::sha256Hex(key), nameOf(purpose), subject ? subject->id() : QString(),
         subject ? folded(subject->email()) : QString(), subject ? subject->epoch() : 0,
         sessionToken.isEmpty() ? QByteArray() : crypto::sha256Hex(sessionToken), now + lifetime(purpose)}));
    return {};
}

Result<std::optional<MailedLink>> find(sql::Session &session, Purpose purpose, const QByteArray &key, Micros now)
{
    return session.first(
        "SELECT user_id, email_folded, epoch, session_hash FROM {mailed_links} WHERE key_hash = $1 AND "
        "purpose = $2 AND expires_at > $3 AND user_id <> ''",
        {crypto::sha256Hex(key), nameOf(purpose), now}, [](const sql::Cursor &row) {
            return MailedLink{row.string(0), row.string(1), row.integer(2), row.string(3).toLatin1()};
        });
}

Result<bool> spend(sql::Transaction &transaction, const QByteArray &key)
{
    return TRY(transaction.execute("DELETE FROM {mailed_links} WHERE key_hash = $1", {crypto::sha256Hex(key)})) > 0;
}

Result<void> revokeAll(sql::Transaction &transaction, const QString &userId)
{
    TRY(transaction.execute("DELETE FROM {mailed_links} WHERE user_id = $1", {userId}));
    return {};
}

Error invalidKey()
{
    return Error::field(u"key"_s, u"This link is not good, or not any more. Ask for a new one."_s);
}

} // namespace tenantry::identity::mailedlinks
