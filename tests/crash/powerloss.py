# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes from the files of a killed program what it had not synced, as a loss of power would have.

The kernel keeps what a killed program wrote; faults.cpp notes how to undo it. A journal is named by an inode and begins
with a line that holds its path. For a file, records follow: the size of the file before a write, the offset, the number of
bytes, each 64 bits, and the bytes that stood there. For a folder, lines follow: files that were made in it. A sync takes
away what follows the first line.
"""

import os
import struct

RECORD = struct.Struct("=qqq")


def _records(journal):
    """(size, offset, bytes) in order; one that was cut off is about a write that did not happen."""
    position = 0
    while position + RECORD.size <= len(journal):
        size, offset, length = RECORD.unpack_from(journal, position)
        position += RECORD.size
        if position + length > len(journal):
            return
        yield size, offset, journal[position:position + length]
        position += length


def _undo_writes(path, journal):
    with open(path, "r+b") as file:
        for size, offset, before in reversed(list(_records(journal))):
            if before:
                file.seek(offset)
                file.write(before)
                file.flush()
            file.truncate(size)


def lose_power(folder):
    """Applies and removes the journals in `folder`; answers how many bytes of journal there were."""
    made, undone = [], 0
    for name in os.listdir(folder):
        journal_path = os.path.join(folder, name)
        with open(journal_path, "rb") as file:
            path, _, journal = file.read().partition(b"\n")
        os.unlink(journal_path)
        undone += len(journal)
        if not os.path.exists(path) or os.stat(path).st_ino != int(name):
            continue
        if os.path.isdir(path):
            made += journal.split(b"\n")
        else:
            _undo_writes(path, journal)
    for path in made:
        if path and os.path.exists(path):
            os.unlink(path)
    return undone
