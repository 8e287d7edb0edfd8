// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policy.h"
#include "core/audit/history.h"
#include "core/base/clock.h"
#include "core/sql/session.h"

namespace tenantry::access {

/// A policy as an app has it.
struct StoredPolicy
{
    std::int64_t appId = 0;
    PolicyKind kind = PolicyKind::Resource;
    QString name;
    QString version;
    bool disabled = false;
    bool system = false; ///< the platform's own, which allows everything to everybody signed in
    json::Value body;    ///< as it was written
    QString modifiedBy;  ///< id of a user of the site; empty: nobody did
    std::optional<Micros> updatedAt;

    QString id() const { return name + QLatin1Char(':') + version; }
};

} // namespace tenantry::access

/// Records of policies in a site's database, with their history. No rule of the domain is enforced here; every write
/// raises the version.
namespace tenantry::access::policystore {

Result<std::int64_t> version(sql::Session &session);
/// Those of an app, by name and version.
Result<std::vector<StoredPolicy>> ofApp(sql::Session &session, std::int64_t appId);
/// Those of every app that is not deleted, with its slug.
Result<std::vector<std::pair<QString, StoredPolicy>>> all(sql::Session &session);
Result<std::optional<StoredPolicy>> find(sql::Session &session, std::int64_t appId, const QString &id);

/// Makes it or takes the place of the one with its id.
Result<void> put(sql::Transaction &transaction, const StoredPolicy &policy, Micros now);
/// Nothing when there is none.
Result<void> remove(sql::Transaction &transaction, std::int64_t appId, const QString &id, Micros now);
/// All versions of the policies of a resource that is deleted.
Result<void> removeOfResource(sql::Transaction &transaction, std::int64_t appId, const QString &kind);
/// The policies of a deleted app count for nothing: that is in their history.
Result<void> noteAppDeleted(sql::Transaction &transaction, std::int64_t appId);

/// Where the history of policies with this id is.
audit::history::Record historyOf(std::int64_t appId, const QString &id);

} // namespace tenantry::access::policystore
