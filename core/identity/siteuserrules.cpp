// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/siteuserrules.h"

#include "core/identity/names.h"
#include "core/identity/passwordrules.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr int maxNameLength = 150;

template<class T>
void set(const std::optional<T> &value, T &field)
{
    if (value)
        field = *value;
}

} // namespace

void applyChange(const SiteUserChange &change, SiteUser &user)
{
    set(change.username, user.username);
    set(change.email, user.email);
    set(change.firstName, user.firstName);
    set(change.lastName, user.lastName);
    set(change.active, user.active);
    set(change.staff, user.staff);
    set(change.deleted, user.deleted);
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
