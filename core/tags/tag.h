// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

#include <optional>

namespace tenantry::tags {

/// A word that things of a site are marked with.
struct Tag
{
    std::int64_t id = 0;
    QString name; ///< unique in the site; no comma, since lists of names have commas between
    QString slug; ///< from the first name; unique, never changed
    QString description;
    QString color = QStringLiteral("#6B7280"); ///< "#RRGGBB"
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

/// What a caller may set; what is absent stays as it is.
struct TagChange
{
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> color;
};

/// What is wrong with a name; empty when nothing is.
QString tagNameProblem(const QString &name);

} // namespace tenantry::tags
