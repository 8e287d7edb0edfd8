// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sql/session.h"

#include <QStringList>

#include <optional>

namespace tenantry::identity {

/// What is known of somebody's recovery codes, once they were shown: their number, never the codes.
struct RecoveryCodes
{
    int total = 0;
    int unused = 0;
    Micros createdAt = 0;
    std::optional<Micros> lastUsedAt;
};

/// Codes that stand in for a device which was lost, each good once: ten of 80 bits each, kept as hashes. Inside a read
/// or write of the realm.
namespace recoverycodes {

/// Nothing when there are none.
Result<std::optional<RecoveryCodes>> find(sql::Session &session, const QString &userId);
/// Makes them anew; the former are worthless. Answers the codes, this once.
Result<QStringList> replace(sql::Transaction &transaction, const QString &userId, Micros now);
/// False when it is none of the unused ones. Capitals and what stands between the letters do not count.
Result<bool> spend(sql::Transaction &transaction, const QString &userId, const QString &code, Micros now);
Result<void> remove(sql::Transaction &transaction, const QString &userId);

} // namespace recoverycodes

} // namespace tenantry::identity
