// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policy.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

constexpr std::array kinds{PolicyKind::Resource, PolicyKind::Principal, PolicyKind::DerivedRoles, PolicyKind::Role};

} // namespace

QString nameOf(PolicyKind kind)
{
    switch (kind) {
    case PolicyKind::Resource:
        return u"resourcePolicy"_s;
    case PolicyKind::Principal:
        return u"principalPolicy"_s;
    case PolicyKind::DerivedRoles:
        return u"derivedRoles"_s;
    case PolicyKind::Role:
        return u"rolePolicy"_s;
    }
    return {};
}

std::optional<PolicyKind> policyKindNamed(const QString &name)
{
    for (const PolicyKind kind : kinds) {
        if (name == nameOf(kind))
            return kind;
    }
    return {};
}

bool meansName(const QString &pattern, const QString &name)
{
    return pattern == "*"_L1 || pattern == name || (pattern.endsWith(":*"_L1) && name.startsWith(pattern.chopped(1)));
}

bool meansName(const QStringList &patterns, const QString &name)
{
    return std::ranges::any_of(patterns, [&](const QString &pattern) { return meansName(pattern, name); });
}

QString canonicalKind(const QString &kind)
{
    constexpr auto alias = "storage:"_L1;
    return kind.startsWith(alias) ? u"bucket:"_s + kind.mid(alias.size()) : kind;
}

std::optional<QString> datatableOf(const QString &kind)
{
    constexpr auto prefix = "datatable:"_L1;
    return kind.startsWith(prefix) ? std::optional(kind.mid(prefix.size())) : std::nullopt;
}

QStringList actionsOfKind(const QString &kind)
{
    if (datatableOf(kind))
        return {u"read"_s, u"create"_s, u"update"_s, u"delete"_s, u"aggregate"_s, u"export"_s};
    if (kind.startsWith("function:"_L1) || kind.startsWith("query:"_L1))
        return {u"execute"_s, u"read"_s, u"update"_s, u"delete"_s};
    if (kind.startsWith("bucket:"_L1))
        return {u"read"_s, u"create"_s, u"update"_s, u"delete"_s};
    return kind == "user:*"_L1 ? QStringList{u"read"_s} : QStringList();
}

} // namespace tenantry::access
