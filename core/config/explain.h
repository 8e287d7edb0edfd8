// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/configloader.h"

namespace tenantry {

/// What `tenantry-server config --explain` prints: every setting, its value and where that came from. Secrets are not
/// shown.
QString explainConfig(const LoadedConfig &loaded);

/// The same settings with their defaults as the page docs/configuration.md.
QString configurationPage();

} // namespace tenantry
