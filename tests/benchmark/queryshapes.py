# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of requests that are measured, each beside the SQL that asks an engine for the same."""

import dataclasses
import json

COLUMNS = "i.id, i.group_no, i.title, i.price, i.active, i.day"

FIELDS = [{"name": "id", "type": "integer"}, {"name": "group_no", "type": "integer"}, {"name": "title", "type": "string"},
          {"name": "price", "type": "number"}, {"name": "active", "type": "boolean"}, {"name": "day", "type": "date"}]

PACKAGE = {"resources": [
    {"name": "groups", "schema": {"primaryKey": "id", "fields": [
        {"name": "id", "type": "integer"}, {"name": "name", "type": "string", "constraints": {"required": True}}]}},
    {"name": "items", "schema": {"primaryKey": "id", "search_fields": ["title"], "fields": FIELDS,
        "foreignKeys": [{"fields": "group_no", "reference": {"resource": "groups", "fields": "id"}}],
        "indexes": [{"name": "by_group", "fields": ["group_no"]}]}},
    {"name": "plain", "schema": {"primaryKey": "id", "fields": FIELDS}},
    {"name": "nodes", "schema": {"primaryKey": "id", "hierarchy": {"enabled": True, "self_reference": "parent_id"}, "fields": [
        {"name": "id", "type": "integer"}, {"name": "parent_id", "type": "integer"}, {"name": "label", "type": "string"}],
        "foreignKeys": [{"fields": "parent_id", "reference": {"resource": "", "fields": "id"}}],
        "indexes": [{"name": "by_parent", "fields": ["parent_id"]}]}},
    {"name": "codes", "schema": {"primaryKey": "id", "fields": [
        {"name": "id", "type": "integer"}, {"name": "code", "type": "string", "constraints": {"unique": True}},
        {"name": "amount", "type": "integer"}]}},
]}


@dataclasses.dataclass
class Shape:
    title: str
    rows: int  # in an answer, or in a body
    path: str  # below the app's datatables
    sql: dict  # engine -> statements; "" for both
    method: str = "GET"
    body: str = ""

    def statements(self, engine):
        return self.sql.get(engine) or self.sql[""]


def hierarchy(walk):
    return [f"WITH RECURSIVE below(id, depth) AS (SELECT CAST(1 AS bigint), 0 UNION ALL SELECT n.id, depth + 1 FROM below b JOIN nodes n ON "
            f"n.parent_id = b.id WHERE depth < 10) SELECT n.id, n.parent_id, n.label, depth FROM below JOIN nodes n ON n.id = "
            f"below.id{walk}"]


def shapes(counts):
    upserts = json.dumps([{"code": f"C{number}", "amount": number} for number in range(100)])
    inserts = json.dumps([{"amount": number} for number in range(1000)])
    numbers = {"sqlite": "(WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < {}) SELECT n FROM c)",
               "postgres": "(SELECT n FROM generate_series(0, {}) AS n) AS c"}
    return [
        Shape("one row by id", 1, "items/data/{row}/", {"": [f"SELECT {COLUMNS} FROM items i WHERE id = {{row}}"]}),
        Shape("50 rows by an indexed filter, with total", 50, "items/data/?group_no={group}&page_size=50", {"": [
            f"SELECT {COLUMNS} FROM items i WHERE group_no = {{group}} ORDER BY id LIMIT 50",
            "SELECT count(*) FROM items WHERE group_no = {group}"]}),
        Shape("50 rows by a field of a related row, with total", 50, "items/data/?group_no.id={group}&page_size=50", {"": [
            f"SELECT {COLUMNS} FROM items i WHERE EXISTS (SELECT 1 FROM groups g WHERE g.id = i.group_no AND g.id = {{group}}) "
            "ORDER BY id LIMIT 50",
            "SELECT count(*) FROM items i WHERE EXISTS (SELECT 1 FROM groups g WHERE g.id = i.group_no AND g.id = {group})"]}),
        Shape("50 rows with their related row (populate)", 50, "items/data/?group_no={group}&page_size=50&populate=group_no", {"": [
            f"SELECT {COLUMNS} FROM items i WHERE group_no = {{group}} ORDER BY id LIMIT 50",
            "SELECT count(*) FROM items WHERE group_no = {group}", "SELECT id, name FROM groups WHERE id IN ({group})"]}),
        Shape("50 groups of 2,500 rows: count and sum", 50,
              "items/data/?_aggregate=count(*),sum(price)&_group_by=group_no&group_no__lte=50", {"": [
                  "SELECT group_no, count(*), sum(price) FROM items WHERE group_no <= 50 GROUP BY group_no ORDER BY group_no",
              ]}),
        Shape("search for a word in 50 of the rows", 50, "items/data/?search=word{group}&page_size=50", {
            "sqlite": [f"SELECT {COLUMNS}, rank FROM words JOIN items i ON i.id = words.rowid WHERE words MATCH 'word{{group}}' "
                       "ORDER BY rank, i.id LIMIT 50"],
            "postgres": [f"SELECT {COLUMNS}, ts_rank(words, websearch_to_tsquery('english', 'word' || {{group}})) AS rank FROM items i "
                         "WHERE words @@ websearch_to_tsquery('english', 'word' || {group}) ORDER BY rank DESC, id LIMIT 50"]}),
        Shape("a hierarchy of 10,000 nodes from its root", counts["nodes"], "nodes/data/1/?include=descendants",
              {"": hierarchy("")}),
        Shape("upsert of 100 rows", 100, "codes/data/upsert/?unique_fields=code", {
            engine: [f"INSERT INTO codes (id, code, amount) SELECT n, 'C' || n, n FROM {numbers[engine].format(99)} WHERE true "
                     "ON CONFLICT (code) DO UPDATE SET amount = excluded.amount"] for engine in numbers}, "POST", upserts),
        Shape("bulk insert of 1,000 rows", 1000, "codes/data/", {
            engine: ["INSERT INTO codes (id, amount) SELECT (SELECT coalesce(max(id), 0) FROM codes) + n + 1, n FROM "
                     + numbers[engine].format(999)] for engine in numbers}, "POST", inserts),
    ]
