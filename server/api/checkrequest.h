// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policychecks.h"

namespace tenantry::server {

/// One of the resources of a check, and what is asked of it.
struct CheckedEntry
{
    access::CheckedResource resource;
    QStringList actions; ///< 1 to maxActions
};

inline constexpr std::size_t maxCheckedResources = 50;
inline constexpr std::size_t maxActions = 50;

/// The body of `check/resources/`. BadRequest when it names a principal, Validation for everything else that is
/// malformed: one entry fails the whole.
Result<std::vector<CheckedEntry>> readChecks(const json::Value &body);

/// `resource` of a check or an explanation.
Result<access::CheckedResource> readCheckedResource(const json::Value &resource, const QString &path);

/// `auxData`: an object, empty when it is not there.
Result<json::Value> readAuxiliary(const json::Value &body);

} // namespace tenantry::server
