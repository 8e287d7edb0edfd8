// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/expression.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tenantry::access {

/// The kinds of policies, whose JSON is that of Cerbos.
enum class PolicyKind {
    Resource,     ///< who may do what to one kind of resources
    Principal,    ///< exceptions for one user
    DerivedRoles, ///< roles that hold under a condition
    Role          ///< the actions that holders of a role are limited to
};

/// The member of the JSON that holds such a policy, and what the API calls it: "resourcePolicy".
QString nameOf(PolicyKind kind);
std::optional<PolicyKind> policyKindNamed(const QString &name);

/// `condition.match`, compiled.
struct Match
{
    enum class Kind { Expression, All, Any, None };

    Kind kind = Kind::Expression;
    std::string text = {};           ///< of an Expression, as written
    cel::Expression expression = {}; ///< resolved
    std::vector<Match> parts = {};   ///< of the others
};

enum class RuleEffect { Allow, Deny };

/// One rule of a policy; which members it uses depends on the policy's kind.
struct Rule
{
    QString name = {}; ///< may be empty
    int index = 0;
    RuleEffect effect = RuleEffect::Allow; ///< of a role policy always Allow
    QStringList actions = {};              ///< "read", "*", "comment:*"
    QStringList roles = {};                ///< of a resource policy; "*" is any
    QStringList derivedRoles = {};         ///< of a resource policy
    QString resource = {};                 ///< of the other two: a kind, "*", "invoice:*"
    std::optional<Match> condition = {};
};

/// A role that holds for who has a parent role, where the condition holds.
struct DerivedRole
{
    QString name;
    QStringList parentRoles;
    std::optional<Match> condition;
};

/// A policy, parsed and compiled. A value; shared as immutable.
struct Policy
{
    PolicyKind kind = PolicyKind::Resource;
    QString name; ///< the resource kind, the user's id, the set's name or the role, by kind
    QString version = QStringLiteral("default");
    bool disabled = false;
    std::vector<Rule> rules;
    QStringList importDerivedRoles;        ///< of a resource policy: names of sets
    std::vector<DerivedRole> derivedRoles; ///< of derived roles
    QStringList parentRoles;               ///< of a role policy

    QString id() const { return name + QLatin1Char(':') + version; }
};

/// Whether `pattern` ("*", "a:*" or a name) means `name`.
bool meansName(const QString &pattern, const QString &name);
/// Whether any of the patterns does.
bool meansName(const QStringList &patterns, const QString &name);

/// The kind without its aliases: buckets are also called storage.
QString canonicalKind(const QString &kind);
/// The table of "datatable:orders"; nothing for other kinds.
std::optional<QString> datatableOf(const QString &kind);

/// What may be done to resources of a kind, where the platform knows it; empty for kinds that apps make up.
QStringList actionsOfKind(const QString &kind);

} // namespace tenantry::access
