// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/sql/session.h"

#include <QStringList>

namespace tenantry::identity {

// The attributes of one user as they are kept: JSON text, by the schema that the site has now. Inside a closure given
// to the site's read or write.

/// After a write of `given` over `before` (AttributeSchema::merged).
Result<std::string> mergedAttributes(sql::Session &session, const std::string &before, const json::Object &given);
/// The required ones without a value.
Result<QStringList> missingAttributes(sql::Session &session, const std::string &attributes);

} // namespace tenantry::identity
