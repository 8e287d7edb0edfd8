// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policychecks.h"
#include "core/data/table.h"
#include "server/services.h"

namespace tenantry::server {

/// Who asks about resources, and where.
struct CheckCaller
{
    const Site &site;
    const SitePrincipal &who;
    QString app;
};

/// A resource that is asked about, with what the platform knows of it.
struct CheckedRow
{
    QString app; ///< whose policies decide
    access::CheckedResource resource;
    std::shared_ptr<const data::Table> table; ///< null: no table that is there
    bool readOnly = false;                    ///< a mirror
};

/// Where the resource is a row that `caller.who` may read, its values stand below the attributes that were sent. A
/// mirror is asked of as its source.
Result<CheckedRow> checkedRow(const Services &services, const CheckCaller &caller, access::CheckedResource resource);

/// Whether an action changes rows, which those of mirrors are not.
bool isChange(const QString &action);

struct NodeQuestion
{
    access::CheckedResource node;
    QString action;
};

/// What must be allowed as well: of an edge that no policy of its own speaks of, what rows ask of its nodes
/// (core/data/graph/edgeaccess.h); else nothing.
Result<std::vector<NodeQuestion>> questionsOfNodes(const Services &services, const CheckCaller &caller,
                                                   const CheckedRow &row, const QString &action);

} // namespace tenantry::server
