// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signinaudit.h"

#include "core/audit/auditevents.h"
#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity::signinaudit {

namespace {

QString targetOf(const QString &username)
{
    return username.isEmpty() ? u"user"_s : u"user:"_s + username;
}

} // namespace

Result<void> signedIn(sql::Transaction &transaction, const Subject &subject, bool entered)
{
    if (!subject.onSite)
        return {};
    const QString &username = subject.user->username;
    return audit::record(transaction, entered ? u"user.enter"_s : u"user.sign_in"_s, targetOf(username), username);
}

Result<void> signedOut(sql::Transaction &transaction, const QString &userId)
{
    const std::optional<SiteUser> user = TRY(SiteUsers::byId(transaction, userId));
    if (!user)
        return {};
    return audit::record(transaction, u"user.sign_out"_s, targetOf(user->username), user->username);
}

Later<void> failed(const Realm &realm, const std::optional<Subject> &user, bool locked)
{
    if (!realm.site())
        return Result<void>();
    const QString target = targetOf(user && user->user ? user->user->username : QString());
    return realm.write([=](sql::Transaction &transaction) -> Result<void> {
        TRY(audit::record(transaction, u"user.sign_in_failed"_s, target, std::nullopt));
        if (locked)
            TRY(audit::record(transaction, u"user.lock_out"_s, target, std::nullopt));
        return {};
    });
}

} // namespace tenantry::identity::signinaudit
