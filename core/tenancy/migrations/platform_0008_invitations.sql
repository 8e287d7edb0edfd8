-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invitations into organizations. token_hash: of the token that was mailed last, which is nowhere else. account_id: of the
-- account that had the address when it was invited. config: the groups and sites it gives, by id and UUID. A pending one
-- whose time is over becomes 'expired' when the address is invited again; until then its time says so.
CREATE TABLE {invitations} (
    id {:identity},
    uuid {:text} NOT NULL,
    organization_id {:integer} NOT NULL REFERENCES {organizations} (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    email {:text} NOT NULL,
    email_folded {:text} NOT NULL,
    account_id {:integer} REFERENCES {accounts} (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    role {:text} NOT NULL CHECK (role IN ('owner', 'member')),
    message {:text} NOT NULL,
    config {:json} NOT NULL,
    invited_by {:integer} REFERENCES {accounts} (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    token_hash {:text} NOT NULL,
    status {:text} NOT NULL CHECK (status IN ('pending', 'accepted', 'declined', 'expired', 'revoked')),
    accepted_at {:integer},
    expires_at {:integer} NOT NULL,
    created_at {:integer} NOT NULL,
    modified_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#invitations_uuid} ON {invitations} (uuid);
CREATE UNIQUE INDEX {#invitations_token} ON {invitations} (token_hash);
CREATE UNIQUE INDEX {#invitations_open} ON {invitations} (organization_id, email_folded) WHERE status = 'pending';
CREATE INDEX {#invitations_account} ON {invitations} (account_id);
CREATE INDEX {#invitations_inviter} ON {invitations} (invited_by);

-- Accounts that were made for an invitation and that nobody has taken into use: whoever accepts chooses the password.
CREATE TABLE {invited_accounts} (
    account_id {:integer} NOT NULL PRIMARY KEY REFERENCES {accounts} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    created_at {:integer} NOT NULL
);
