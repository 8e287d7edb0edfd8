// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace tenantry {

/// A random UUID (version 4), lower case with hyphens.
QString newUuid();
bool isUuid(QStringView text);

/// URL-safe random text with `bytes` bytes of randomness from the operating system.
QByteArray randomToken(int bytes);

} // namespace tenantry
