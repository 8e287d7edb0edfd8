# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests for the rows of a world: first each operator on each type, then whatever chance puts together."""

import dataclasses
import json
import re
import urllib.parse

from values import TYPES, Number, dumps, text

PLAIN = ["eq", "ne", "in", "nin", "null", "isnull", "nnull"]
ORDERED = ["gt", "gte", "lt", "lte", "between", "nbetween"]
TEXTUAL = ["ina", "nina", "like", "ilike"] + [
    negation + fold + place + case for place in ("contains", "startswith", "endswith") for negation in ("", "n")
    for fold, case in (("", ""), ("i", ""), ("", "s"))]
ARRAY = [negation + name for name in ("acontains", "acontainedby", "aoverlap", "aelement") for negation in ("", "n")]
DOCUMENT = ["contains", "contained_by", "has_key", "has_any_keys", "has_all_keys"]
RANGE = ["rcontains", "rcontainedby", "roverlaps", "radjacent", "rstrictleft", "rstrictright"]
OPERATORS = [*dict.fromkeys(PLAIN + ORDERED + TEXTUAL + ARRAY + DOCUMENT + RANGE)]

LISTS = {"in", "nin", "ina", "nina", "acontains", "nacontains", "acontainedby", "nacontainedby", "aoverlap", "naoverlap",
         "has_any_keys", "has_all_keys"}
AGGREGATES = ["count(*)", "count({})", "count(distinct {})"]
EXTREMES = ["min({})", "max({})"]
ARITHMETIC = ["sum({})", "avg({})", "stddev({})", "variance({})", "sum({} * 2)", "avg({} / 4)", "sum(abs({}) + 1)"]


@dataclasses.dataclass
class Query:
    table: str
    parameters: list
    covers: tuple = ()  # (type, operator, "value" or "null") of a systematic query
    id: str = ""  # of a read of one row

    def path(self, app):
        """Under the address of a site."""
        base = f"/api/apps/{app}/datatables/{self.table}/data/"
        if self.id:
            base += urllib.parse.quote(self.id, safe="") + "/"
        return base + ("?" + urllib.parse.urlencode(self.parameters) if self.parameters else "")


def suits(type_, operator):
    """Whether the operator means something on the type, so that an answer is worth more than its refusal."""
    if operator in PLAIN:
        return type_.kind not in ("vector",) or "null" in operator
    if operator in ORDERED:
        return type_.ordered
    if operator in DOCUMENT and type_.kind == "document":
        return True
    if operator in TEXTUAL:
        return type_.kind in ("text", "plain") and type_.name != "binary"
    if operator in ARRAY:
        return type_.kind == "array"
    return operator in RANGE and type_.kind == "range"


class Asker:
    def __init__(self, world):
        self.world, self.random = world, world.random

    def systematic(self):
        """Each operator on each type, with a value that is there and with null."""
        for column in self.world.things.columns[:len(TYPES)]:
            for operator in OPERATORS:
                covers = (column.type.name, operator)
                yield Query("things", [self.flat(column, operator)], (*covers, "value"))
                leaf = {"field": column.name, "operator": operator, "value": None}
                yield Query("things", [("filters", json.dumps([leaf]))], (*covers, "null"))

    def chance(self):
        kinds = [(self.listing, 6), (self.tree, 4), (self.related, 4), (self.aggregation, 5), (self.populated, 3),
                 (self.searching, 2), (self.reading, 1), (self.document_path, 1)]
        makers, weights = zip(*kinds)
        return self.random.choices(makers, weights)[0]()

    def twins(self, query):
        """A query of things that documents answer as well, and the same of those; or nothing."""
        columns = [column.name for column in self.world.papers.columns]
        named = {name for name, _ in query.parameters}
        if query.table != "things" or query.id or named & {"populate", "search"}:
            return None
        words = set(re.findall(r"\w+", " ".join(f"{name} {value}" for name, value in query.parameters).replace("__", " ")))
        missing = {column.name for column in self.world.things.columns} - set(columns)
        if words & (missing | set(self.world.things.references) | {"owner", "tags"}):
            return None
        parameters = query.parameters if named & {"fields", "_aggregate"} else [*query.parameters, ("fields", ",".join(columns))]
        return [dataclasses.replace(query, table=table, parameters=parameters) for table in ("things", "papers")]

    # What a condition is compared with

    def present(self, column):
        """A value that a row has."""
        rows = [row[column.name] for row in self.world.things.rows + self.world.people.rows + self.world.teams.rows
                if row.get(column.name) is not None]
        return self.random.choice(rows) if rows else column.type.value(self.random)

    def operand(self, column, operator):
        value = self.present(column) if self.random.random() < 0.8 else column.type.value(self.random)
        if operator in ("null", "isnull", "nnull"):
            return self.random.choice([True, False])
        if operator in ("between", "nbetween"):
            return sorted([value, self.present(column)], key=order)
        if operator in ARRAY and isinstance(value, list):
            items = value or [1]
            return items[0] if "element" in operator else items[:2]
        if operator in DOCUMENT[:2] and column.type.kind == "document":
            return contained(self.random, value) if operator == "contains" else value
        if operator.startswith("has_"):
            keys = list(value) if isinstance(value, dict) and value else ["a", "lang"]
            return keys[0] if operator == "has_key" else [*keys[:1], self.random.choice(["a", "b", "zz"])]
        if operator in LISTS:
            return [value, self.present(column), column.type.value(self.random)]
        if operator in TEXTUAL and operator not in ("like", "ilike"):
            return part(self.random, text(value), operator)
        if operator in ("like", "ilike"):
            return pattern(self.random, text(value))
        if operator in RANGE and isinstance(value, dict):
            return range_operand(self.random, value)
        return value

    def flat(self, column, operator, prefix=""):
        operand = self.operand(column, operator)
        if operator in ("in", "nin") and column.type.kind in ("document", "array", "range"):  # their texts hold commas
            return "filters", dumps([{"field": prefix + column.name, "operator": operator, "value": operand}])
        if isinstance(operand, list) and (operator in LISTS or operator in RANGE or "between" in operator):
            written = ",".join(text(item) for item in operand)
        else:
            written = text(operand)
        suffix = "" if operator == "eq" and self.random.random() < 0.5 else "__" + operator
        return prefix + column.name + suffix, written

    def suitable(self, column):
        return self.random.choice([operator for operator in OPERATORS if suits(column.type, operator)])

    def condition(self, table, prefix=""):
        column = self.random.choice([column for column in table.columns if column.type.kind != "vector"])
        return self.flat(column, self.suitable(column), prefix)

    # Kinds of requests

    def page(self):
        choice = self.random.random()
        if choice < 0.4:
            return []
        if choice < 0.6:
            return [("page", self.random.randint(1, 4)), ("page_size", self.random.choice([1, 7, 20, 100]))]
        if choice < 0.8:
            start = self.random.randint(0, 40)
            return [("_start", start), ("_end", start + self.random.randint(1, 30))]
        return [("limit", self.random.randint(1, 30)), ("offset", self.random.randint(0, 30))]

    def ordering(self, table, more=()):
        names = [column.name for column in table.columns if column.type.ordered and column.type.kind != "range"] + [*more, "id"]
        chosen = self.random.sample(names, min(len(names), self.random.randint(1, 3)))
        return [("ordering", ",".join(self.random.choice(["", "-"]) + name for name in chosen))]

    def listing(self):
        table = self.random.choice([self.world.things] * 4 + [self.world.people, self.world.teams])
        parameters = [self.condition(table) for _ in range(self.random.choice([0, 1, 1, 2]))] + self.page()
        if self.random.random() < 0.7:
            parameters += self.ordering(table)
        if self.random.random() < 0.3:
            names = [column.name for column in table.columns]
            parameters.append(("fields", ",".join(self.random.sample(names, min(len(names), 4)))))
        if self.random.random() < 0.1:
            parameters.append(("_count", "true"))
        return Query(table.name, parameters)

    def tree(self):
        return Query("things", [("filters", dumps(self._node(self.random.randint(1, 3))))] + self.page())

    def _node(self, depth):
        if depth == 0:
            column = self.random.choice(self.world.things.columns[:13])
            operator = self.suitable(column)
            operand = None if self.random.random() < 0.05 else self.operand(column, operator)
            if self.random.random() < 0.5:
                return {"field": column.name, "operator": operator, "value": operand}
            return {f"{column.name}__{operator}": operand}
        parts = [self._node(self.random.randint(0, depth - 1)) for _ in range(self.random.randint(1, 3))]
        kind = self.random.choice(["and", "or", "or", "not"])
        if kind == "not":
            return {"not": parts[0]}
        return {"operator": kind, "value": parts} if self.random.random() < 0.5 else {kind: parts}

    def related(self):
        world = self.world
        ways = [("things", "owner_id.", world.people), ("things", "owner.", world.people), ("people", "team_id.", world.teams),
                ("things", "owner_id.team_id.", world.teams), ("things", "helper_id.", world.people),
                ("teams", "people.", world.people), ("things", "tags.", world.tags), ("tags", "things.", world.things),
                ("people", "things!owner_id.", world.things)]
        name, prefix, target = self.random.choice(ways)
        parameters = [self.condition(target, prefix) for _ in range(self.random.randint(1, 2))] + self.page()
        if name == "things" and self.random.random() < 0.5:
            parameters += self.ordering(world.things, ["owner_id.name", "owner_id.team_id.label", "helper_id.name"])
        if self.random.random() < 0.3:
            parameters.append(self.condition(next(table for table in world.tables if table.name == name)))
        return Query(name, parameters)

    def aggregation(self):
        columns = [column for column in self.world.things.columns[:10]]
        numeric = [column.name for column in columns if column.type.name in ("integer", "number", "year")]
        plain = [column.name for column in columns if column.type.name not in ("binary",)]
        calls = [self.random.choice(AGGREGATES).format(self.random.choice(plain)) for _ in range(self.random.randint(1, 2))]
        if self.random.random() < 0.5:
            ordered = [column.name for column in columns if column.type.name not in ("uuid", "binary", "boolean")]
            calls.append(self.random.choice(EXTREMES).format(self.random.choice(ordered)))
        if self.random.random() < 0.6:
            calls.append(self.random.choice(ARITHMETIC).format(self.random.choice(numeric)))
        if self.random.random() < 0.2:
            calls.append(self.random.choice(["string_agg(c_string)", "array_agg(c_integer)", "json_agg(c_number)"]))
        calls = [f"{call} as r{number}" for number, call in enumerate(dict.fromkeys(calls))]
        parameters = [("_aggregate", ",".join(calls))]
        if self.random.random() < 0.7:
            keys = self.random.sample(["c_boolean", "c_string", "c_year", "owner_id", "c_date", "lower(c_string) as low",
                                       "date_trunc('month', c_datetime) as month", "extract(year from c_date) as y",
                                       "date_trunc('day', c_datetime AT TIME ZONE 'Europe/Berlin') as day"], self.random.randint(1, 2))
            parameters.append(("_group_by", ",".join(keys)))
            if self.random.random() < 0.4:
                parameters.append(("_having", self.random.choice(["count(*) > 1", "count(*) >= 2", "r0__ne=0", "count(*) <= 3"])))
            if self.random.random() < 0.5:
                parameters.append(("ordering", self.random.choice(["-r0", "r0", keys[0].rpartition(" ")[2]])))
            parameters += self.page()
        if self.random.random() < 0.5:
            parameters.append(self.condition(self.world.things))
        return Query("things", parameters)

    def populated(self):
        name, what = self.random.choice([
            ("things", "owner_id"), ("things", "owner"), ("things", "owner_id.team_id"), ("things", "*"), ("things", "tags"),
            ("things", "owner,helper_id,tags"), ("people", "team_id"), ("people", "things!owner_id"), ("teams", "people"),
            ("teams", "people.things!helper_id"), ("tags", "things.owner_id"), ("thing_tags", "thing_id,tag_id")])
        return Query(name, [("populate", what)] + self.page())

    def searching(self):
        words = self.random.choice(["train", "night train", '"night train"', "trains -night", "ab OR straße", "a", "it's", "-a",
                                    "nothing", '"', "ab ba", "NIGHT"])
        return Query("things", [("search", words), ("ordering", "id")] + self.page())

    def reading(self):
        table = self.random.choice([self.world.things, self.world.people, self.world.tagged])
        row = self.random.choice(table.rows)
        identity = ",".join(str(row[name]) for name in table.key)
        return Query(table.name, [], id=self.random.choice([identity, identity, "0", "x", "99999999999999999999"]))

    def document_path(self):
        path, operator = self.random.choice(["a", "b__c", "lang", "b__d", "zz"]), self.random.choice(["", "__ne", "__gt", "__lte", "__contains"])
        return Query("things", [(f"c_object__{path}{operator}", self.random.choice(["1", "2", "en", "10", "true", "x"]))])


def order(value):
    """Numbers by their value, so that most ranges hold something; the server orders for itself."""
    return (0, float(value), "") if isinstance(value, (int, Number)) else (1, 0.0, text(value))


def contained(random, value):
    """A document that the value contains."""
    if isinstance(value, dict) and value:
        key = random.choice(list(value))
        return {key: contained(random, value[key])}
    return [random.choice(value)] if isinstance(value, list) and value else value


def part(random, whole, operator):
    if not whole:
        return whole
    size = random.randint(1, min(3, len(whole)))
    if "startswith" in operator:
        return whole[:size]
    if "endswith" in operator:
        return whole[-size:]
    if "contains" in operator:
        at = random.randint(0, len(whole) - size)
        return whole[at:at + size]
    return whole


def pattern(random, whole):
    escaped = "".join("\\" + letter if letter in "%_\\" else letter for letter in whole)
    return random.choice([escaped, whole[:1].replace("\\", "_") + "%", "%" + whole[-1:].replace("\\", "_"), "_" * len(whole), "%"])


def range_operand(random, value):
    bounds = [bound for bound in (value.get("lower"), value.get("upper")) if bound is not None]
    return bounds[0] if len(bounds) == 1 or (bounds and random.random() < 0.4) else bounds or [1, 2]
