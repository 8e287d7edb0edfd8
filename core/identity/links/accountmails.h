// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/message.h"

#include <QByteArray>

/// What people are mailed about their accounts.
namespace tenantry::identity::accountmails {

/// Whose mail it is, and where its links lead.
struct Origin
{
    QString place;   ///< the site's name
    QString address; ///< of its pages: "https://shop.example.org", or with "/sites/shop" behind it; without a '/' at
                     ///< the end
};

/// Kinds of messages.
inline const QString verifyEmailKind = QStringLiteral("verify_email");
inline const QString haveAccountKind = QStringLiteral("have_account");
inline const QString resetPasswordKind = QStringLiteral("reset_password");

/// To show that the address is theirs.
mail::Message verifyEmail(const Origin &origin, const QString &to, const QByteArray &key);
/// To who signs up with an address that has a user already.
mail::Message haveAccount(const Origin &origin, const QString &to);
/// With the link for a new password.
mail::Message resetPassword(const Origin &origin, const QString &to, const QByteArray &key);
/// To who has the password of the platform and asked a site for a new one.
mail::Message passwordIsOfPlatform(const Origin &origin, const QString &to);

} // namespace tenantry::identity::accountmails
