// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/judge.h"
#include "core/access/policies/policy.h"
#include "core/access/policies/trace.h"

#include <QHash>

namespace tenantry::access {

/// What is asked of policies: may somebody who is called so and holds these roles do this to such a resource?
struct Question
{
    QString kind; ///< canonical
    QString action;
    QString version = QStringLiteral("default");
    bool builtIn = false; ///< a resource of the platform that is there: without a policy, everybody signed in may
    QString principal;    ///< id of the user; empty: anonymous
    QStringList roles;    ///< names, with "user" for who is signed in and "anonymous" for who is not
};

/// Who may do it: everybody whom it is asked for, nobody, or for some rows.
struct Verdict
{
    Predicate allowed = Predicate::any({});        ///< always or never for a resource whose attributes are there
    QString decidedBy = QStringLiteral("default"); ///< "policy", "system_policy" or "default"
    QString policy;                                ///< id of the policy that decided, if one did
};

/// The policies of one app, compiled; immutable, shared by all who decide. Pure.
class PolicySet
{
public:
    PolicySet() = default;
    /// Those that are disabled count, too: a resource whose policy is disabled has none, not that of the system.
    explicit PolicySet(std::vector<std::shared_ptr<const Policy>> policies);

    /// `trace` gets everything that was looked at; null: nobody wants to know.
    Verdict decide(const Question &question, Judge &judge, Trace *trace = nullptr) const;

    bool isEmpty() const { return m_policies.empty(); }
    const Policy *find(PolicyKind kind, const QString &name, const QString &version = QStringLiteral("default")) const;

private:
    std::vector<std::shared_ptr<const Policy>> m_policies;
    QHash<QString, const Policy *> m_byId[4]; ///< by the kind's number
};

} // namespace tenantry::access
