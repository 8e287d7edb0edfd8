# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The very SQL that the server sends to PostgreSQL for a request, as a script for pgbench.

PostgreSQL writes each statement and its values to its log while two requests are made that differ in one number. Where
their values differ, the script has a random number; everything else stands in it as it was sent.
"""

import contextlib
import dataclasses
import pathlib
import re
import subprocess
import time

NUMBERS = (37, 41)  # what the two requests ask for
ENTRY = re.compile(r"^tenantry\|LOG:  (?:statement|execute [^:]+): (.*)$")
DETAIL = re.compile(r"^tenantry\|DETAIL:  parameters: (.*)$")
VALUE = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")
ATTEMPTS = 5  # the server now and then asks something of its own besides
SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


@dataclasses.dataclass
class Sent:
    sql: str
    values: dict  # number of the parameter -> text, or None for null


@dataclasses.dataclass
class Script:
    lines: list
    variables: dict  # name -> text


def psql(url, sql):
    return subprocess.run(["psql", "-qAt", url], input=sql, check=True, capture_output=True, text=True).stdout.strip()


def log_of(url):
    """The log of a server that tests/support/postgrescluster started; None for another one."""
    log = pathlib.Path(psql(url, "SHOW data_directory")).parent / "log"
    return log if log.is_file() else None


@contextlib.contextmanager
def logging(url):
    """While it lasts, the server's statements are logged."""
    settings = {"log_line_prefix": "'%a|'", "log_statement": "'all'"}
    psql(url, "".join(f"ALTER SYSTEM SET {name} = {value};" for name, value in settings.items()) + "SELECT pg_reload_conf()")
    time.sleep(0.5)
    try:
        yield
    finally:
        psql(url, "".join(f"ALTER SYSTEM RESET {name};" for name in settings) + "SELECT pg_reload_conf()")
        time.sleep(0.5)


def entries(text):
    sent = []
    for line in text.splitlines():
        if entry := ENTRY.match(line):
            sent.append(Sent(entry.group(1), {}))
        elif detail := DETAIL.match(line):
            sent[-1].values = {int(number): None if value == "NULL" else value[1:-1].replace("''", "'")
                               for number, value in VALUE.findall(detail.group(1))}
    return sent


def recorded(url, log, ask):
    """The statements of each of the two requests."""
    both = []
    with logging(url):
        for number in NUMBERS:
            ask(19)  # what the server asks once a second for itself
            time.sleep(0.1)
            end = log.stat().st_size
            ask(number)
            time.sleep(0.1)  # nobody waits for the last COMMIT
            with open(log, encoding="utf-8") as text:
                text.seek(end)
                both.append(entries(text.read()))
    return both


def expression(name, value):
    """A value with the number in it, as SQL: `'{' || :group || '}'`."""
    parts = value.split(str(NUMBERS[0]))
    texts = ["'" + part.replace("'", "''") + "'" for part in parts]
    whole = f" || :{name} || ".join(texts)
    return f":{name}" if parts == ["", ""] else f"({whole})"


def filled(script, name, one, other):
    """A statement with its values in place of $1, $2 ..."""
    def value_of(match):
        number = int(match.group(1))
        value = one.values[number]
        if not value:  # pgbench has no variables without a text
            return "NULL" if value is None else "''"
        if value != other.values[number]:
            return expression(name, value)
        variable = f"v{len(script.variables)}"
        script.variables[variable] = value
        return f":{variable}"

    return re.sub(r"\$(\d+)", value_of, one.sql) + ";"


def script_of(url, name, ask):
    """What `ask(number)` makes the server send, or None where the log is out of reach. `name`: the number's variable."""
    log = log_of(url)
    if not log:
        return None
    for number in (3, 5, 7, 11, 13, 17):  # until everything is prepared, and kept that can be
        ask(number)
    for _ in range(ATTEMPTS):
        first, second = recorded(url, log, ask)
        if [item.sql for item in first] == [item.sql for item in second]:
            break
    else:
        raise SystemExit(f"requests of one shape send different SQL: {first} and {second}")
    script = Script([], {})
    statements = [filled(script, name, one, other) for one, other in zip(first, second)]
    script.lines = in_round_trips(statements)
    return script


def in_round_trips(statements):
    """A snapshot's BEGIN goes with its first statement, and nobody waits for its COMMIT, which here goes with the last."""
    lines, pending = [], []
    snapshot = False
    for statement in statements:
        if statement == SNAPSHOT + ";":
            snapshot, pending = True, [statement]
            continue
        if not snapshot:
            lines.append(statement)
        elif statement == "COMMIT;":
            snapshot = False
            lines += ["\\startpipeline", *pending, statement, "\\endpipeline"]
        elif len(pending) == 1 and pending[0].startswith("BEGIN"):
            pending.append(statement)
        else:
            lines += ["\\startpipeline", *pending, "\\endpipeline"] if len(pending) > 1 else pending
            pending = [statement]
    return lines
