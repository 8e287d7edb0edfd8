// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/siteuserservice.h"

namespace tenantry::identity {

/// Sets what the change names, the password apart.
void applyChange(const SiteUserChange &change, SiteUser &user);

/// Whether these may be the fields of a user, and this their new password (absent or empty: none is set). The errors
/// are about the fields of the API.
Result<void> checkUser(const SiteUser &user, const std::optional<QString> &password);

} // namespace tenantry::identity
