# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server with one site, one app and one filled table, for the benchmark."""

import contextlib
import json
import os
import secrets
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import wrk

BATCH = 1000
EMAIL = "benchmark@example.org"

TABLE = {
    "name": "items",
    "schema": {
        "fields": [
            {"name": "id", "type": "integer"},
            {"name": "group_no", "type": "integer"},
            {"name": "title", "type": "string"},
            {"name": "code", "type": "string"},
            {"name": "price", "type": "number"},
            {"name": "weight", "type": "number"},
            {"name": "active", "type": "boolean"},
            {"name": "day", "type": "date"},
            {"name": "seen", "type": "datetime"},
            {"name": "note", "type": "string"},
        ],
        "primaryKey": "id",
        "indexes": [{"name": "by_group", "fields": ["group_no"]}],
    },
}


class Instance:
    """Speaks to a running server as the administrator of its one site."""

    def __init__(self, base, rows, groups):
        self.base, self.rows, self.groups, self.token = base, rows, groups, ""

    def post(self, path, body):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(self.base + path, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise SystemExit(f"POST {path}: {error.code} {error.read().decode()}") from error

    def prepare(self, password):
        self.sign_in(password)
        self.post("/api/cloud/organizations/", {"name": "Benchmark", "max_sites": 100_000})
        self.make_site("Bench")
        self.fill("bench")

    def sign_in(self, password):
        self.token = self.post("/api/cloud/auth/jwt/token/", {"username": EMAIL, "password": password})["access"]

    def make_site(self, name):
        """Signed in on the platform."""
        return data(self.post("/api/cloud/organizations/benchmark/sites/", {"name": name}))["slug"]

    def fill(self, slug):
        """Enters the site, makes its app and its table, and fills that."""
        self.token = data(self.post(f"/api/cloud/sites/{slug}/enter/", {}))["access"]
        prefix = f"/sites/{slug}/api/apps/"
        app = data(self.post(prefix, {"name": "Bench"}))
        self.post(f"{prefix}{app['slug']}/datatables/create_schema/", {"resources": [TABLE]})
        self.path = f"{prefix}{app['slug']}/datatables/items/data/"
        for first in range(1, self.rows + 1, BATCH):
            self.post(self.path, [self.row(i) for i in range(first, min(first + BATCH, self.rows + 1))])

    def row(self, number):
        return {"group_no": number % self.groups + 1, "title": f"Item number {number}", "code": f"C-{number}",
                "price": f"{number % 1000}.50", "weight": number / 8, "active": number % 2 == 0, "day": "2026-01-05",
                "seen": "2026-01-05T09:00:00.250000Z", "note": "a note of some length, as people write them"}

    def request(self, kind):
        path = "/health/" if kind == "health" else self.path
        return wrk.Request(kind, self.base, path, "" if kind == "health" else self.token, self.rows, self.groups)


def data(answer):
    """What an answer is about, in an envelope or not."""
    return answer.get("data", answer)


def address(server, log):
    """What the first line of the server's output ends with, once it stands there."""
    while server.poll() is None:
        with open(log, encoding="utf-8") as text:
            line = text.readline()
        if line.endswith("\n"):
            return line.split()[-1]
        time.sleep(0.002)
    raise SystemExit("the server did not start")


@contextlib.contextmanager
def served(build, folder, database, password, **settings):
    """(the process, its address) of a server with its data in `folder`. `settings`: further environment variables."""
    # Tokens outlive the run, so that no measure sees one expire.
    environment = {**os.environ, "TENANTRY_ADMIN_EMAIL": EMAIL, "TENANTRY_ADMIN_PASSWORD": password,
                   "TENANTRY_JWT_ACCESS_TOKEN_LIFETIME": "600", **settings}
    command = [build / "bin/tenantry-server", "serve", "--local", "--data", folder, "--listen", "127.0.0.1:0"]
    if database:
        command += ["--database", database]
    # The log goes where an operator's goes, so that its cost is measured too.
    with open(os.path.join(folder, "log"), "wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=subprocess.DEVNULL, env=environment)
    try:
        yield server, address(server, log.name)
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def running(build, rows, groups, database, **settings):
    """`settings`: further environment variables of the server."""
    password = secrets.token_urlsafe(16)
    with tempfile.TemporaryDirectory() as folder:
        with served(build, folder, database, password, **settings) as (_, base):
            site = Instance(base, rows, groups)
            site.prepare(password)
            yield site
