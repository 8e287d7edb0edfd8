// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/predicate.h"

#include <QString>

#include <optional>
#include <vector>

namespace tenantry::access {

enum class Effect {
    Always,
    Never,
    Conditional, ///< for the rows that meet the predicate
};

/// One thing that was looked at on the way to a decision.
struct Reason
{
    QString kind;   ///< "superuser", "permission", "system_policy", "policy", "default"
    QString name;   ///< which one: "admin_site", "datatable:orders:default"
    QString clause; ///< the rule within it, if any
};

/// The answer to "may this principal do this?", which can say why. The API, the log and the console show the same
/// object.
struct Decision
{
    Effect effect = Effect::Never;
    std::optional<Predicate> predicate; ///< set when the effect is Conditional
    std::vector<Reason> chain;          ///< the last one decided

    static Decision always(Reason because);
    static Decision never(Reason because);
    static Decision when(Predicate predicate, Reason because);
};

} // namespace tenantry::access
