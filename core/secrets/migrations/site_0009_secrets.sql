-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words that things of a site are marked with. The table there was had less in it, and nothing ever wrote to it.
DROP TABLE {tags};
CREATE TABLE {tags} (
    id {:identity},
    name {:text} NOT NULL,
    slug {:text} NOT NULL,
    description {:text} NOT NULL,
    color {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#tags_name} ON {tags} (name);
CREATE UNIQUE INDEX {#tags_slug} ON {tags} (slug);

-- The key that the secrets are sealed with, itself sealed by a master key: one row at most.
CREATE TABLE {data_keys} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    master_key_id {:text} NOT NULL,
    wrapped_key {:text} NOT NULL
);

-- What secrets may hold. The schema is kept as it was written; null takes any value.
CREATE TABLE {secret_types} (
    id {:identity},
    name {:text} NOT NULL,
    slug {:text} NOT NULL,
    description {:text} NOT NULL,
    schema {:text},
    sensitivity_level {:text} NOT NULL,
    category {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#secret_types_name} ON {secret_types} (name);
CREATE UNIQUE INDEX {#secret_types_slug} ON {secret_types} (slug);

-- Secrets of the site (app_id 0) and of its apps. The value is JSON: plain where it is public, else sealed.
CREATE TABLE {secrets} (
    id {:text} NOT NULL PRIMARY KEY,
    app_id {:integer} NOT NULL,
    key {:text} NOT NULL,
    type_id {:integer} NOT NULL REFERENCES {secret_types} (id) DEFERRABLE INITIALLY DEFERRED,
    plain_value {:text},
    sealed_value {:text},
    description {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#secrets_key} ON {secrets} (app_id, key);
CREATE INDEX {#secrets_type} ON {secrets} (type_id);

CREATE TABLE {secret_tags} (
    secret_id {:text} NOT NULL REFERENCES {secrets} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag_id {:integer} NOT NULL REFERENCES {tags} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (secret_id, tag_id)
);
CREATE INDEX {#secret_tags_tag} ON {secret_tags} (tag_id);

-- What was done to secrets, without their values; outlives them. tags is a JSON list of names.
CREATE TABLE {secret_history} (
    id {:identity},
    secret_id {:text} NOT NULL,
    app_id {:integer} NOT NULL,
    key {:text} NOT NULL,
    change {:text} NOT NULL,
    secret_type {:text} NOT NULL,
    sensitivity_level {:text} NOT NULL,
    tags {:text} NOT NULL,
    description {:text} NOT NULL,
    username {:text},
    correlation_id {:text} NOT NULL,
    created_at {:integer} NOT NULL
);
CREATE INDEX {#secret_history_key} ON {secret_history} (app_id, key, id);

-- Who did what that leaves no other trace, such as reading a sensitive secret.
CREATE TABLE {audit_events} (
    id {:identity},
    at {:integer} NOT NULL,
    actor {:text},
    action {:text} NOT NULL,
    target {:text} NOT NULL,
    address {:text} NOT NULL,
    correlation_id {:text} NOT NULL
);

INSERT INTO {secret_types} (name, slug, description, schema, sensitivity_level, category, created_at, updated_at) VALUES
('api-key', 'api-key', 'A key of some service',
 '{"type":"string","minLength":1}', 'private', 'system', 0, 0),
('oauth-client', 'oauth-client', 'What an OAuth provider knows an application by',
 '{"type":"object","properties":{"client_id":{"type":"string","minLength":1},"client_secret":{"type":"string","minLength":1}},"required":["client_id","client_secret"],"additionalProperties":false}',
 'sensitive', 'system', 0, 0),
('database-url', 'database-url', 'Where a database is, with its password',
 '{"type":"string","format":"uri"}', 'sensitive', 'system', 0, 0),
('aws-credentials', 'aws-credentials', 'An access key of Amazon Web Services',
 '{"type":"object","properties":{"access_key_id":{"type":"string","minLength":1},"secret_access_key":{"type":"string","minLength":1},"region":{"type":"string","minLength":1}},"required":["access_key_id","secret_access_key","region"],"additionalProperties":false}',
 'sensitive', 'system', 0, 0),
('smtp-credentials', 'smtp-credentials', 'A mail server and who may send by it',
 '{"type":"object","properties":{"host":{"type":"string","minLength":1},"port":{"type":"integer","minimum":1,"maximum":65535},"username":{"type":"string"},"password":{"type":"string"}},"required":["host","port","username","password"],"additionalProperties":false}',
 'sensitive', 'system', 0, 0),
('analytics-postgres', 'analytics-postgres', 'A PostgreSQL database to query',
 '{"type":"object","properties":{"host":{"type":"string","minLength":1},"port":{"type":"integer","minimum":1,"maximum":65535},"database":{"type":"string","minLength":1},"username":{"type":"string"},"password":{"type":"string"},"driver":{"type":"string"},"ssl":{"type":["boolean","string","object"]}},"required":["host","port","database","username","password"],"additionalProperties":false}',
 'private', 'system', 0, 0),
('analytics-mysql', 'analytics-mysql', 'A MySQL database to query',
 '{"type":"object","properties":{"host":{"type":"string","minLength":1},"port":{"type":"integer","minimum":1,"maximum":65535},"database":{"type":"string","minLength":1},"username":{"type":"string"},"password":{"type":"string"},"driver":{"type":"string"},"ssl":{"type":["boolean","string","object"]}},"required":["host","port","database","username","password"],"additionalProperties":false}',
 'private', 'system', 0, 0),
('public-config', 'public-config', 'Configuration that anybody may read', NULL, 'public', 'system', 0, 0);
-- only: sqlite
UPDATE {secret_types} SET created_at = CAST(strftime('%s', 'now') AS INTEGER) * 1000000;
-- end
-- only: postgres
UPDATE {secret_types} SET created_at = CAST(extract(epoch FROM date_trunc('second', now())) AS BIGINT) * 1000000;
-- end
UPDATE {secret_types} SET updated_at = created_at;
