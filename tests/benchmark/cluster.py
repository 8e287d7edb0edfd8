# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL server to measure on."""

import contextlib
import os
import pathlib
import subprocess
import tempfile

HELPER = pathlib.Path(__file__).resolve().parents[1] / "support/postgrescluster"


@contextlib.contextmanager
def running(given):
    """The URL of the given server, or of a temporary one that keeps PostgreSQL's promises about durability."""
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        options = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c shared_buffers=256MB"
        environment = {**os.environ, "TENANTRY_TEST_POSTGRES_OPTIONS": options}
        subprocess.run([HELPER, "start", folder], check=True, env=environment)
        try:
            yield pathlib.Path(folder, "url").read_text().strip()
        finally:
            subprocess.run([HELPER, "stop", folder], check=True)
