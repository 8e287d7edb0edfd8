# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs wrk with the requests of requests.lua."""

import dataclasses
import json
import pathlib
import subprocess
import tempfile

SCRIPT = pathlib.Path(__file__).resolve().parent / "requests.lua"


@dataclasses.dataclass
class Request:
    kind: str
    base: str
    path: str
    token: str = ""
    rows: int = 1
    groups: int = 1
    method: str = "GET"
    body: str = ""


@dataclasses.dataclass
class Outcome:
    rate: float  # answers a second
    p99: int  # microseconds
    failed: int  # answers that are no success, and broken connections


def run(request, connections, seconds):
    threads = min(connections, 2)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as body:
        body.write(request.body)
        body.flush()
        done = subprocess.run(
            ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", SCRIPT, request.base, "--", request.kind,
             request.path, request.token, str(request.rows), str(request.groups), request.method, body.name],
            capture_output=True, text=True, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT "))
    figures = json.loads(line.removeprefix("RESULT "))
    return Outcome(figures["requests"] / (figures["microseconds"] / 1e6), figures["p99"],
                   figures["status"] + figures["socket"] + (figures["requests"] == 0))
