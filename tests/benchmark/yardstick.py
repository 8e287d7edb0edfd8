# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bare epoll server, by which other machines' figures can be told from ours."""

import contextlib
import subprocess


@contextlib.contextmanager
def running(build):
    """Its address."""
    server = subprocess.Popen([build / "tests/epoll_server"], stdout=subprocess.PIPE, text=True)
    try:
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
    finally:
        server.kill()
        server.wait()
