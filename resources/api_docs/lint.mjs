// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later

// node lint.mjs FILE...: checks OpenAPI documents with Redocly's linter; status 1 when it finds anything, warnings too.
import core from "@redocly/openapi-core";

const config = await core.createConfig({
    extends: ["recommended"],
    rules: {
        "no-path-trailing-slash": "off", // the published paths end in one
        "operation-2xx-response": "off", // signing out of a headless session answers 401 by contract
        "operation-4xx-response": "off", // nothing is wrong with a health check that is never refused
    },
});

let found = 0;
for (const file of process.argv.slice(2)) {
    const problems = await core.lint({ ref: file, config });
    for (const { ruleId, message, location } of problems)
        console.error(`${file}${location[0]?.pointer ?? ""}: ${ruleId}: ${message}`);
    found += problems.length;
}
process.exit(found > 0 ? 1 : 0);
