// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/attributes/attributeschema.h"
#include "core/sql/value.h"
#include "core/tenancy/listing.h"

namespace tenantry::identity {

/// Narrows a list of users (`u`) to those whose attribute equals the text of a query: a text, or the number or truth
/// value that the text is where the attribute may be one. Lists and objects equal no text.
void addAttributeFilter(Conditions &conditions, const AttributeSchema &schema, const QString &name, const QString &text,
                        sql::Dialect dialect);

} // namespace tenantry::identity
