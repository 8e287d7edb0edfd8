# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small HTTP client over one kept connection: quick, and honest about answers that did not come."""

import json
import socket


class Gone(Exception):
    """The server went away before the whole answer was there."""


class Client:
    def __init__(self, port, token=""):
        self.token = token
        try:
            self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError as error:
            raise Gone from error
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""

    def call(self, method, path, body=None):
        """(status, body as JSON or None)."""
        status, content = self.raw(method, path, None if body is None else json.dumps(body))
        return status, json.loads(content) if content else None

    def raw(self, method, path, body=None, headers=()):
        """(status, body as bytes); `body` is text, JSON unless `headers` say otherwise."""
        content = (body or "").encode()
        named = {"Content-Type": "application/json", **dict(headers)}
        lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(content)}",
                 *(f"{name}: {value}" for name, value in named.items())]
        if self.token:
            lines.append(f"Authorization: Bearer {self.token}")
        try:
            self.socket.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + content)
            return self._answer()
        except OSError as error:
            raise Gone from error

    def expect(self, status, method, path, body=None):
        """The body of an answer that has this status; any other is a fault of the server."""
        answered, answer = self.call(method, path, body)
        if answered != status:
            raise AssertionError(f"{method} {path} answered {answered} instead of {status}: {answer}")
        return answer.get("data", answer) if isinstance(answer, dict) else answer

    def _answer(self):
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self._received()
        head, _, rest = self.buffer.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        length = 0
        for line in lines[1:]:
            name, _, value = line.partition(":")
            if name.lower() == "content-length":
                length = int(value)
        pieces, missing = [rest[:length]], length - len(rest)
        self.buffer = rest[length:]
        while missing > 0:
            pieces.append(self._received(min(missing, 1 << 20)))
            missing -= len(pieces[-1])
        return int(lines[0].split()[1]), b"".join(pieces)

    def _received(self, most=65536):
        received = self.socket.recv(most)
        if not received:
            raise Gone
        return received
