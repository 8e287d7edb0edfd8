// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/decision.h"
#include "core/access/principal.h"
#include "core/tenancy/site.h"

namespace tenantry::access {

/// What may be done to rows and other resources of an app.
enum class Action { Read, Create, Update, Delete, Aggregate, Export, Execute };

/// "datatable:orders" of app "store".
struct ResourceKind
{
    QString app;
    QString kind;
};

/// Decides. Every path to rows asks it, and applies the answer in SQL. The default says yes to everybody signed in to
/// the site, until policies exist. Thread-safe.
class Evaluator
{
public:
    virtual ~Evaluator() = default;
    virtual Decision decide(const Site &site, const SitePrincipal &principal, Action action,
                            const ResourceKind &resource) const = 0;
};

/// Signed in: always. Anonymous: never.
class SignedInEvaluator : public Evaluator
{
public:
    Decision decide(const Site &site, const SitePrincipal &principal, Action action,
                    const ResourceKind &resource) const override;
};

} // namespace tenantry::access
