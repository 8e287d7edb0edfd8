// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/mail/message.h"
#include "core/sql/session.h"

#include <optional>

/// The mails of one database, the platform's or a site's, from the transaction that has a reason for one until they are
/// delivered or given up. Every function works inside a read or write of that database.
namespace tenantry::mail {

/// Leaves the message to be delivered once the transaction is committed; see Outbox, which tells whoever delivers. A
/// validation error about the field email when no mail can be sent to the address.
Result<void> enqueue(sql::Transaction &transaction, const Message &message, Micros now);

/// Whether a mail of this kind to this address was left since then.
Result<bool> wasEnqueued(sql::Session &session, const QString &kind, const QString &to, Micros since);

/// A message whose turn it is.
struct Waiting
{
    std::int64_t id = 0;
    Message message;
    Micros createdAt = 0;
    int attempt = 1; ///< which one this is
};

/// How often a message is tried.
inline constexpr int mostAttempts = 8;

/// Takes a message that is due: nobody else gets it before `until`, unless the outcome is noted earlier.
Result<std::optional<Waiting>> claim(sql::Transaction &transaction, Micros now, Micros until);

/// Nothing more is to be done; what it said is forgotten.
Result<void> noteDelivered(sql::Transaction &transaction, const Waiting &waiting, Micros now);
/// It is tried again after a pause that grows, or given up after mostAttempts; answers whether it is given up. What a
/// message said that is given up is forgotten as well.
Result<bool> noteFailed(sql::Transaction &transaction, const Waiting &waiting, const QString &problem, Micros now);

/// Whether any message is yet to be delivered, due or not.
Result<bool> holdsMail(sql::Session &session);

} // namespace tenantry::mail
