-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Policies of apps, as they were written. One of the system has a row only while it is disabled.
CREATE TABLE {policies} (
    id {:identity},
    app_id {:integer} NOT NULL REFERENCES {apps} (id),
    kind {:text} NOT NULL,
    name {:text} NOT NULL,
    version {:text} NOT NULL,
    is_disabled {:boolean} NOT NULL,
    is_system {:boolean} NOT NULL,
    body {:text} NOT NULL,
    created_by {:text},
    modified_by {:text},
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#policies_name} ON {policies} (app_id, name, version);

-- Rises with every change of a policy: one row.
CREATE TABLE {policy_version} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    version {:integer} NOT NULL
);
INSERT INTO {policy_version} (id, version) VALUES (1, 1);
