// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/schemaoperation.h"

#include <vector>

namespace tenantry::data {

/// The steps from one definition of a table that keeps documents to another: indexes that are no longer what they were
/// go, then new ones come. Rows stay as they are. Pure.
std::vector<SchemaOperation> planDocumentChanges(const Table &before, const Table &after, const DdlWriter &ddl);

} // namespace tenantry::data
