// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::test {

/// The code that a device shows now, or `later` half minutes from now (negative: before), for a secret in base 32.
QString totpCode(const QString &secret, int later = 0);

} // namespace tenantry::test
