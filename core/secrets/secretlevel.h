// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/caller.h"
#include "core/sql/session.h"

namespace tenantry::secrets {

/// The id of the app whose secrets are meant: 0 for an empty slug, which means those of the site. NotFound when there
/// is no such app, or it is inactive and the caller does not manage the site.
Result<std::int64_t> levelOf(sql::Session &session, const Caller &caller, const QString &appSlug);

} // namespace tenantry::secrets
