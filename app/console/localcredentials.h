// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace tenantry::console {

/// The administrator of a local instance, whom the console makes and signs in as, so that nobody is asked for anything.
struct LocalCredentials
{
    QString email;
    QString password;

    /// Of the instance in `directory`: read from its file there, which only its owner may read, or made up and written.
    static Result<LocalCredentials> in(const QString &directory);
};

/// Name of that file.
inline constexpr QLatin1StringView localPasswordFile{"console-password"};

} // namespace tenantry::console
