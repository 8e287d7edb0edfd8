# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs until the server is killed, and a record of what was asked and what was answered."""

import random
import threading

from client import Gone

APP = "ledger"
TABLES = f"/api/apps/{APP}/datatables/"


def table(name, parent=None):
    fields = [{"name": "id", "type": "integer"}, {"name": "round", "type": "integer"}, {"name": "value", "type": "string"}]
    schema = {"fields": fields, "primaryKey": "id"}
    if parent:
        fields.append({"name": "parent_id", "type": "integer"})
        schema["foreignKeys"] = [{"fields": ["parent_id"], "reference": {"resource": parent, "fields": ["id"]}}]
    else:
        schema["indexes"] = [{"name": "by_round", "fields": ["round"]}]
    return {"name": name, "schema": schema}


class Asked:
    """What became of each thing: a name -> its last known state. A state that begins with "maybe" had no answer."""

    def __init__(self):
        self.state = {}

    def attempt(self, name, doing, call):
        self.state[name] = "maybe " + doing
        answer = call()
        self.state[name] = doing
        return answer

    def count(self, state):
        return list(self.state.values()).count(state)  # a copy: its writer goes on writing


class Load:
    """Writers and, if wanted, makers of tables and a maker of sites, each a thread with a connection of its own."""

    def __init__(self, deployment, round_number, sites, writers_per_site, makers):
        self.deployment, self.round = deployment, round_number
        self.rows = {site: [Asked() for _ in range(writers_per_site)] for site in sites}
        self.tables = {site: Asked() for site in sites}
        self.sites = Asked()
        self.faults = []
        self.ending = threading.Event()
        platform = deployment.sign_in()
        entry = deployment.client(platform)
        self.tokens = {site: entry.expect(200, "POST", f"/api/cloud/sites/{site}/enter/")["access"] for site in sites}
        self.threads = [self._thread(self._make_sites, platform)] if makers else []
        for site in sites:
            if makers:
                self.threads.append(self._thread(self._make_tables, self.tokens[site], site))
            self.threads += [self._thread(self._write, self.tokens[site], site, number, asked)
                             for number, asked in enumerate(self.rows[site])]

    def start(self):
        for thread in self.threads:
            thread.start()

    def is_running(self):
        return not self.faults and all(thread.is_alive() for thread in self.threads)

    def join(self):
        for thread in self.threads:
            thread.join()

    def acknowledged(self):
        return sum(asked.count("made") for writers in self.rows.values() for asked in writers)

    def _thread(self, work, token, *arguments):
        def run():
            try:
                client = self.deployment.client(token)
                while not self.ending.is_set():
                    work(client, *arguments)
            except Gone:
                pass
            except Exception as error:  # a thread must not end unheard
                self.faults.append(f"{type(error).__name__}: {error}")
        return threading.Thread(target=run)

    def _write(self, client, site, writer, asked):
        value = f"{self.round}-{writer}-{len(asked.state)}"
        asked.attempt(value, "made", lambda: client.expect(
            201, "POST", f"/sites/{site}{TABLES}entries/data/", {"round": self.round, "value": value}))

    def _make_tables(self, client, site):
        asked = self.tables[site]
        number = len(asked.state)
        parent, child = f"p{self.round}n{number}", f"c{self.round}n{number}"
        name = f"{parent} {child}"
        asked.attempt(name, "made", lambda: client.expect(
            201, "POST", f"/sites/{site}{TABLES}create_schema/", {"resources": [table(child, parent), table(parent)]}))
        if random.random() < 0.7:
            # A child goes before its parent; each is a change of its own.
            asked.state[name] = "maybe child deleted"
            client.expect(200, "DELETE", f"/sites/{site}{TABLES}{child}/")
            asked.attempt(name, "deleted", lambda: client.expect(200, "DELETE", f"/sites/{site}{TABLES}{parent}/"))
        self.ending.wait(random.random() * 0.1)

    def _make_sites(self, client):
        name = f"extra {self.round} {len(self.sites.state)}"
        slug = name.replace(" ", "-")
        self.sites.attempt(slug, "made", lambda: client.expect(
            201, "POST", "/api/cloud/organizations/crash/sites/", {"name": name}))
        if random.random() < 0.5:
            self.sites.attempt(slug, "deleted", lambda: client.expect(204, "DELETE", f"/api/cloud/sites/{slug}/"))
        self.ending.wait(random.random() * 0.1)
