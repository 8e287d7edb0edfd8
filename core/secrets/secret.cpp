// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

bool isSecretKey(const QString &key)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9][A-Za-z0-9_.-]{0,254}\\z"_s);
    return pattern.match(key).hasMatch();
}

} // namespace tenantry::secrets
