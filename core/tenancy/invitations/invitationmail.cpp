// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/invitations/invitationmail.h"

#include "core/base/datetime.h"

using namespace Qt::StringLiterals;

namespace tenantry {

mail::Message invitationMail(const Invitation &invitation, Invitee invitee, const QByteArray &token,
                             const QString &origin)
{
    const QString inviter = invitation.invitedBy ? invitation.invitedBy->fullName() : u"An administrator"_s;
    const QString role = invitation.role == access::MemberRole::Owner ? u"an owner"_s : u"a member"_s;
    QStringList paragraphs{u"Hello,"_s,
                           u"%1 invites you to become %2 of %3."_s.arg(inviter, role, invitation.organizationName)};
    if (!invitation.message.isEmpty())
        paragraphs.append(u"%1 writes:\n\n%2"_s.arg(inviter, invitation.message));
    paragraphs.append(invitee == Invitee::Known
                          ? u"You have an account already, and keep its password. Accept or decline here:"_s
                          : u"Accept and choose a password for your new account, or decline, here:"_s);
    paragraphs.append(u"%1/accounts/invitations/key/%2/"_s.arg(origin, QString::fromLatin1(token)));
    paragraphs.append(u"The link works once, until %1. If you did not expect this mail, do nothing."_s.arg(
        QString::fromStdString(formatDateTime(invitation.expiresAt))));
    mail::Message message;
    message.to = invitation.email;
    message.subject = u"Invitation to %1"_s.arg(invitation.organizationName);
    message.body = paragraphs.join(u"\n\n"_s) + u'\n';
    message.kind = u"invitation"_s;
    return message;
}

} // namespace tenantry
