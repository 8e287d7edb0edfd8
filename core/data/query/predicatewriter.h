// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/predicate.h"
#include "core/data/query/statement.h"

namespace tenantry::data {

/// A boolean expression that is never null, about the table the builder is about. whyNotAsked() (predicatecheck.h)
/// found nothing.
void writePredicate(StatementBuilder &sql, const access::Predicate &predicate);

} // namespace tenantry::data
