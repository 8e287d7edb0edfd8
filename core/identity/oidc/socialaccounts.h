// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/identity/oidc/idtoken.h"
#include "core/sql/session.h"

#include <vector>

namespace tenantry::identity {

/// Who of a site somebody is at a provider.
struct SocialAccount
{
    QString issuer;
    QString subject;
    QString provider; ///< Provider::id
    QString userId;
    QString email; ///< there, when they were linked
};

/// The rows of a site's social_accounts. Inside a read or write of the site.
namespace socialaccounts {

Result<std::optional<SocialAccount>> find(sql::Session &session, const QString &issuer, const QString &subject);
Result<std::vector<SocialAccount>> ofUser(sql::Session &session, const QString &userId);
Result<void> add(sql::Transaction &transaction, const ExternalIdentity &who, const QString &provider,
                 const QString &userId, Micros now);
/// False when the user has none such.
Result<bool> remove(sql::Transaction &transaction, const QString &userId, const QString &provider,
                    const QString &subject);

} // namespace socialaccounts

} // namespace tenantry::identity
