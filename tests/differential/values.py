# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Column types of a datatable: how a field of the type is declared, and values of it as bodies hold them.

Values are few and meet often, so that filters find rows; among them is what engines are known to see differently.
"""

import base64
import dataclasses
import json
import typing

TEXTS = ["", "a", "A", "ab", "Ab", "aB", "b", "ß", "SS", "straße", "STRASSE", "é", "É", "ﬀ", "ı", "I", "i", "İ", "σ", "ς", "Σ",
         "10", "9", "a%", "a_b", "a\\b", "a*", "[a]", "a?b", "a,b", "it's", '"q"', " a", "a ", "a\nb", "€", "😀", "ǅ", "z-1",
         "night train", "Night trains", "true", "null", "ab ba", "aa"]
INTEGERS = [0, 1, -1, 2, 3, 7, 10, 100, -100, 2**31, -2**31, 2**53, 2**53 + 1, 2**63 - 1, -2**63]
NUMBERS = ["0", "1", "1.0", "-1", "0.1", "0.10", "0.3", "-0.5", "1e3", "1000", "1E-3", "12345678901234567890.123456789", "2.5",
           "99999999999999999999", "-0", "7", "0.000001"]
DATES = ["2026-01-05", "2026-01-31", "2025-12-31", "2024-02-29", "1969-12-31", "0001-01-01", "9999-12-31", "2026-03-01"]
DATETIMES = ["2026-01-05T09:00:00Z", "2026-01-05T09:00:00.5Z", "2026-01-05T09:00:00.000001Z", "2026-01-05T10:00:00+01:00",
             "1969-12-31T23:59:59.999999Z", "2024-02-29T12:00:00Z", "2026-03-01T00:00:00Z", "2025-12-31T23:30:00-02:00"]
TIMES = ["00:00:00", "23:59:59.999999", "09:30:00", "09:30:00.5", "12:00:00"]
UUIDS = [f"0000000{digit}-1111-4222-8333-44444444{digit * 4}" for digit in "0127af"]
DOCUMENTS = [{}, {"a": 1}, {"a": 1.0}, {"a": "1"}, {"a": None}, {"b": {"c": 2}}, {"a": 1, "b": {"c": 2, "d": [1]}}, {"a": [1, 2]},
             {"lang": "en"}, {"lang": "de", "p": 1}, {"a": True}, {"é": "É"}, {"a": 10}, {"b": {"c": "2"}}]
ARRAYS = [[], [1], [1, 2], [2, 1], ["a"], ["a", "b"], [None], [1, "1"], [[1]], [{"a": 1}], [1.0], [True]]


@dataclasses.dataclass(frozen=True)
class Type:
    name: str
    declaration: dict
    pool: list  # values as Python sees them; Decimal texts stand in Number
    kind: str  # which operators mean something: plain, text, document, array, range, vector
    ordered: bool = True

    def value(self, random) -> typing.Any:
        return random.choice(self.pool)


class Number(str):
    """A number whose digits must arrive as they are written."""


def dumps(value):
    """JSON in which a Number keeps its digits."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{dumps(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(dumps(item) for item in value) + "]"
    return json.dumps(value)


def text(value):
    """The value as a query string holds it."""
    if isinstance(value, str):
        return str(value)
    return dumps(value)


def _list_of(pool):
    return [[], pool[:1], pool[1:3], pool[2:0:-1], pool[:4], [pool[0], pool[0]], [pool[1], None], pool[3:5]]


def _ranges(bounds):
    low, middle, high = bounds
    return [{"lower": low, "upper": high, "bounds": "[)"}, {"lower": low, "upper": middle, "bounds": "[]"},
            {"lower": middle, "upper": high, "bounds": "()"}, {"lower": None, "upper": middle, "bounds": "()"},
            {"lower": high, "upper": None, "bounds": "[)"}, {"empty": True}, {"lower": middle, "upper": middle, "bounds": "[]"}]


def _range_type(name, bounds):
    return Type(name, {"type": "any", "x-pg-type": name}, _ranges(bounds), "range", ordered=False)


_NUMBERS = [Number(digits) for digits in NUMBERS]

TYPES = [
    Type("string", {"type": "string"}, TEXTS, "text"),
    Type("uuid", {"type": "string", "format": "uuid"}, UUIDS, "plain"),
    Type("binary", {"type": "string", "format": "binary"},
         [base64.b64encode(data).decode() for data in (b"", b"\0", b"a", b"ab", b"\xff\xfe", b"A")], "plain", ordered=False),
    Type("integer", {"type": "integer"}, INTEGERS, "plain"),
    Type("number", {"type": "number"}, _NUMBERS, "plain"),
    Type("boolean", {"type": "boolean"}, [True, False], "plain"),
    Type("date", {"type": "date"}, DATES, "plain"),
    Type("datetime", {"type": "datetime"}, DATETIMES, "plain"),
    Type("time", {"type": "time"}, TIMES, "plain"),
    Type("year", {"type": "year"}, [1, 1969, 2024, 2026, 9999], "plain"),
    Type("object", {"type": "object"}, DOCUMENTS, "document", ordered=False),
    Type("array", {"type": "array"}, ARRAYS, "document", ordered=False),
    Type("any", {"type": "any"}, [*DOCUMENTS[:5], *ARRAYS[:5], 1, "a", True, "1"], "document", ordered=False),
    Type("strings", {"type": "array", "arrayItem": {"type": "string"}}, _list_of(["a", "b", "B", "é", "a,b"]), "array", ordered=False),
    Type("integers", {"type": "array", "arrayItem": {"type": "integer"}}, _list_of([1, 2, 3, -1, 2**40]), "array", ordered=False),
    Type("numbers", {"type": "array", "arrayItem": {"type": "number"}},
         _list_of([Number("1"), Number("0.10"), Number("2.5"), Number("-1"), Number("1e2")]), "array", ordered=False),
    Type("dates", {"type": "array", "arrayItem": {"type": "date"}}, _list_of(DATES), "array", ordered=False),
    _range_type("int4range", (1, 5, 9)),
    _range_type("int8range", (-5, 2**40, 2**41)),
    _range_type("numrange", (Number("0.5"), Number("1.50"), Number("2"))),
    _range_type("daterange", ("2026-01-01", "2026-01-05", "2026-03-01")),
    _range_type("tsrange", ("2026-01-01T00:00:00", "2026-01-05T09:00:00.5", "2026-03-01T00:00:00")),
    _range_type("tstzrange", ("2026-01-01T00:00:00Z", "2026-01-05T09:00:00Z", "2026-03-01T00:00:00Z")),
    Type("vector", {"type": "any", "x-pg-type": "vector(3)"}, [[1, 0, 0], [0, 1, 0], [0.5, 0.5, 0], [1, 2, 3], [-1, 0, 0.25]],
         "vector", ordered=False),
]
