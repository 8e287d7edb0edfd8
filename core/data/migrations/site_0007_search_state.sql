-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the indexes of full-text search were made with (core/data/search/searchstamp.h): one row.
CREATE TABLE {search_state} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    stamp {:text} NOT NULL
);
-- only: sqlite
INSERT INTO {search_state} (id, stamp) VALUES (1, '');
-- end
-- only: postgres
INSERT INTO {search_state} (id, stamp) VALUES (1, '1');
-- end
