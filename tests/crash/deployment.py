# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tenantry-server that is started, killed and started again on the same data, on SQLite or on PostgreSQL."""

import contextlib
import glob
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import powerloss
from client import Client

CLUSTER = pathlib.Path(__file__).resolve().parents[1] / "support/postgrescluster"
EMAIL, PASSWORD = "admin@tenantry.test", "correct horse 9 battery"


@contextlib.contextmanager
def copied(path):
    """A copy of a database that nobody has open, with what its log holds."""
    with tempfile.TemporaryDirectory() as folder:
        for part in glob.glob(path + "*"):
            if not part.endswith("-shm"):
                shutil.copy(part, folder)
        database = sqlite3.connect(os.path.join(folder, os.path.basename(path)))
        database.create_function("tenantry_re2", 2, lambda pattern, text: text is None or bool(re.fullmatch(pattern, text)))
        database.create_collation("tenantry_decimal", lambda a, b: (float(a) > float(b)) - (float(a) < float(b)))
        try:
            yield database
        finally:
            database.close()


class Deployment:
    """`lies`: the disk (SQLite) or the setting synchronous_commit (PostgreSQL) breaks its promise."""

    def __init__(self, build, engine, lies):
        self.build, self.engine, self.lies = build, engine, lies
        self.folder = tempfile.mkdtemp(prefix="tenantry-crash-")
        self.data, self.journal = os.path.join(self.folder, "data"), os.path.join(self.folder, "journal")
        self.cluster = os.path.join(self.folder, "cluster")
        os.mkdir(self.journal)
        self.server, self.port, self.undone = None, 0, 0
        if engine == "postgres":
            self._postgres("start")

    def start(self):
        environment = {**os.environ, "TENANTRY_ADMIN_EMAIL": EMAIL, "TENANTRY_ADMIN_PASSWORD": PASSWORD,
                       "RATE_LIMIT_ENABLE": "false"}
        command = [self.build / "bin/tenantry-server", "serve", "--local", "--data", self.data, "--listen", "127.0.0.1:0"]
        if self.engine == "postgres":
            command += ["--database", self.url()]
        else:
            environment |= {"LD_PRELOAD": str(self.build / "tests/faults.so"), "FAULTS_JOURNAL": self.journal,
                            "FAULTS_LIE": "1" if self.lies else "0"}
        with open(os.path.join(self.folder, "log"), "ab") as log, open(os.path.join(self.folder, "errors"), "ab") as errors:
            begin = log.tell()
            self.server = subprocess.Popen(command, stdout=log, stderr=errors, env=environment)
        self.port = int(self._first_line(begin).rpartition(":")[2])

    def _first_line(self, begin):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.server.poll() is None:
            with open(os.path.join(self.folder, "log"), "rb") as log:
                log.seek(begin)
                line = log.readline().decode()
            if line.endswith("\n") and "listening" in line:
                return line.strip()
            time.sleep(0.01)
        errors = pathlib.Path(self.folder, "errors").read_text(errors="replace")
        raise AssertionError(f"the server did not start: {errors[-2000:]}")

    def kill(self):
        self.server.kill()
        self.server.wait()

    def lose_power(self, with_database):
        """After kill(): what was not synced is gone; on PostgreSQL, if wanted, it crashes and starts again."""
        if self.engine == "sqlite":
            self.undone += powerloss.lose_power(self.journal)
        elif with_database:
            self._postgres("crash")
            self._postgres("resume")

    def remove(self):
        if self.server and self.server.poll() is None:
            self.kill()
        if self.engine == "postgres":
            self._postgres("stop")
        shutil.rmtree(self.folder)

    def client(self, token=""):
        return Client(self.port, token)

    def sign_in(self):
        body = {"username": EMAIL, "password": PASSWORD}
        return self.client().expect(200, "POST", "/api/cloud/auth/jwt/token/", body)["access"]

    def url(self):
        return pathlib.Path(self.cluster, "url").read_text().strip()

    def damage(self):
        """What is wrong with the databases themselves, as texts. On SQLite while the server does not run."""
        return self._damaged_files() if self.engine == "sqlite" else self._orphaned_schemas()

    def site_files(self):
        return glob.glob(os.path.join(self.data, "sites", "*.db"))

    def _damaged_files(self):
        """Looks at copies, so that the server finds the files as they were left."""
        found, platform = [], os.path.join(self.data, "platform.db")
        with copied(platform) as database:
            owned = {row[0] for row in database.execute("SELECT uuid FROM sites")}
        for path in [platform, *self.site_files()]:
            name = os.path.basename(path)
            with copied(path) as database:
                verdict = [row[0] for row in database.execute("PRAGMA integrity_check")]
                broken_keys = database.execute("PRAGMA foreign_key_check").fetchall()
            if verdict != ["ok"] or broken_keys:
                found.append(f"{name}: {verdict[:3]} {broken_keys[:3]}")
            if path != platform and name.removesuffix(".db") not in owned:
                found.append(f"{name} belongs to no site")
        return found

    def _orphaned_schemas(self):
        query = ("SELECT nspname FROM pg_namespace n WHERE obj_description(oid, 'pg_namespace') LIKE 'Tenantry site %'"
                 " AND NOT EXISTS (SELECT FROM tenantry.sites s WHERE s.schema_name = n.nspname)")
        return [f"schema {name} belongs to no site" for name in self._ask(query)]

    def stop_log_writer(self):
        """On PostgreSQL, what is not committed synchronously from now on stays in the memory that a crash takes away."""
        self._ask("CHECKPOINT")
        for process in self._ask("SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'"):
            os.kill(int(process), signal.SIGSTOP)

    def _ask(self, query):
        asked = subprocess.run(["psql", "-qAt", self.url(), "-c", query], capture_output=True, text=True)
        if asked.returncode != 0:
            raise AssertionError(f"PostgreSQL could not be asked: {asked.stderr}")
        return asked.stdout.split()

    def _postgres(self, action):
        options = "-c synchronous_commit=on"
        if self.lies:
            options = "-c synchronous_commit=off -c wal_buffers=16MB"
        environment = {**os.environ, "TENANTRY_TEST_POSTGRES": "", "TENANTRY_TEST_POSTGRES_OPTIONS": options}
        subprocess.run([CLUSTER, action, self.cluster], check=True, env=environment)
