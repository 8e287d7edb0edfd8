// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sql/session.h"

#include <QString>

namespace tenantry::identity::blacklist {

/// Inside a write of the realm that issued it: puts a token's `jti` on the blacklist until the token expires. False
/// when it stands there already: of two that spend one token at the same time, one gets true.
Result<bool> add(sql::Transaction &transaction, const QString &tokenId, std::int64_t expiresAtSeconds, Micros now);

Result<bool> contains(sql::Session &session, const QString &tokenId);

} // namespace tenantry::identity::blacklist
