// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/accountmails.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity::accountmails {

mail::Message verifyEmail(const Origin &origin, const QString &to, const QByteArray &key)
{
    const QString link = u"%1/accounts/confirm-email/key/%2/"_s.arg(origin.address, QString::fromLatin1(key));
    return {.to = to,
            .subject = u"Confirm your e-mail address for %1"_s.arg(origin.place),
            .body = u"Somebody, you as we hope, signed up for %1 with this e-mail address.\n\n"
                    "Confirm that it is yours by opening this address within seven days:\n\n%2\n\n"
                    "If it was not you, do nothing; nobody can sign in with it then.\n"_s.arg(origin.place, link),
            .kind = verifyEmailKind};
}

mail::Message haveAccount(const Origin &origin, const QString &to)
{
    return {.to = to,
            .subject = u"You have an account for %1"_s.arg(origin.place),
            .body = u"Somebody, you as we hope, signed up for %1 with this e-mail address, which has an account "
                    "already. Sign in with it:\n\n%2/accounts/login/\n\n"
                    "If you have forgotten the password, ask for a new one:\n\n%2/accounts/password/reset/\n\n"
                    "If it was not you, do nothing; your account is as it was.\n"_s.arg(origin.place, origin.address),
            .kind = haveAccountKind};
}

mail::Message resetPassword(const Origin &origin, const QString &to, const QByteArray &key)
{
    const QString link = u"%1/accounts/password/reset/key/%2/"_s.arg(origin.address, QString::fromLatin1(key));
    return {.to = to,
            .subject = u"A new password for %1"_s.arg(origin.place),
            .body = u"Somebody, you as we hope, asked for a new password for %1. Choose one by opening this address "
                    "within an hour:\n\n%2\n\n"
                    "If it was not you, do nothing; your password is as it was.\n"_s.arg(origin.place, link),
            .kind = resetPasswordKind};
}

mail::Message passwordIsOfPlatform(const Origin &origin, const QString &to)
{
    return {.to = to,
            .subject = u"Your password for %1"_s.arg(origin.place),
            .body =
                u"Somebody, you as we hope, asked for a new password for %1. You sign in there with your account of "
                "the platform, and its password: ask for a new one on the platform's own pages.\n\n"
                "If it was not you, do nothing; your password is as it was.\n"_s.arg(origin.place),
            .kind = resetPasswordKind};
}

} // namespace tenantry::identity::accountmails
