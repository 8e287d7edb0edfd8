-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom else people of this site may sign in with, a row each. The client secret is sealed with the site's data key;
-- empty: the site has none there.
CREATE TABLE {sign_in_providers} (
    provider {:text} NOT NULL PRIMARY KEY,
    name {:text} NOT NULL,
    client_id {:text} NOT NULL,
    sealed_secret {:text} NOT NULL DEFAULT '',
    settings {:json} NOT NULL
);
