// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tenantry::secrets {

/// How a secret is kept and who reads it, the least first.
enum class Sensitivity {
    Public,    ///< plain, for everybody
    Private,   ///< sealed, for those with the right to read it
    Sensitive, ///< as private, and every reading is written down
};

QString nameOf(Sensitivity sensitivity); ///< "public", "private", "sensitive"
std::optional<Sensitivity> sensitivityNamed(const QString &name);

} // namespace tenantry::secrets
