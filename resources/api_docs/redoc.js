// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// The page at /api/redoc/: the same description, to read.
Redoc.init(new URL("../schema/?format=json", location.href).href, {
    hideDownloadButton: false,
    scrollYOffset: 0,
}, document.getElementById("page"));
