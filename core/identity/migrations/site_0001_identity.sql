-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The users of this site, and the credentials that it issues.
CREATE TABLE {users} (
    id {:text} NOT NULL PRIMARY KEY,
    username {:text} NOT NULL,
    email {:text} NOT NULL,
    email_folded {:text} NOT NULL,
    password_hash {:text} NOT NULL DEFAULT '',
    first_name {:text} NOT NULL DEFAULT '',
    last_name {:text} NOT NULL DEFAULT '',
    is_active {:boolean} NOT NULL,
    is_staff {:boolean} NOT NULL,
    is_superuser {:boolean} NOT NULL,
    is_deleted {:boolean} NOT NULL,
    is_cloud_user {:boolean} NOT NULL,
    account_uuid {:text},
    attributes {:json} NOT NULL,
    date_joined {:integer} NOT NULL,
    last_login {:integer},
    updated_at {:integer} NOT NULL,
    token_epoch {:integer} NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX {#users_username} ON {users} (username);
-- A mirror's address is its account's and may be that of a user made here before: neither shuts the other out.
CREATE UNIQUE INDEX {#users_email} ON {users} (email_folded) WHERE account_uuid IS NULL;
CREATE INDEX {#users_email_any} ON {users} (email_folded);
CREATE UNIQUE INDEX {#users_account} ON {users} (account_uuid);

-- Opaque session tokens, by the hash of the token. user_id is the user's id.
CREATE TABLE {sessions} (
    token_hash {:text} NOT NULL PRIMARY KEY,
    user_id {:text} NOT NULL,
    epoch {:integer} NOT NULL,
    created_at {:integer} NOT NULL,
    renewed_at {:integer} NOT NULL,
    expires_at {:integer} NOT NULL
);
CREATE INDEX {#sessions_user} ON {sessions} (user_id);
CREATE INDEX {#sessions_expiry} ON {sessions} (expires_at);

-- Refresh tokens that were spent or withdrawn, kept until they would have expired.
CREATE TABLE {token_blacklist} (
    jti {:text} NOT NULL PRIMARY KEY,
    expires_at {:integer} NOT NULL
);
CREATE INDEX {#token_blacklist_expiry} ON {token_blacklist} (expires_at);

-- Sign-in settings, one row.
CREATE TABLE {sign_in_settings} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    allow_email_signup {:boolean} NOT NULL,
    allow_social_login {:boolean} NOT NULL,
    primary_provider {:text} NOT NULL,
    custom_oauth_settings {:json} NOT NULL
);
INSERT INTO {sign_in_settings} VALUES (1, FALSE, TRUE, 'email', '{}');
