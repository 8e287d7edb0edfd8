-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every change of a datatable, with what it takes to go back. Written in the transaction of the change; kept when the
-- table is gone.
CREATE TABLE {schema_operations} (
    id {:identity},
    revision_id {:text} NOT NULL,
    app_id {:integer} NOT NULL REFERENCES {apps} (id),
    table_name {:text} NOT NULL,
    operation_type {:text} NOT NULL,
    status {:text} NOT NULL,
    forward_sql {:text} NOT NULL,
    rollback_sql {:text} NOT NULL,
    changes {:json} NOT NULL,
    -- Of renamed columns, the old name by the new one.
    renames {:json} NOT NULL,
    -- The definitions before and after, and their hashes; null where there was or is no table.
    old_definition {:json},
    new_definition {:json},
    old_schema_hash {:text},
    new_schema_hash {:text},
    is_reversible {:boolean} NOT NULL,
    error {:text},
    duration_ms {:integer} NOT NULL,
    created_by {:text},
    created_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#schema_operations_revision} ON {schema_operations} (revision_id);
CREATE INDEX {#schema_operations_table} ON {schema_operations} (app_id, table_name, id);
