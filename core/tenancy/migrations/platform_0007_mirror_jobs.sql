-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mirrors of accounts in sites that may have to follow what the accounts may do there. A row goes once the site has been
-- written; noted once more meanwhile its generation grows, and it stays.

CREATE TABLE {mirror_jobs} (
    id {:identity},
    account_id {:integer} NOT NULL REFERENCES {accounts} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    site_id {:integer} NOT NULL REFERENCES {sites} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    generation {:integer} NOT NULL,
    tries {:integer} NOT NULL,
    due_at {:integer} NOT NULL
);
CREATE UNIQUE INDEX {#mirror_jobs_account_site} ON {mirror_jobs} (account_id, site_id);
CREATE INDEX {#mirror_jobs_site} ON {mirror_jobs} (site_id);
CREATE INDEX {#mirror_jobs_due} ON {mirror_jobs} (due_at);
