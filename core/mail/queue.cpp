// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/queue.h"

#include "core/mail/address.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::mail {

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
constexpr Micros hour = 60 * minute;
constexpr std::array<Micros, mostAttempts - 1> pauses{5 * second, minute,   5 * minute, 30 * minute,
                                                      2 * hour,   6 * hour, 12 * hour};
/// How long it is known that a mail was sent.
constexpr Micros memory = 30 * 24 * hour;
constexpr qsizetype longestProblem = 500;

/// Only where the claim still holds: who was slower than its lease changes nothing.
Result<bool> finish(sql::Transaction &transaction, const Waiting &waiting, const QString &problem, Micros now)
{
    const bool noted = TRY(transaction.execute("UPDATE {mail_outbox} SET due_at = NULL, body = '', finished_at = $3, "
                                               "problem = $4 WHERE id = $1 AND attempts = $2 AND due_at IS NOT NULL",
                                               {waiting.id, waiting.attempt, now, problem})) > 0;
    TRY(transaction.execute("DELETE FROM {mail_outbox} WHERE finished_at < $1", {now - memory}));
    return noted;
}

} // namespace

Result<void> enqueue(sql::Transaction &transaction, const Message &message, Micros now)
{
    if (!isMailable(message.to))
        return failure(Error::field(u"email"_s, u"No mail can be sent to this address."_s));
    TRY(transaction.execute("INSERT INTO {mail_outbox} (kind, recipient, subject, body, created_at, attempts, due_at, "
                            "problem) VALUES ($1, $2, $3, $4, $5, 0, $5, '')",
                            {message.kind, message.to, message.subject, message.body, now}));
    return {};
}

Result<bool> wasEnqueued(sql::Session &session, const QString &kind, const QString &to, Micros since)
{
    const auto found =
        TRY(session.first("SELECT 1 FROM {mail_outbox} WHERE recipient = $1 AND kind = $2 AND created_at > $3 LIMIT 1",
                          {to, kind, since}, [](const sql::Cursor &) { return true; }));
    return found.has_value();
}

Result<std::optional<Waiting>> claim(sql::Transaction &transaction, Micros now, Micros until)
{
    // The condition stands twice: where two servers choose the same row, the second sees that it is not due any more.
    return transaction.first(
        "UPDATE {mail_outbox} SET due_at = $2, attempts = attempts + 1 WHERE due_at <= $1 AND id = (SELECT o.id FROM "
        "{mail_outbox} o WHERE o.due_at <= $1 ORDER BY o.due_at, o.id LIMIT 1) RETURNING id, kind, recipient, subject, "
        "body, created_at, attempts",
        {now, until}, [](const sql::Cursor &row) {
            return Waiting{
                row.integer(0),
                Message{.to = row.string(2), .subject = row.string(3), .body = row.string(4), .kind = row.string(1)},
                row.integer(5), int(row.integer(6))};
        });
}

Result<void> noteDelivered(sql::Transaction &transaction, const Waiting &waiting, Micros now)
{
    TRY(finish(transaction, waiting, QString(), now));
    return {};
}

Result<bool> noteFailed(sql::Transaction &transaction, const Waiting &waiting, const QString &problem, Micros now)
{
    const QString said = problem.left(longestProblem);
    if (waiting.attempt >= mostAttempts)
        return finish(transaction, waiting, said, now);
    TRY(transaction.execute(
        "UPDATE {mail_outbox} SET due_at = $3, problem = $4 WHERE id = $1 AND attempts = $2 AND "
        "due_at IS NOT NULL",
        {waiting.id, waiting.attempt, now + pauses[std::size_t(std::max(waiting.attempt, 1) - 1)], said}));
    return false;
}

Result<bool> holdsMail(sql::Session &session)
{
    const auto found = TRY(session.first("SELECT 1 FROM {mail_outbox} WHERE due_at IS NOT NULL LIMIT 1", {},
                                         [](const sql::Cursor &) { return true; }));
    return found.has_value();
}

} // namespace tenantry::mail
