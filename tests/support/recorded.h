// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/engine.h"

#include <QByteArrayList>

#include <map>

namespace tenantry::test {

/// What was written for the record, by the correlation id of the request that did it; sorted. An entry in the history
/// of a record is "policy+", "policy~" or "policy-", an event "event:secret.read". The histories of rows know no
/// correlation id, and are not among it.
using Recorded = std::map<QByteArray, QByteArrayList>;

/// In the platform's database and those of all sites.
Recorded recordedIn(sql::Engine &engine);

} // namespace tenantry::test
