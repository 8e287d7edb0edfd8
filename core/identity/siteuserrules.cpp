// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/siteuserrules.h"

#include "core/base/takegiven.h"
#include "core/identity/names.h"
#include "core/identity/passwordrules.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr int maxNameLength = 150;

} // namespace

void applyChange(const SiteUserChange &change, SiteUser &user)
{
    takeGiven(change.username, user.username);
    takeGiven(change.email, user.email);
    takeGiven(change.firstName, user.firstName);
    takeGiven(change.lastName, user.lastName);
    takeGiven(change.active, user.active);
    takeGiven(change.staff, user.staff);
    takeGiven(change.deleted, user.deleted);
    user.email = user.email.trimmed();
}

Result<void> checkUser(const SiteUser &user, const std::optional<QString> &password)
{
    std::vector<FieldError> problems;
    const auto report = [&](const QString &field, const std::optional<QString> &problem) {
        if (problem)
            problems.push_back({field, *problem});
    };
    const auto tooLong = [](const QString &name) {
        return name.size() > maxNameLength ? std::optional(u"At most 150 characters."_s) : std::nullopt;
    };
    report(u"username"_s, usernameProblem(user.username));
    report(u"email"_s, emailProblem(user.email));
    report(u"first_name"_s, tooLong(user.firstName));
    report(u"last_name"_s, tooLong(user.lastName));
    if (password && !password->isEmpty())
        report(u"password"_s, passwordProblem(*password, {user.username, user.email, user.firstName, user.lastName}));
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

} // namespace tenantry::identity
