// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/accountlinks.h"

namespace tenantry::identity {

namespace {

constexpr Micros pause = Micros{120} * 1'000'000;

Result<bool> isTooSoon(sql::Session &session, const LinkMail &link, const QString &kind, const QString &to)
{
    if (link.pace == MailPace::AnyTime)
        return false;
    return mail::wasEnqueued(session, kind, to, link.now - pause);
}

/// A link that leads nowhere, so that the write is like any other.
Result<void> mailNobody(sql::Transaction &transaction, const LinkMail &link)
{
    return mailedlinks::add(transaction, link.purpose, link.key, std::nullopt, {}, link.now);
}

} // namespace

Result<void> mailLink(sql::Transaction &transaction, const LinkMail &link, const std::optional<Subject> &subject)
{
    if (!subject)
        return mailNobody(transaction, link);
    const bool verifies = link.purpose == mailedlinks::Purpose::VerifyEmail;
    const mail::Message message = verifies ? accountmails::verifyEmail(link.origin, subject->email(), link.key)
                                           : accountmails::resetPassword(link.origin, subject->email(), link.key);
    if (!mail::isMailable(message.to) || TRY(isTooSoon(transaction, link, message.kind, message.to)))
        return mailNobody(transaction, link);
    TRY(mailedlinks::add(transaction, link.purpose, link.key, subject, link.sessionToken, link.now));
    return mail::enqueue(transaction, message, link.now);
}

Result<void> mailNotice(sql::Transaction &transaction, const mail::Message &notice, const LinkMail &link)
{
    TRY(mailNobody(transaction, link));
    if (!mail::isMailable(notice.to) || TRY(isTooSoon(transaction, link, notice.kind, notice.to)))
        return {};
    return mail::enqueue(transaction, notice, link.now);
}

} // namespace tenantry::identity
