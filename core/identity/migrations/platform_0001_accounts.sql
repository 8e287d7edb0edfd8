-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- People of the control plane, and the credentials that the shared schema issues.
-- search_text is what `search` looks in: user name, e-mail address and names in upper case, one a line.
CREATE TABLE {accounts} (
    id {:identity},
    uuid {:text} NOT NULL,
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
    date_joined {:integer} NOT NULL,
    last_login {:integer},
    token_epoch {:integer} NOT NULL DEFAULT 0,
    search_text {:text} NOT NULL
);
CREATE UNIQUE INDEX {#accounts_uuid} ON {accounts} (uuid);
CREATE UNIQUE INDEX {#accounts_username} ON {accounts} (username);
CREATE UNIQUE INDEX {#accounts_email} ON {accounts} (email_folded);

-- Opaque session tokens, by the hash of the token. user_id is the account's UUID.
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
