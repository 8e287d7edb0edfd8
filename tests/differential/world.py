# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random tables that refer to each other, and rows for them. The same seed makes the same world."""

import dataclasses

from values import TYPES, Type

NULL_SHARE = 0.25


@dataclasses.dataclass
class Column:
    name: str
    type: Type
    extra: dict = dataclasses.field(default_factory=dict)

    def declaration(self):
        return {"name": self.name, **self.type.declaration, **self.extra}


@dataclasses.dataclass
class Table:
    """Its key is the integer `id`, unless it is a junction."""
    name: str
    columns: list
    references: dict = dataclasses.field(default_factory=dict)  # column -> table
    extra: dict = dataclasses.field(default_factory=dict)  # further keys of the definition
    key: tuple = ("id",)
    provider: str = "flat_table"
    rows: list = dataclasses.field(default_factory=list)

    def resource(self):
        fields = [] if self.key != ("id",) else [{"name": "id", "type": "integer"}]
        fields += [{"name": name, "type": "integer"} for name in self.references]
        fields += [column.declaration() for column in self.columns]
        keys = [{"fields": name, "reference": {"resource": table, "fields": "id"}} for name, table in self.references.items()]
        schema = {"fields": fields, "primaryKey": list(self.key), "foreignKeys": keys, **self.extra}
        return {"name": self.name, "provider_type": self.provider, "schema": schema}

    def column(self, name):
        return next(column for column in self.columns if column.name == name)


class World:
    def __init__(self, random):
        self.random = random
        text, label = TYPES[0], Column("label", TYPES[0])
        self.teams = Table("teams", [label, *self._columns("t")])
        self.people = Table("people", [Column("name", text), *self._columns("p")], {"team_id": "teams"})
        self.tags = Table("tags", [Column("word", text)])
        self.things = Table("things", [Column(f"c_{type.name}", type) for type in TYPES] + self._columns("x"),
                            {"owner_id": "people", "helper_id": "people"}, {"search_fields": ["c_string"]})
        self.tagged = Table("thing_tags", [], {"thing_id": "things", "tag_id": "tags"}, key=("thing_id", "tag_id"))
        # The same things as documents, as far as documents can hold them.
        self.papers = Table("papers", [column for column in self.things.columns if column.type.kind not in ("range", "vector")],
                            provider="jsonb")
        self.tables = [self.teams, self.people, self.tags, self.things, self.tagged, self.papers]
        for table, count in ((self.teams, 5), (self.people, 12), (self.tags, 6), (self.things, 60)):
            table.rows = [self._row(table, number) for number in range(1, count + 1)]
        pairs = {(random.randint(1, 60), random.randint(1, 6)) for _ in range(60)}
        kept = {"id", *(column.name for column in self.papers.columns)}
        self.papers.rows = [{name: value for name, value in row.items() if name in kept} for row in self.things.rows]
        self.tagged.rows = [{"thing_id": thing, "tag_id": tag} for thing, tag in sorted(pairs)]

    def package(self):
        return {"resources": [table.resource() for table in self.tables]}

    def _columns(self, prefix):
        """Some more columns of any type; some are indexed or have a default."""
        columns = []
        for number in range(self.random.randint(0, 4)):
            type_ = self.random.choice(TYPES)
            extra = {"default": type_.value(self.random)} if self.random.random() < 0.3 else {}
            columns.append(Column(f"{prefix}{number}", type_, extra))
        return columns

    def _row(self, table, number):
        row = {"id": number}
        for name, target in table.references.items():
            row[name] = None if self.random.random() < NULL_SHARE else self.random.choice(self._named(target).rows)["id"]
        for column in table.columns:
            if self.random.random() < NULL_SHARE:
                row[column.name] = None
            elif not (column.extra and self.random.random() < 0.5):  # left out, a default takes its place
                row[column.name] = column.type.value(self.random)
        return row

    def _named(self, name):
        return next(table for table in (self.teams, self.people, self.tags) if table.name == name)
