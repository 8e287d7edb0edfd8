// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/configloader.h"

class QCommandLineParser;

namespace tenantry {

/// Adds `--config FILE` and every option that has a flag.
void addConfigOptions(QCommandLineParser &parser);

/// The settings of this process, with what the parsed command line gives.
Result<LoadedConfig> loadConfig(const QCommandLineParser &parser);

} // namespace tenantry
