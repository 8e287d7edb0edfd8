# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do all day. Each has rows of its own, so that every answer can be foretold."""

import random
import threading
import time

from client import Client, Gone

APP = "shop"
TABLES = f"/api/apps/{APP}/datatables/"
ROWS = 20  # of one person on one site, at most
TOKEN_AGE = 240  # seconds; after that people sign in again

ORDERS = {
    "name": "orders",
    "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "owner", "type": "integer"},
                   {"name": "total", "type": "number"}, {"name": "note", "type": "string"},
                   {"name": "details", "type": "object"}],
        "primaryKey": "id",
        "indexes": [{"name": "by_owner", "fields": ["owner"]}],
    },
}


def sign_in(client, email, password):
    client.token = ""
    return client.expect(200, "POST", "/api/cloud/auth/jwt/token/", {"username": email, "password": password})["access"]


def make_sites(port, email, password, count):
    """Their slugs."""
    platform = Client(port)
    platform.token = sign_in(platform, email, password)
    platform.expect(201, "POST", "/api/cloud/organizations/", {"name": "Soak", "max_sites": 100_000})
    slugs = []
    for number in range(count):
        slug = platform.expect(201, "POST", "/api/cloud/organizations/soak/sites/", {"name": f"Site {number}"})["slug"]
        client = Client(port, platform.expect(200, "POST", f"/api/cloud/sites/{slug}/enter/")["access"])
        client.expect(201, "POST", f"/sites/{slug}/api/apps/", {"name": "Shop"})
        client.expect(201, "POST", f"/sites/{slug}{TABLES}create_schema/", {"resources": [ORDERS]})
        slugs.append(slug)
    return slugs


class Person(threading.Thread):
    def __init__(self, port, email, password, sites, think, ending, number):
        super().__init__()
        self.port, self.email, self.password, self.sites = port, email, password, sites
        self.think, self.ending, self.number = think, ending, number
        self.requests, self.made, self.fault = 0, 0, ""
        self.random = random.Random(number)
        self.client = None
        self.platform = ("", 0.0)  # token and when it was got
        self.tokens = {}
        self.rows = {site: [] for site in sites}

    def run(self):
        actions = (self.create, self.read, self.list, self.change, self.delete, self.look_around, self.sign_in_again,
                   self.make_table, self.make_site)
        weights = (20, 28, 28, 10, 8, 3, 2, 0.8, 0.2)
        try:
            self.client = Client(self.port)
            while not self.ending.is_set():
                self.random.choices(actions, weights)[0](self.random.choice(self.sites))
                self.ending.wait(self.random.random() * 2 * self.think)
        except Gone:
            self.fault = f"person {self.number}: the connection was lost"
        except Exception as error:  # a thread must not end unheard
            self.fault = f"person {self.number}: {type(error).__name__}: {error}"

    def ask(self, token, status, method, path, body=None):
        self.requests += 1
        self.client.token = token
        return self.client.expect(status, method, path, body)

    def platform_token(self):
        token, since = self.platform
        if time.monotonic() - since > TOKEN_AGE:
            self.requests += 1
            token = sign_in(self.client, self.email, self.password)
            self.platform = (token, time.monotonic())
        return token

    def on_site(self, site, status, method, path, body=None):
        token, since = self.tokens.get(site, ("", 0.0))
        if not token or time.monotonic() - since > TOKEN_AGE:
            token = self.ask(self.platform_token(), 200, "POST", f"/api/cloud/sites/{site}/enter/")["access"]
            self.tokens[site] = (token, time.monotonic())
        return self.ask(token, status, method, f"/sites/{site}{path}", body)

    def create(self, site):
        if len(self.rows[site]) >= ROWS:
            return self.delete(site)
        row = {"owner": self.number, "total": f"{self.random.randrange(10_000)}.25", "note": "n" * self.random.randrange(200),
               "details": {"tags": ["a", "b"], "count": self.random.randrange(10)}}
        self.rows[site].append(self.on_site(site, 201, "POST", f"{TABLES}orders/data/", row)["id"])

    def read(self, site):
        if self.rows[site]:
            key = self.random.choice(self.rows[site])
            assert self.on_site(site, 200, "GET", f"{TABLES}orders/data/{key}/")["owner"] == self.number

    def list(self, site):
        rows = self.on_site(site, 200, "GET", f"{TABLES}orders/data/?owner={self.number}&ordering=-id&page_size=50")
        assert sorted(row["id"] for row in rows) == sorted(self.rows[site]), "the list has other rows"

    def change(self, site):
        if self.rows[site]:
            key = self.random.choice(self.rows[site])
            self.on_site(site, 200, "PATCH", f"{TABLES}orders/data/{key}/", {"note": "changed"})

    def delete(self, site):
        if self.rows[site]:
            key = self.rows[site].pop(self.random.randrange(len(self.rows[site])))
            self.on_site(site, 204, "DELETE", f"{TABLES}orders/data/{key}/")

    def look_around(self, site):
        self.ask(self.platform_token(), 200, "GET", "/api/cloud/organizations/soak/sites/?page_size=20")
        self.on_site(site, 200, "GET", TABLES)

    def sign_in_again(self, site):
        self.platform = ("", 0.0)
        self.tokens.pop(site, None)
        self.on_site(site, 200, "GET", "/api/users/me/")

    def make_table(self, site):
        self.made += 1
        name = f"t{self.number}n{self.made}"
        self.on_site(site, 201, "POST", f"{TABLES}create_schema/", {"resources": [{**ORDERS, "name": name}]})
        self.on_site(site, 200, "DELETE", f"{TABLES}{name}/")

    def make_site(self, _):
        self.made += 1
        body = {"name": f"Passing {self.number} {self.made}"}
        slug = self.ask(self.platform_token(), 201, "POST", "/api/cloud/organizations/soak/sites/", body)["slug"]
        self.ask(self.platform_token(), 204, "DELETE", f"/api/cloud/sites/{slug}/")
