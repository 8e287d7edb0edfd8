// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tenantry {

/// Accounts of the platform that hold the same permissions: model-level ones, which count on every object, and those
/// that sites have granted it. A snapshot.
struct Group
{
    std::int64_t id = 0;
    QString name;            ///< unique
    QStringList permissions; ///< model-level codenames, sorted
    std::int64_t userCount = 0;
    Micros createdAt = 0;
    Micros modifiedAt = 0;
};

/// What a caller may set of a group; what is absent stays as it is.
struct GroupChange
{
    std::optional<QString> name;
    std::optional<QStringList> permissions; ///< replaced whole
};

} // namespace tenantry
