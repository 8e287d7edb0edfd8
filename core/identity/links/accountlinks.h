// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/identity/links/accountmails.h"
#include "core/identity/links/mailedlinks.h"
#include "core/mail/address.h"
#include "core/mail/queue.h"

namespace tenantry::identity {

/// How often the same person is mailed the same thing.
enum class MailPace {
    Limited, ///< once in two minutes
    AnyTime,
};

/// A link that is to be mailed.
struct LinkMail
{
    mailedlinks::Purpose purpose;
    QByteArray key;          ///< of newKey()
    QByteArray sessionToken; ///< answered to who caused it; may be empty
    accountmails::Origin origin;
    MailPace pace;
    Micros now;
};

/// Inside a write of the subject's realm, one of Outbox: mails the link to the subject, unless the pace forbids it.
/// What does not reach anybody takes the same time.
Result<void> mailLink(sql::Transaction &transaction, const LinkMail &link, const std::optional<Subject> &subject);
/// The same for a mail without a link.
Result<void> mailNotice(sql::Transaction &transaction, const mail::Message &notice, const LinkMail &link);

} // namespace tenantry::identity
