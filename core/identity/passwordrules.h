// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tenantry::identity {

/// Why `password` is not acceptable, as a sentence for its field, or nothing when it is. `personal` is the user's own
/// data: user name, e-mail address, names. Lengths count characters, except that no password is longer than 1,024 bytes
/// of UTF-8.
std::optional<QString> passwordProblem(const QString &password, const QStringList &personal);

} // namespace tenantry::identity
