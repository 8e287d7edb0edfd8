-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organizations, their members and sites, the sites' domains, and who may do what with them.

-- One row. A change of what the directory of sites shows raises the version in its own transaction; holding the row
-- also orders such changes one after the other.
CREATE TABLE {directory_version} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    version {:integer} NOT NULL
);
INSERT INTO {directory_version} (id, version) VALUES (1, 1);

-- search_text is what `search` looks in: the searchable fields in upper case, one a line.
CREATE TABLE {organizations} (
    id {:identity},
    uuid {:text} NOT NULL,
    slug {:text} NOT NULL,
    name {:text} NOT NULL,
    search_text {:text} NOT NULL,
    description {:text},
    website {:text},
    phone {:text},
    email {:text},
    address {:text},
    subscription_plan {:text} NOT NULL,
    max_sites {:integer} NOT NULL,
    max_members {:integer} NOT NULL,
    is_active {:boolean} NOT NULL,
    is_verified {:boolean} NOT NULL,
    verified_at {:integer},
    settings {:json} NOT NULL,
    created_at {:integer} NOT NULL,
    modified_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#organizations_uuid} ON {organizations} (uuid);
CREATE UNIQUE INDEX {#organizations_slug} ON {organizations} (slug);

CREATE TABLE {members} (
    id {:identity},
    organization_id {:integer} NOT NULL REFERENCES {organizations} (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    account_id {:integer} NOT NULL REFERENCES {accounts} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    role {:text} NOT NULL CHECK (role IN ('owner', 'member')),
    title {:text} NOT NULL,
    department {:text} NOT NULL,
    phone {:text} NOT NULL,
    is_active {:boolean} NOT NULL,
    joined_at {:integer} NOT NULL,
    last_active {:integer},
    created_at {:integer} NOT NULL,
    modified_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#members_organization_account} ON {members} (organization_id, account_id);
CREATE INDEX {#members_account} ON {members} (account_id);

-- state: a site is seen only when it is 'ready'; 'creating' and 'deleting' ones belong to one server until
-- lease_until, after that to whoever cleans them up. schema_version is the site migration its database is at, -1 while
-- the site is in the making.
CREATE TABLE {sites} (
    id {:identity},
    uuid {:text} NOT NULL,
    slug {:text} NOT NULL,
    name {:text} NOT NULL,
    search_text {:text} NOT NULL,
    description {:text},
    schema_name {:text} NOT NULL,
    environment {:text} NOT NULL
        CHECK (environment IN ('production', 'staging', 'development', 'testing')),
    is_active {:boolean} NOT NULL,
    site_settings {:json} NOT NULL,
    organization_id {:integer} NOT NULL REFERENCES {organizations} (id) ON DELETE RESTRICT,
    schema_version {:integer} NOT NULL,
    state {:text} NOT NULL CHECK (state IN ('creating', 'ready', 'deleting')),
    lease_until {:integer} NOT NULL,
    created_at {:integer} NOT NULL,
    modified_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#sites_uuid} ON {sites} (uuid);
CREATE UNIQUE INDEX {#sites_slug} ON {sites} (slug);
CREATE UNIQUE INDEX {#sites_schema_name} ON {sites} (schema_name);
CREATE INDEX {#sites_organization} ON {sites} (organization_id);

CREATE TABLE {domains} (
    id {:identity},
    uuid {:text} NOT NULL,
    site_id {:integer} NOT NULL REFERENCES {sites} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    slug {:text} NOT NULL,
    domain {:text} NOT NULL,
    is_primary {:boolean} NOT NULL,
    created_at {:integer} NOT NULL,
    modified_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#domains_uuid} ON {domains} (uuid);
CREATE UNIQUE INDEX {#domains_domain} ON {domains} (domain);
CREATE UNIQUE INDEX {#domains_site_slug} ON {domains} (site_id, slug);
CREATE UNIQUE INDEX {#domains_one_primary} ON {domains} (site_id) WHERE is_primary;

CREATE TABLE {groups} (
    id {:identity},
    name {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    modified_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#groups_name} ON {groups} (name);

CREATE TABLE {group_members} (
    group_id {:integer} NOT NULL REFERENCES {groups} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    account_id {:integer} NOT NULL REFERENCES {accounts} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (group_id, account_id)
);
CREATE INDEX {#group_members_account} ON {group_members} (account_id);

-- A permission of a group on every object of a model ('organization', 'site').
CREATE TABLE {group_permissions} (
    group_id {:integer} NOT NULL REFERENCES {groups} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    model {:text} NOT NULL,
    codename {:text} NOT NULL,
    PRIMARY KEY (group_id, model, codename)
);

-- A permission on one site, held by an account or by a group.
CREATE TABLE {site_permissions} (
    id {:identity},
    site_id {:integer} NOT NULL REFERENCES {sites} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    account_id {:integer} REFERENCES {accounts} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    group_id {:integer} REFERENCES {groups} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    codename {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    CHECK ((account_id IS NULL) <> (group_id IS NULL))
);
CREATE UNIQUE INDEX {#site_permissions_account} ON {site_permissions} (site_id, account_id, codename)
    WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX {#site_permissions_group} ON {site_permissions} (site_id, group_id, codename)
    WHERE group_id IS NOT NULL;
CREATE INDEX {#site_permissions_of_account} ON {site_permissions} (account_id);
CREATE INDEX {#site_permissions_of_group} ON {site_permissions} (group_id);
