// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tenantry::identity {

/// Why the text is not acceptable as a user name (letters, digits and `@.+-_`, at most 150, not the reserved `me`) or
/// as an e-mail address (one @, a domain, at most 254), as a sentence for the field; nothing when it is.
std::optional<QString> usernameProblem(const QString &username);
std::optional<QString> emailProblem(const QString &email);

} // namespace tenantry::identity
