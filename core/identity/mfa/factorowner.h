// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/realm.h"
#include "core/identity/subject.h"

namespace tenantry::identity {

/// Whose second factors are meant, and where they are kept: with the password that they stand beside. Those of a
/// platform account lie in the shared schema, whichever site its mirror signs in to.
struct FactorOwner
{
    Realm realm;
    QString id; ///< of the site's user, or the account's UUID

    static FactorOwner of(const Realm &realm, const Subject &subject, sql::Database &platform);

    /// What wrong codes are counted under. Not by address: who is asked for one knows the password already.
    QString lockoutPair() const;
};

} // namespace tenantry::identity
