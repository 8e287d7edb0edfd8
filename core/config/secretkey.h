// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <QByteArray>
#include <QString>

namespace tenantry {

/// What secret.key holds.
struct SecretKeys
{
    QByteArray current;
    std::vector<RetiredKey> retired; ///< the newest first
};

/// The deployment's secret from the file `secret.key` in the data folder; makes it, readable by its owner alone, when
/// there is none. Two processes that start at the same time end up with the same key.
Result<SecretKeys> secretKeysIn(const QString &dataDirectory);

/// Puts a new secret in the place of the one in the data folder, which is kept beside it until `until` (seconds), and
/// forgets those whose time was over at `now`. Servers know the new one when they start again.
Result<void> rotateSecretKey(const QString &dataDirectory, std::int64_t now, std::int64_t until);

} // namespace tenantry
