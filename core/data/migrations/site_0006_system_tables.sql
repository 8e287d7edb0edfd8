-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What datatables see of the site's users, and what their foreign keys refer to.
-- only: postgres
-- A foreign key compares columns of one type.
ALTER TABLE {users} ADD COLUMN uuid uuid GENERATED ALWAYS AS (
    CASE WHEN id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN id::uuid END
) STORED;
CREATE UNIQUE INDEX {#users_uuid} ON {users} (uuid);
CREATE VIEW {auth_user} AS
    SELECT uuid AS id, username, email, first_name, last_name,
        coalesce(nullif(trim(first_name || ' ' || last_name), ''), username) AS full_name FROM {users}
    WHERE NOT is_deleted AND uuid IS NOT NULL;
-- end
-- only: sqlite
CREATE VIEW {auth_user} AS
    SELECT id, username, email, first_name, last_name,
        coalesce(nullif(trim(first_name || ' ' || last_name), ''), username) AS full_name FROM {users} WHERE NOT is_deleted;
-- end
