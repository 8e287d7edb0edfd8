-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done to the users, roles, policies, keys and settings of the site: after each change the whole record, as
-- JSON without what is secret. Entries outlive their records; nothing changes or deletes them.
CREATE TABLE {history} (
    id {:identity},
    kind {:text} NOT NULL,
    record {:text} NOT NULL,
    change {:text} NOT NULL CHECK (change IN ('+', '~', '-')),
    fields {:text} NOT NULL,
    reason {:text},
    username {:text},
    correlation_id {:text},
    at {:integer} NOT NULL
);
CREATE INDEX {#history_record} ON {history} (kind, record, id);
