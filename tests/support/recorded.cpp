// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recorded.h"

#include "tests/support/testdatabase.h"

#include <algorithm>

namespace tenantry::test {

namespace {

/// The statement answers correlation ids and what was written.
void add(Recorded &recorded, sql::Database &database, const char *statement)
{
    const auto entries = expectValue(database.read([statement](sql::Session &session) {
        return session.all(statement, {}, [](const sql::Cursor &row) {
            return std::pair(row.string(0).toUtf8(), row.string(1).toUtf8());
        });
    }));
    for (const auto &[correlationId, what] : entries)
        recorded[correlationId].append(what);
}

} // namespace

Recorded recordedIn(sql::Engine &engine)
{
    constexpr auto histories = "SELECT coalesce(correlation_id, ''), kind || change FROM {history}";
    Recorded recorded;
    const auto platform = expectValue(engine.openPlatform());
    add(recorded, *platform, histories);
    const auto sites = expectValue(platform->read([](sql::Session &session) {
        return session.all("SELECT schema_name, uuid FROM {sites}", {},
                           [](const sql::Cursor &row) { return std::pair(row.string(0), row.string(1)); });
    }));
    for (const auto &[place, uuid] : sites) {
        const auto site = expectValue(engine.openSite(place, uuid));
        add(recorded, *site, histories);
        add(recorded, *site, "SELECT correlation_id, 'secret' || change FROM {secret_history}");
        add(recorded, *site, "SELECT correlation_id, 'event:' || action FROM {audit_events}");
    }
    for (auto &[correlationId, entries] : recorded)
        std::ranges::sort(entries);
    return recorded;
}

} // namespace tenantry::test
