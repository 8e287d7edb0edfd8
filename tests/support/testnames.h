// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::test {

/// Root of the source tree, for tests that read files of the project.
QString sourceDirectory();
/// Folder of the built programs.
QString programDirectory();
/// URL of a PostgreSQL server where tests may create databases: TENANTRY_TEST_POSTGRES, or the one CTest has started.
/// Empty when there is none.
QString postgresUrl();

} // namespace tenantry::test
