# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often PostgreSQL answers some statements, prepared, asked by pgbench."""

import os
import pathlib
import re
import subprocess
import tempfile


def rate(lines, url, ranges, clients=1, seconds=3, variables=None):
    """Rounds a second of all the lines. `ranges`: the variables that hold a random number, and its greatest;
    `variables`: those that hold a text."""
    script = [f"\\set {name} random(1, {count})" for name, count in ranges.items()] + lines
    definitions = [f"-D{name}={text}" for name, text in (variables or {}).items()]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "script.sql")
        pathlib.Path(path).write_text("\n".join(script) + "\n", encoding="utf-8")
        done = subprocess.run([program(), "-n", "-M", "prepared", "-c", str(clients), "-j", str(min(clients, 2)), "-T", str(seconds),
                               "-f", path, *definitions, url], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return float(re.search(r"tps = ([\d.]+)", done.stdout).group(1))


def program():
    return max(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pgbench"))
