// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/socialsignup.h"

#include "core/base/ids.h"
#include "core/identity/names.h"
#include "core/identity/signinsettings.h"
#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr qsizetype longestName = 150;

/// The address is a lawful user name; where somebody has it for theirs, a counter follows.
Result<QString> freeUsername(sql::Session &session, const QString &email)
{
    const QString wanted = usernameProblem(email) ? u"user"_s : email.left(longestName - 10);
    for (int i = 1;; ++i) {
        const QString name = i == 1 ? wanted : u"%1-%2"_s.arg(wanted).arg(i);
        if (!TRY(SiteUsers::byUsername(session, name)))
            return name;
    }
}

Result<void> checkMaySignUp(sql::Session &session, const ExternalIdentity &who)
{
    // First: who claims an address that is not theirs learns nothing of who has it.
    if (!who.emailVerified || emailProblem(who.email))
        return failure(ErrorCode::Forbidden, u"You are not known here, and the provider has not verified an e-mail "
                                             "address of yours. If you have an account here, sign in as before and "
                                             "link the other then."_s);
    if (TRY(SiteUsers::byEmail(session, who.email)))
        return failure(ErrorCode::Conflict,
                       u"Somebody has this e-mail address here already. If that is you, sign in as "
                       "before and link the other account then."_s);
    if (!TRY(SignInSettings::load(session)).allowEmailSignup)
        return failure(ErrorCode::Forbidden, u"You are not known here, and the site is closed for strangers. Ask an "
                                             "administrator of the site for an account."_s);
    return {};
}

} // namespace

Result<QString> signUp(sql::Transaction &transaction, const ExternalIdentity &who, Micros now)
{
    TRY(checkMaySignUp(transaction, who));
    SiteUser user;
    user.id = newUuid();
    user.username = TRY(freeUsername(transaction, who.email));
    user.email = who.email;
    user.firstName = who.givenName.left(longestName);
    user.lastName = who.familyName.left(longestName);
    user.active = true;
    user.attributes = "{}";
    user.dateJoined = now;
    TRY(SiteUsers::insert(transaction, user));
    return user.id;
}

} // namespace tenantry::identity
