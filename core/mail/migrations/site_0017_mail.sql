-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mails to be delivered. due_at: when to try, or to try again; null once that is over, and the body is empty then.
CREATE TABLE {mail_outbox} (
    id {:identity},
    kind {:text} NOT NULL,
    recipient {:text} NOT NULL,
    subject {:text} NOT NULL,
    body {:text} NOT NULL,
    created_at {:integer} NOT NULL,
    attempts {:integer} NOT NULL,
    due_at {:integer},
    finished_at {:integer},
    problem {:text} NOT NULL
);
CREATE INDEX {#mail_outbox_due} ON {mail_outbox} (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX {#mail_outbox_finished} ON {mail_outbox} (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX {#mail_outbox_recipient} ON {mail_outbox} (recipient, kind, created_at);

-- Links that were mailed, by the hash of their key; good once. A link is void when the user has another address or
-- token epoch by then. session_hash: of the token that the browser or program has which caused the mail.
CREATE TABLE {mailed_links} (
    key_hash {:text} NOT NULL PRIMARY KEY,
    purpose {:text} NOT NULL,
    user_id {:text} NOT NULL,
    email_folded {:text} NOT NULL,
    epoch {:integer} NOT NULL,
    session_hash {:text} NOT NULL,
    expires_at {:integer} NOT NULL
);
CREATE INDEX {#mailed_links_user} ON {mailed_links} (user_id);
CREATE INDEX {#mailed_links_expiry} ON {mailed_links} (expires_at);

-- Users who signed up and have not shown yet that the address is theirs.
CREATE TABLE {unverified_emails} (
    user_id {:text} NOT NULL PRIMARY KEY REFERENCES {users} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    email_folded {:text} NOT NULL,
    created_at {:integer} NOT NULL
);
