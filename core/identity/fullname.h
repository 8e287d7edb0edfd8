// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::identity {

/// The names joined by a space; the user name when both are empty.
inline QString fullName(const QString &firstName, const QString &lastName, const QString &username)
{
    const QString joined = (firstName + QLatin1Char(' ') + lastName).trimmed();
    return joined.isEmpty() ? username : joined;
}

} // namespace tenantry::identity
