-- What was done to the rows of audited datatables. Entries outlive their rows and tables; `table_id` tells a table from
-- a later one of the same name. `record_id` is the row's key as it stands in paths.
CREATE TABLE {audit_log} (
    id {:identity},
    table_id {:integer} NOT NULL,
    table_name {:text} NOT NULL,
    record_id {:text} NOT NULL,
    version {:integer} NOT NULL,
    event_type {:text} NOT NULL,
    previous_data {:text},
    changed_fields {:text} NOT NULL,
    created_by {:text},
    created_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#audit_log_version} ON {audit_log} (table_id, record_id, version);
