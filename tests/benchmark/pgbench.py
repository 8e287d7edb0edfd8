# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What PostgreSQL gives for the very statements that the server sends it, asked by pgbench."""

import os
import pathlib
import re
import subprocess
import tempfile

# The values of the parameters $1, $2 ... of each kind of request.
VALUES = {
    "row": ("random(1, :rows)", "1", "0"),
    "page": ("random(1, :groups)", "50", "0", "50", ":p1"),
}


def statement_of(kind, url):
    """The server's own, as its idle connections remember it."""
    asked = subprocess.run(
        ["psql", "-qAt", url, "-c", "SELECT query FROM pg_stat_activity WHERE query LIKE '%bench_items%' AND pid <> "
         "pg_backend_pid() ORDER BY query_start DESC"], check=True, capture_output=True, text=True).stdout
    wanted = "WITH page" if kind == "page" else "SELECT"
    return next(line for line in asked.splitlines() if line.startswith(wanted))


def rate(kind, statement, url, rows, groups, clients, seconds):
    """Transactions a second."""
    values = VALUES[kind]
    lines = [f"\\set p{number} {value}" for number, value in enumerate(values, 1)]
    lines.append(re.sub(r"\$(\d+)", r":p\1", statement) + ";")
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "script.sql")
        pathlib.Path(script).write_text("\n".join(lines) + "\n")
        done = subprocess.run(
            [program(), "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(seconds), "-f", script,
             "-D", f"rows={rows}", "-D", f"groups={groups}", url], check=True, capture_output=True, text=True)
    return float(re.search(r"tps = ([\d.]+)", done.stdout).group(1))


def program():
    return max(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pgbench"))
