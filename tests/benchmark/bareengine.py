# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two engines without a server in front: the same rows, and how quickly they answer the same questions.

A statement has `{name}` where a random number stands, between 1 and the count that its ranges give for the name.
"""

import os
import random
import re
import sqlite3
import subprocess
import tempfile
import time

import pgbench

TABLES = """
CREATE TABLE groups (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE items (id bigint PRIMARY KEY, group_no bigint REFERENCES groups (id), title text, price numeric, active boolean, day date);
CREATE TABLE nodes (id bigint PRIMARY KEY, parent_id bigint, label text);
CREATE TABLE codes (id integer PRIMARY KEY, code text UNIQUE, amount bigint);
"""
ROWS = """
INSERT INTO groups SELECT n, 'Group ' || n FROM {series:groups};
INSERT INTO items SELECT n, n % :groups + 1, 'Item number ' || n || ' word' || (n % :groups + 1), n % 1000 + 0.5, n % 2 = 0, '2026-01-05'
    FROM {series:rows};
CREATE INDEX by_group ON items (group_no);
INSERT INTO nodes SELECT n, NULLIF((n + 8) / 10, 0), 'Node ' || n FROM {series:nodes};
CREATE INDEX by_parent ON nodes (parent_id);
"""
# What an import writes, from rows that are read and checked already: into a table with a key and nothing else, and into one
# that has a reference, an index and words besides.
COLUMNS = "id, group_no, title, price, active, day"
PLAIN = "CREATE TABLE {} (id bigint PRIMARY KEY, group_no bigint, title text, price numeric, active boolean, day date);"
SEARCHED = """
CREATE TABLE {0} (id bigint PRIMARY KEY, group_no bigint REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, title text,
    price numeric, active boolean, day date);
CREATE INDEX {0}_by_group ON {0} (group_no);
"""
IMPORT = f"INSERT INTO {{}} ({COLUMNS}) SELECT {COLUMNS} FROM items;"


def filled(text, ranges):
    return re.sub(r"\{(\w+)\}", lambda name: str(random.randint(1, ranges[name.group(1)])), text)


class Sqlite:
    """Through Python's sqlite3, which hands rows over without looking at them."""

    def __init__(self, counts):
        self.folder = tempfile.TemporaryDirectory()
        self.connection = sqlite3.connect(os.path.join(self.folder.name, "bare.sqlite"), isolation_level=None)
        self.connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;")
        series = ("(WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {}) "
                  "SELECT n FROM counted) AS counted")
        text = re.sub(r"\{series:(\w+)\}", lambda name: series.format(counts[name.group(1)]), ROWS)
        self.connection.executescript("BEGIN;" + TABLES + text.replace(":groups", str(counts["groups"])) + """
            CREATE VIRTUAL TABLE words USING fts5 (title, content=items, content_rowid=id);
            INSERT INTO words(words) VALUES ('rebuild'); COMMIT; ANALYZE;""")

    def rate(self, statements, ranges, seconds):
        """Rounds a second of all the statements."""
        begun, rounds = time.monotonic(), 0
        while time.monotonic() - begun < seconds:
            for statement in statements:
                self.connection.execute(filled(statement, ranges)).fetchall()
            rounds += 1
        return rounds / (time.monotonic() - begun)

    def import_searched(self):
        """Seconds."""
        words = "INSERT INTO searched_words (rowid, title) SELECT id, title FROM searched;"
        self.connection.executescript(SEARCHED.format("searched") + "CREATE VIRTUAL TABLE searched_words USING fts5 (title, content='');")
        return self._seconds(IMPORT.format("searched") + words)

    def import_plain(self):
        self.connection.executescript(PLAIN.format("plain"))
        return self._seconds(IMPORT.format("plain"))

    def _seconds(self, sql):
        begun = time.monotonic()
        self.connection.executescript(f"BEGIN; {sql} COMMIT;")
        return time.monotonic() - begun

    def close(self):
        self.connection.close()
        self.folder.cleanup()


class Postgres:
    """Through pgbench with one client, and statements prepared."""

    def __init__(self, counts, url):
        self.database = url.rpartition("/")[0] + "/bare"
        self.psql(url, "CREATE DATABASE bare")
        series = re.sub(r"\{series:(\w+)\}", lambda name: f"generate_series(1, {counts[name.group(1)]}) AS n", ROWS)
        series = series.replace("'2026-01-05'", "DATE '2026-01-05'")
        self.psql(self.database, TABLES + series.replace(":groups", str(counts["groups"])) + """
            ALTER TABLE items ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED;
            CREATE INDEX by_word ON items USING gin (words); ANALYZE;""")

    def rate(self, statements, ranges, seconds):
        lines = [re.sub(r"\{(\w+)\}", r":\1", statement) + ";" for statement in statements]
        return pgbench.rate(lines, self.database, ranges, seconds=seconds)

    def import_searched(self):
        """Seconds."""
        self.psql(self.database, SEARCHED.format("searched") + """
            ALTER TABLE searched ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED;
            CREATE INDEX searched_by_word ON searched USING gin (words);""")
        return self._seconds(IMPORT.format("searched"))

    def import_plain(self):
        self.psql(self.database, PLAIN.format("plain"))
        return self._seconds(IMPORT.format("plain"))

    def _seconds(self, sql):
        begun = time.monotonic()
        self.psql(self.database, f"BEGIN; {sql} COMMIT;")
        return time.monotonic() - begun

    @staticmethod
    def psql(url, sql):
        subprocess.run(["psql", "-qAt", "-v", "ON_ERROR_STOP=1", url], input=sql, check=True, text=True)

    def close(self):
        pass
