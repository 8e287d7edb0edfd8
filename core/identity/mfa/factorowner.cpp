// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/factorowner.h"

#include "core/identity/lockout.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

FactorOwner FactorOwner::of(const Realm &realm, const Subject &subject, sql::Database &platform)
{
    if (subject.account)
        return {Realm(platform), subject.account->uuid};
    return {realm, subject.user->id};
}

QString FactorOwner::lockoutPair() const
{
    return Lockout::pair(realm.name(), u"second factor of "_s + id, {});
}

} // namespace tenantry::identity
