# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what a server holds with what it has acknowledged."""

import collections
import dataclasses

from load import TABLES, table

PAGE = 1000


@dataclasses.dataclass
class Tally:
    acknowledged: int = 0
    unanswered: int = 0
    lost: int = 0
    doubled: int = 0
    tables: int = 0
    sites: int = 0
    faults: list = dataclasses.field(default_factory=list)


def values_of_round(client, site, number):
    found, page = [], 1
    while True:
        path = f"/sites/{site}{TABLES}entries/data/?round={number}&ordering=id&page={page}&page_size={PAGE}"
        rows = client.expect(200, "GET", path)
        found += [row["value"] for row in rows]
        if len(rows) < PAGE:
            return collections.Counter(found)
        page += 1


def check_rows(deployment, load, tally):
    for site, writers in load.rows.items():
        found = values_of_round(deployment.client(load.tokens[site]), site, load.round)
        for asked in writers:
            for value, state in asked.state.items():
                count = found.pop(value, 0)
                tally.acknowledged += state == "made"
                tally.unanswered += state != "made"
                tally.lost += state == "made" and count == 0
                tally.doubled += count > 1
        if found:
            tally.faults.append(f"{site} holds rows that nobody wrote: {list(found)[:3]}")


def is_table(client, site, name):
    """Whether it is there; when it is, it must take and give rows."""
    status, _ = client.call("GET", f"/sites/{site}{TABLES}{name}/")
    if status == 404:
        return False
    client.expect(201, "POST", f"/sites/{site}{TABLES}{name}/data/", {"value": "whole"})
    client.expect(200, "GET", f"/sites/{site}{TABLES}{name}/data/")
    return True


def check_tables(deployment, load, tally):
    """Both tables of a package or none, as acknowledged; what is not there can be made, so nothing is left of it."""
    allowed = {"made": {(True, True)}, "deleted": {(False, False)}, "maybe made": {(True, True), (False, False)},
               "maybe child deleted": {(True, True), (True, False)}, "maybe deleted": {(True, False), (False, False)}}
    for site, asked in load.tables.items():
        client = deployment.client(load.tokens[site])
        for name, state in asked.state.items():
            parent, child = name.split()
            there = is_table(client, site, parent), is_table(client, site, child)
            tally.tables += 1
            if there not in allowed[state]:
                tally.faults.append(f"{site}: tables {name} are {there} after '{state}'")
            if there == (False, False) and state != "deleted":
                client.expect(201, "POST", f"/sites/{site}{TABLES}create_schema/",
                              {"resources": [table(child, parent), table(parent)]})
                there = True, True
            for present, doomed in zip(reversed(there), (child, parent)):
                if present:
                    client.expect(200, "DELETE", f"/sites/{site}{TABLES}{doomed}/")


def check_sites(deployment, load, tally):
    """A site that is there can be entered and used; in the end all but the two are gone, with their files."""
    client = deployment.client(deployment.sign_in())
    for slug, state in load.sites.state.items():
        status, _ = client.call("GET", f"/api/cloud/sites/{slug}/")
        tally.sites += 1
        if (state == "made" and status != 200) or (state == "deleted" and status != 404) or status not in (200, 404):
            tally.faults.append(f"site {slug} answers {status} after '{state}'")
        if status == 200:
            token = client.expect(200, "POST", f"/api/cloud/sites/{slug}/enter/")["access"]
            deployment.client(token).expect(201, "POST", f"/sites/{slug}/api/apps/", {"name": "Whole"})
            client.expect(204, "DELETE", f"/api/cloud/sites/{slug}/")
    left = client.expect(200, "GET", "/api/cloud/sites/")
    if left["count"] != len(load.rows):
        tally.faults.append(f"{left['count']} sites are listed instead of {len(load.rows)}")
    if deployment.engine == "sqlite" and len(deployment.site_files()) != len(load.rows):
        tally.faults.append(f"{len(deployment.site_files())} files of sites remain instead of {len(load.rows)}")


def check(deployment, load, tally):
    tally.faults += load.faults
    check_rows(deployment, load, tally)
    check_tables(deployment, load, tally)
    check_sites(deployment, load, tally)
