-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roles of apps, the bundles of them that a site makes, and who holds which. The slugs of both kinds are one set.
CREATE TABLE {app_roles} (
    id {:identity},
    app_id {:integer} NOT NULL REFERENCES {apps} (id),
    name {:text} NOT NULL,
    slug {:text} NOT NULL,
    description {:text} NOT NULL DEFAULT '',
    -- Who holds the parent holds this one too.
    parent_id {:integer} REFERENCES {app_roles} (id),
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#app_roles_slug} ON {app_roles} (slug);
CREATE UNIQUE INDEX {#app_roles_name} ON {app_roles} (app_id, name);
CREATE INDEX {#app_roles_parent} ON {app_roles} (parent_id);

CREATE TABLE {site_roles} (
    id {:identity},
    name {:text} NOT NULL,
    slug {:text} NOT NULL,
    description {:text} NOT NULL DEFAULT '',
    created_at {:integer} NOT NULL,
    updated_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#site_roles_slug} ON {site_roles} (slug);
CREATE UNIQUE INDEX {#site_roles_name} ON {site_roles} (name);

CREATE TABLE {site_role_parts} (
    site_role_id {:integer} NOT NULL REFERENCES {site_roles} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    app_role_id {:integer} NOT NULL REFERENCES {app_roles} (id),
    PRIMARY KEY (site_role_id, app_role_id)
);
CREATE INDEX {#site_role_parts_app_role} ON {site_role_parts} (app_role_id);

-- A membership counts until it expires, and is swept some time later.
CREATE TABLE {app_role_members} (
    app_role_id {:integer} NOT NULL REFERENCES {app_roles} (id),
    user_id {:text} NOT NULL REFERENCES {users} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    expires_at {:integer},
    created_by {:text},
    created_at {:integer} NOT NULL,
    PRIMARY KEY (app_role_id, user_id)
);
CREATE INDEX {#app_role_members_user} ON {app_role_members} (user_id);
CREATE INDEX {#app_role_members_expiry} ON {app_role_members} (expires_at);

CREATE TABLE {site_role_members} (
    site_role_id {:integer} NOT NULL REFERENCES {site_roles} (id),
    user_id {:text} NOT NULL REFERENCES {users} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    expires_at {:integer},
    created_by {:text},
    created_at {:integer} NOT NULL,
    PRIMARY KEY (site_role_id, user_id)
);
CREATE INDEX {#site_role_members_user} ON {site_role_members} (user_id);
CREATE INDEX {#site_role_members_expiry} ON {site_role_members} (expires_at);
