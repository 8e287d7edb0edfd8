// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

namespace tenantry::data {

enum class EdgeUse {
    Create, ///< what is left out gets its default
    Change,
};

/// An edge, or an array of them, as clients send it, in terms of the columns of `edges`: other spellings of a column
/// become its name, keys that are no column move into `metadata`, and a type that can only be one is filled in. What is
/// no object stays what it is. `edges` comes from a catalogue.
json::Value edgeBody(const Table &edges, const json::Value &body, EdgeUse use);

} // namespace tenantry::data
