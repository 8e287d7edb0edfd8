// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policy.h"
#include "core/base/error.h"
#include "core/data/catalogue.h"

#include <functional>

namespace tenantry::access {

/// Looks at the conditions of policies on data tables: lists, totals and searches ask them of rows in SQL, so what
/// cannot be asked is refused when a policy is written, with the reason. Where the table is not there yet, its columns
/// are not looked at; what does not fit them then lets nobody through.
class RowRules
{
public:
    /// The sets of derived roles that there are, by name; null for none.
    using Sets = std::function<std::shared_ptr<const Policy>(const QString &)>;

    /// `app` may be null.
    RowRules(const data::Catalogue::App *app, Sets sets)
        : m_app(app)
        , m_sets(std::move(sets))
    {
    }

    /// What is wrong with the conditions of a policy, and of the derived roles that it names.
    std::vector<FieldError> problemsOf(const Policy &policy) const;
    /// What is wrong with the conditions of derived roles, as this resource policy uses them.
    std::vector<FieldError> problemsOf(const Policy &set, const Policy &user) const;

private:
    QStringList problemsOf(const Match &match, const QString &resource) const;

    const data::Catalogue::App *m_app;
    Sets m_sets;
};

} // namespace tenantry::access
