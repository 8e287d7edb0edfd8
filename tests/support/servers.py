# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers for programs that ask them: on a folder of their own, or in a PostgreSQL database."""

import contextlib
import os
import pathlib
import subprocess
import tempfile
import time

from client import Client

HERE = pathlib.Path(__file__).resolve().parent
EMAIL, PASSWORD = "admin@tenantry.test", "correct horse 9 battery"


@contextlib.contextmanager
def postgres(given):
    """The URL of the given server (itself, or in a file), or of a temporary one."""
    given = os.environ.get("TENANTRY_TEST_POSTGRES") or given
    if given:
        yield pathlib.Path(given).read_text().strip() if os.path.exists(given) else given
        return
    helper = HERE / "postgrescluster"
    with tempfile.TemporaryDirectory() as folder:
        cluster = os.path.join(folder, "cluster")
        subprocess.run([helper, "start", cluster], check=True)
        try:
            yield pathlib.Path(cluster, "url").read_text().strip()
        finally:
            subprocess.run([helper, "stop", cluster], check=True)


@contextlib.contextmanager
def serving(build, database):
    """The port of a server, and a client of its administrator; `database` None: on SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TENANTRY_ADMIN_EMAIL": EMAIL, "TENANTRY_ADMIN_PASSWORD": PASSWORD,
                       "TENANTRY_JWT_ACCESS_TOKEN_LIFETIME": "1440"}
        command = [build / "bin/tenantry-server", "serve", "--local", "--data", folder, "--listen", "127.0.0.1:0",
                   *(["--database", database] if database else [])]
        with open(os.path.join(folder, "log"), "wb") as log:
            server = subprocess.Popen(command, stdout=log, env=environment)
        try:
            port = _port_of(server, log.name)
            body = {"username": EMAIL, "password": PASSWORD}
            yield port, Client(port, Client(port).expect(200, "POST", "/api/cloud/auth/jwt/token/", body)["access"])
        finally:
            server.terminate()
            server.wait()


def _port_of(server, log):
    """What the first line of the server's output ends with, once it stands there."""
    while server.poll() is None:
        line = pathlib.Path(log).read_text()
        if "\n" in line:
            return int(line.partition("\n")[0].rpartition(":")[2])
        time.sleep(0.02)
    raise SystemExit("the server did not start")
