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

-- Sites whose outbox may hold mail.
CREATE TABLE {mail_sites} (
    site_uuid {:text} NOT NULL PRIMARY KEY,
    marked_at {:integer} NOT NULL
);

-- Links that were mailed, by the hash of their key; good once. user_id is the account's UUID; a link is void when the
-- account has another address or token epoch by then.
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
