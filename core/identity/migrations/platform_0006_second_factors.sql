-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The key that what accounts keep secret is sealed with, itself sealed by a master key: one row at most.
CREATE TABLE {data_keys} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    master_key_id {:text} NOT NULL,
    wrapped_key {:text} NOT NULL
);

-- A person's second factor, its secret sealed with the data key. Codes of last_step, a count of half minutes, and of those
-- before it are spent. Without activated_at it is being set up and asked for by nobody.
CREATE TABLE {totp_authenticators} (
    user_id {:text} NOT NULL PRIMARY KEY,
    sealed_secret {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    activated_at {:integer},
    last_used_at {:integer},
    last_step {:integer} NOT NULL DEFAULT 0
);

-- What is good once in its place, by the hash of the code.
CREATE TABLE {recovery_codes} (
    user_id {:text} NOT NULL,
    code_hash {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    used_at {:integer},
    PRIMARY KEY (user_id, code_hash)
);

-- When who holds a session last showed who they are, and by what besides a password.
ALTER TABLE {sessions} ADD COLUMN authenticated_at {:integer} NOT NULL DEFAULT 0;
ALTER TABLE {sessions} ADD COLUMN second_factor {:text} NOT NULL DEFAULT '';
ALTER TABLE {sessions} ADD COLUMN provider {:text} NOT NULL DEFAULT '';
