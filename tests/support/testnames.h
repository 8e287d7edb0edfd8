// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::test {

/// Root of the source tree, for tests that read files of the project.
QString sourceDirectory();
/// Folder of the built programs.
QString programDirectory();

} // namespace tenantry::test
