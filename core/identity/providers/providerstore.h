// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providers/provider.h"
#include "core/sql/session.h"

/// The rows of a site's sign_in_providers. Inside a read or write of the site.
namespace tenantry::identity::providerstore {

/// By id.
Result<std::vector<Provider>> all(sql::Session &session);
Result<std::optional<Provider>> find(sql::Session &session, const QString &id);
/// In place of those that are there.
Result<void> replaceAll(sql::Transaction &transaction, const std::vector<Provider> &providers);

} // namespace tenantry::identity::providerstore
