// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/json/value.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"

#include <QString>

#include <optional>

/// What was done to the records of a database: after each change the whole record as it is then, or as it was when it
/// was deleted. Entries outlive their records, and nothing changes them.
namespace tenantry::audit::history {

enum class Change { Created, Changed, Deleted };

/// "+", "~", "-"
QString nameOf(Change change);

/// One of the records that have a history.
struct Record
{
    QString kind; ///< "policy"
    QString key;  ///< what it keeps as long as it lives; unique among those of its kind
};

/// What happened to one of them. The fields are named as in the API, without the values of secrets, hashes of
/// passwords, or anything else that is good for signing in.
struct NewEntry
{
    Record record;
    Change change = Change::Changed;
    json::Object fields;
    QString reason = {}; ///< why, where the change itself does not say it
};

/// In the transaction of the change, by whoever writes the record; who asked for it is the transaction's origin.
Result<void> add(sql::Transaction &transaction, const NewEntry &entry);
/// The same for many in few statements.
Result<void> add(sql::Transaction &transaction, const std::vector<NewEntry> &entries);

struct Entry
{
    std::int64_t id = 0;
    Micros at = 0;
    QString change;                  ///< "+", "~", "-"
    std::optional<QString> username; ///< none: the server itself, or nobody who was signed in
    std::optional<QString> reason;
    std::optional<QString> correlationId;
    json::Value fields; ///< an object
};

/// Which entries to list; empty texts and absent values do not filter.
struct Query
{
    QString change = {}; ///< "+", "~", "-"
    QString username = {};
    std::optional<Micros> from = {};
    std::optional<Micros> until = {};
    Window window = {};
};

/// Whether there is any entry.
Result<bool> isKnown(sql::Session &session, const Record &record);

/// The newest first. Inside a snapshot, so that the total fits.
Result<Page<Entry>> list(sql::Session &session, const Record &record, const Query &query);
/// The same; when there is no entry at all, `exists(session) -> Result<...>` may have an error for the caller.
template<class Exists>
Result<Page<Entry>> listOf(sql::Session &session, const Record &record, const Query &query, Exists exists)
{
    Page<Entry> page = TRY(list(session, record, query));
    if (page.total == 0 && !TRY(isKnown(session, record)))
        TRY(exists(session));
    return page;
}

} // namespace tenantry::audit::history
