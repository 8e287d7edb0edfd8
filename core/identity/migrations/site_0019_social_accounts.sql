-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who of this site is who at its providers.
CREATE TABLE {social_accounts} (
    issuer {:text} NOT NULL,
    subject {:text} NOT NULL,
    provider {:text} NOT NULL,
    user_id {:text} NOT NULL REFERENCES {users} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    email {:text} NOT NULL DEFAULT '',
    created_at {:integer} NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX {#social_accounts_user} ON {social_accounts} (user_id);
