-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keys that stand for a user of this site, by the hash of the key.
CREATE TABLE {api_keys} (
    id {:identity},
    key_hash {:text} NOT NULL,
    -- The key's first characters, to tell keys apart.
    prefix {:text} NOT NULL,
    name {:text} NOT NULL,
    user_id {:text} NOT NULL REFERENCES {users} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    created_at {:integer} NOT NULL,
    expires_at {:integer},
    last_used_at {:integer}
);
CREATE UNIQUE INDEX {#api_keys_hash} ON {api_keys} (key_hash);
CREATE INDEX {#api_keys_user} ON {api_keys} (user_id);
