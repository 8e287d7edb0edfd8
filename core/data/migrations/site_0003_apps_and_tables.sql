-- Apps of this site. A deleted app keeps its row, so that its slug is never given away again.
CREATE TABLE {apps} (
    id {:identity},
    slug {:text} NOT NULL,
    name {:text} NOT NULL,
    description {:text} NOT NULL DEFAULT '',
    is_active {:boolean} NOT NULL,
    is_deleted {:boolean} NOT NULL,
    created_by {:text},
    modified_by {:text},
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#apps_slug} ON {apps} (slug);

-- Branding and links of an app, one record each.
CREATE TABLE {app_settings} (
    app_id {:integer} NOT NULL PRIMARY KEY REFERENCES {apps} (id) ON DELETE CASCADE,
    display_name {:text} NOT NULL,
    icon {:text},
    primary_color {:text} NOT NULL,
    secondary_color {:text} NOT NULL,
    icon_background_color {:text} NOT NULL,
    category {:text} NOT NULL,
    documentation_url {:text},
    support_email {:text},
    default_frontend_worker_slug {:text},
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);

-- Datatables. The definition is kept as it was written, number for number; columns and keys are read from it.
CREATE TABLE {tables} (
    id {:identity},
    app_id {:integer} NOT NULL REFERENCES {apps} (id),
    name {:text} NOT NULL,
    physical_name {:text} NOT NULL,
    title {:text} NOT NULL DEFAULT '',
    description {:text} NOT NULL DEFAULT '',
    provider_type {:text} NOT NULL,
    provider_config {:text} NOT NULL DEFAULT '{}',
    schema_format {:text} NOT NULL,
    definition {:text} NOT NULL,
    schema_hash {:text} NOT NULL,
    is_materialized {:boolean} NOT NULL,
    audit_enabled {:boolean} NOT NULL,
    assigned_to {:text},
    created_by {:text},
    modified_by {:text},
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#tables_name} ON {tables} (app_id, name);
CREATE UNIQUE INDEX {#tables_physical_name} ON {tables} (physical_name);

-- Rises with every change of a definition: one row.
CREATE TABLE {catalogue_version} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    version {:integer} NOT NULL
);
INSERT INTO {catalogue_version} (id, version) VALUES (1, 1);
