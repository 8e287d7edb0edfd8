// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/tablerecord.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tenantry::data {

/// Mirrors: an app that refers to a table of another app shows that table among its own, to be read only. Nothing of a
/// mirror is stored: it is there while a foreign key leads to its source, and is what its source is.
namespace mirrors {

using TablePtr = std::shared_ptr<const Table>;
/// The sources of an app's mirrors, by the names of the mirrors.
using Sources = std::map<std::string, TablePtr, std::less<>>;

/// By the slug of the app, of all tables of a site. A mirror has the name of its source; where the app has a table of
/// that name, or refers to two such tables, it is called as the database calls its source. What holds the edges of a
/// source is mirrored, too.
std::map<QString, Sources> find(const std::vector<TablePtr> &tables);

/// The source as the app shows it: its definition is marked, and names tables as definitions of the app do.
TableRecord shown(TableRecord source, const QString &app, const std::string &name);

bool isOne(const Table &table);

} // namespace mirrors

} // namespace tenantry::data
