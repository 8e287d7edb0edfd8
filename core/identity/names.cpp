// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/names.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

std::optional<QString> usernameProblem(const QString &username)
{
    static const QRegularExpression allowed(u"\\A[\\w.@+-]{1,150}\\z"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    if (!allowed.match(username).hasMatch())
        return u"A user name has 1 to 150 letters, digits and the characters @ . + - _"_s;
    if (username == u"me"_s)
        return u"The user name \"me\" is reserved."_s;
    return {};
}

std::optional<QString> emailProblem(const QString &email)
{
    static const QRegularExpression shape(u"\\A[^\\s@\"(),:;<>\\[\\]\\\\\\x{0}-\\x{1f}]{1,64}@"
                                          "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)*"
                                          "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\z"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    if (email.size() > 254 || !shape.match(email).hasMatch())
        return u"Enter an e-mail address, such as ada@example.org."_s;
    return {};
}

} // namespace tenantry::identity
