-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the attributes of users may be: at most one row, a JSON Schema.
CREATE TABLE {user_attribute_schema} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    definition {:json} NOT NULL,
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);

-- How users like to see things. Who has no row has the defaults.
CREATE TABLE {user_preferences} (
    user_id {:text} NOT NULL PRIMARY KEY REFERENCES {users} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    date_format {:text} NOT NULL,
    time_format {:text} NOT NULL,
    timezone {:text} NOT NULL,
    theme {:text} NOT NULL,
    widget_config {:json} NOT NULL,
    updated_at {:integer} NOT NULL
);
