// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testnames.h"

namespace tenantry::test {

QString sourceDirectory()
{
    return qEnvironmentVariable("TENANTRY_SOURCE");
}

QString programDirectory()
{
    return qEnvironmentVariable("TENANTRY_BIN");
}

} // namespace tenantry::test
