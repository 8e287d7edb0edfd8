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
    // The address, where it is a lawful user name.
    const QString wanted = usernameProblem(who.email) ? u"user"_s : who.email;
    user.username = TRY(SiteUsers::freeUsername(transaction, wanted));
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
