-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may do what inside a site: its permissions and the groups that bundle them; and the tags ready for use.

CREATE TABLE {permissions} (
    id {:identity},
    model {:text} NOT NULL,
    codename {:text} NOT NULL,
    name {:text} NOT NULL
);
CREATE UNIQUE INDEX {#permissions_model_codename} ON {permissions} (model, codename);

CREATE TABLE {groups} (
    id {:identity},
    name {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    modified_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#groups_name} ON {groups} (name);

CREATE TABLE {group_permissions} (
    group_id {:integer} NOT NULL REFERENCES {groups} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    permission_id {:integer} NOT NULL REFERENCES {permissions} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (group_id, permission_id)
);
CREATE INDEX {#group_permissions_permission} ON {group_permissions} (permission_id);

CREATE TABLE {group_members} (
    group_id {:integer} NOT NULL REFERENCES {groups} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    user_id {:text} NOT NULL REFERENCES {users} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX {#group_members_user} ON {group_members} (user_id);

CREATE TABLE {tags} (
    id {:identity},
    name {:text} NOT NULL,
    created_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#tags_name} ON {tags} (name);
