// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// The page at /api/docs/, below a site's prefix too: reads the description beside it and lets every call go where the
// page came from, whatever proxies stand between.
async function description() {
    const answer = await fetch("../schema/?format=json");
    if (!answer.ok)
        throw new Error(`The server answered ${answer.status}.`);
    const document = await answer.json();
    document.servers = [{ url: new URL("../..", location.href).href.replace(/\/$/, "") }];
    return document;
}

description().then((spec) => {
    SwaggerUIBundle({
        spec,
        dom_id: "#page",
        deepLinking: true,
        docExpansion: "none",
        filter: true,
        validatorUrl: "none", // would send the description to a service elsewhere
    });
}).catch((error) => {
    const text = document.createElement("p");
    text.className = "failure";
    text.textContent = `The description of the API could not be loaded. ${error.message} Reload the page to try again.`;
    document.getElementById("page").replaceChildren(text);
});
