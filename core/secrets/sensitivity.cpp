// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sensitivity.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

namespace {

constexpr std::array names{"public"_L1, "private"_L1, "sensitive"_L1};

} // namespace

QString nameOf(Sensitivity sensitivity)
{
    return names[std::size_t(sensitivity)];
}

std::optional<Sensitivity> sensitivityNamed(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == names[i])
            return Sensitivity(i);
    }
    return std::nullopt;
}

} // namespace tenantry::secrets
