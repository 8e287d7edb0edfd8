// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/userfields.h"

#include "core/identity/names.h"
#include "core/identity/passwordrules.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

std::vector<FieldError> userFieldProblems(const json::Value &body)
{
    const auto sent = [&](std::string_view name) { return textField(body, name).value_or(QString()); };
    const QString username = sent("username");
    const QString email = sent("email").trimmed();
    const QString password = sent("password");
    std::vector<FieldError> problems;
    const auto report = [&](const QString &field, const std::optional<QString> &problem) {
        if (problem)
            problems.push_back({field, *problem});
    };
    if (!username.isEmpty())
        report(u"username"_s, identity::usernameProblem(username));
    if (!email.isEmpty())
        report(u"email"_s, identity::emailProblem(email));
    if (!password.isEmpty())
        report(u"password"_s,
               identity::passwordProblem(password, {username, email, sent("first_name"), sent("last_name")}));
    if (password != sent("confirm_password"))
        report(u"confirm_password"_s, u"The two passwords differ."_s);
    return problems;
}

} // namespace tenantry::server
