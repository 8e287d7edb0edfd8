// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/values/rowvalues.h"

#include <array>
#include <cstdint>
#include <optional>

namespace tenantry::data {

/// Stands for the values of some columns: equal for equal values, and for others as good as never. Small, so that a
/// great many of them can be compared.
using KeyDigest = std::array<std::uint64_t, 2>;

/// Nothing when a value is null or not there: such keys are equal to none.
std::optional<KeyDigest> digestOf(const RowValues &row, const std::vector<std::size_t> &columns);

struct KeyDigestHash
{
    std::size_t operator()(const KeyDigest &digest) const { return digest[0]; }
};

} // namespace tenantry::data
