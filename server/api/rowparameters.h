// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/endpoint.h"

namespace tenantry::server {

/// What requests that read rows may ask besides conditions on columns, as the OpenAPI document tells it. `deepestWalk`:
/// edges that are followed through a graph at most.
std::vector<Field> rowListParameters(int deepestWalk);
/// Of a single row.
std::vector<Field> recordParameters(int deepestWalk);
/// Which part of a list.
std::vector<Field> pageParameters();

} // namespace tenantry::server
