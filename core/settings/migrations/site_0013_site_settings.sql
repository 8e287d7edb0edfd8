-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the pages of a site need to know (core/settings/sitesettings.h): one row.
CREATE TABLE {site_settings} (
    id {:integer} NOT NULL PRIMARY KEY CHECK (id = 1),
    frontend_url {:text},
    features {:text} NOT NULL
);
INSERT INTO {site_settings} (id, features) VALUES (1, '{}');
