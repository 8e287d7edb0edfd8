// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tenantry {

/// A change names only what is to be different: `field` becomes the value that is given, or stays.
template<class T>
void takeGiven(const std::optional<T> &given, T &field)
{
    if (given)
        field = *given;
}

} // namespace tenantry
