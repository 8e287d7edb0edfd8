// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/vault.h"

#include <QStringList>

#include <vector>

namespace tenantry::secrets {

/// A secret of an app on its way to another site, without its value.
struct PortableSecret
{
    QString key;
    QString type; ///< its name
    QStringList tags;
    QString description;
};

/// What stands for the value of a secret that came from elsewhere, until somebody gives it one. It need not fit the
/// type.
inline const QString placeholderValue = QStringLiteral("CHANGE_ME");

/// Whether the key and the tags are such as secrets have; the error is about the member, below `place`.
Result<void> checkPortableSecret(const PortableSecret &secret, const QString &place);

/// The secrets of an app, by key.
Result<std::vector<PortableSecret>> portableSecrets(sql::Session &session, std::int64_t appId);

/// What it takes for an app to have secrets that come from elsewhere: those it has stay as they are.
struct PortableSecretPlan
{
    std::vector<std::size_t> created; ///< places among the secrets
    std::vector<std::size_t> present;
    std::vector<std::size_t> unknownType; ///< the site has no such type; they are left out
};

/// Without writing. `appId`: none when the app is to be made.
Result<PortableSecretPlan> planPortableSecrets(sql::Session &session, std::optional<std::int64_t> appId,
                                               const std::vector<PortableSecret> &secrets);

/// Makes those that the plan says, with the placeholder, sealed where their type is not public.
Result<void> takePortableSecrets(sql::Transaction &transaction, const Vault &vault, const QString &siteUuid,
                                 std::int64_t appId, const std::vector<PortableSecret> &secrets,
                                 const PortableSecretPlan &plan, const QString &username, std::int64_t now);

} // namespace tenantry::secrets
