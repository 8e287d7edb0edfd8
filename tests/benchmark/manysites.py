# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers many sites at once, as copies of one, in the platform's database of a server that does not run."""

import os
import sqlite3
import subprocess

UUID = "'00000000-0000-4000-8000-' || {hex}"
# What each copy has of its own; everything else is that of the first site.
OWN = {
    "sites": {"uuid": UUID, "slug": "'copy-' || n", "name": "'Copy ' || n", "schema_name": "'copy_' || n"},
    "domains": {"uuid": UUID, "slug": "'copy-' || n", "domain": "'copy-' || n || '.example.org'",
                "site_id": "(SELECT id FROM {sites} c WHERE c.slug = 'copy-' || n)"},
}
FIRST = {"sites": "SELECT MIN(id) FROM {sites}",
         "domains": "SELECT MIN(id) FROM {domains} WHERE is_primary AND site_id = (SELECT MIN(id) FROM {sites})"}


def copies(table, columns, number, names, hexadecimal):
    """The statement that makes `number` copies of the first row of the table."""
    own = {column: text.format(hex=hexadecimal, **names) for column, text in OWN[table].items()}
    columns = [column for column in columns if column != "id"]
    values = ", ".join(own.get(column, f"t.{column}") for column in columns)
    return (f"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {number}) "
            f"INSERT INTO {names[table]} ({', '.join(columns)}) SELECT {values} FROM numbers, {names[table]} t "
            f"WHERE t.id = ({FIRST[table].format(**names)})")


def register_on_sqlite(folder, number):
    names = {table: table for table in OWN}
    with sqlite3.connect(os.path.join(folder, "platform.db")) as platform:
        for table in OWN:
            columns = [row[1] for row in platform.execute(f"PRAGMA table_info({table})")]
            platform.execute(copies(table, columns, number, names, "printf('%012x', n)"))
        platform.execute("UPDATE directory_version SET version = version + 1")


def register_on_postgres(url, number):
    names = {table: f"tenantry.{table}" for table in OWN}
    for table in OWN:
        asked = psql(url, "SELECT column_name FROM information_schema.columns WHERE table_schema = 'tenantry' "
                          f"AND table_name = '{table}' AND is_generated = 'NEVER'")
        psql(url, copies(table, asked.split(), number, names, "lpad(to_hex(n), 12, '0')"))
    psql(url, "UPDATE tenantry.directory_version SET version = version + 1; ANALYZE")


def psql(url, statement):
    return subprocess.run(["psql", "-qAt", "-v", "ON_ERROR_STOP=1", url, "-c", statement], check=True,
                          capture_output=True, text=True).stdout


def register(folder, database, number):
    if database:
        register_on_postgres(database, number)
    else:
        register_on_sqlite(folder, number)
