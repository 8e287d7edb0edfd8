// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/session.h"
#include "core/tags/tag.h"
#include "core/tenancy/listing.h"

#include <map>
#include <vector>

/// Records of tags in a site's database. Names are compared exactly.
namespace tenantry::tags::tagstore {

/// By name.
Result<Page<Tag>> list(sql::Session &session, const QString &search, const Window &window);
Result<std::optional<Tag>> findBySlug(sql::Session &session, const QString &slug);
Result<std::optional<Tag>> findByName(sql::Session &session, const QString &name);
Result<std::map<std::int64_t, QString>> namesOf(sql::Session &session, const std::vector<std::int64_t> &ids);

/// With an id and a slug of its own.
Result<Tag> insert(sql::Transaction &transaction, Tag tag);
Result<void> update(sql::Transaction &transaction, const Tag &tag);
/// What was marked with it is not any more.
Result<void> remove(sql::Transaction &transaction, std::int64_t id);

/// The ids of tags with these names; those that do not exist yet are made. The names are good ones.
Result<std::vector<std::int64_t>> ensure(sql::Transaction &transaction, const QStringList &names, Micros now);

} // namespace tenantry::tags::tagstore
