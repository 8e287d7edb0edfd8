# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A site with tables, rows and policies. Mary may read the same rows of both of its kinds; the full one has others too,
and rows that are hidden in both hold something else in it."""

ID = {"name": "id", "type": "integer"}


def texts(*names):
    return [{"name": name, "type": "string"} for name in names]


def refers(field, target, **more):
    return {"fields": field, "reference": {"resource": target, "fields": "id"}, **more}


def table(name, fields, **more):
    return {"name": name, "schema": {"fields": [ID, *fields], "primaryKey": "id", **more}}


NOTES = table("notes", [
    *texts("title", "owner", "state"), {"name": "code", "type": "string", "constraints": {"unique": True}},
    {"name": "amount", "type": "number"}, {"name": "team_id", "type": "integer"}, {"name": "box_id", "type": "integer"},
    {"name": "place", "type": "any", "x-pg-type": "vector(2)"}, {"name": "meta", "type": "object"},
    {"name": "tags", "type": "array", "arrayItem": {"type": "string"}}, {"name": "slot", "type": "any", "x-pg-type": "int4range"},
    {"name": "due", "type": "date"}, {"name": "at", "type": "datetime"}], search_fields=["title"],
    foreignKeys=[refers("team_id", "teams"), refers("box_id", "archive:boxes")])
TABLES = [
    table("persons", [*texts("name", "owner"), {"name": "salary", "type": "number"}]),
    table("teams", [*texts("name"), {"name": "secret", "type": "boolean"}, {"name": "lead_id", "type": "integer"}],
          foreignKeys=[refers("lead_id", "persons")]),
    {**NOTES, "audit_enabled": True},
    table("comments", [{"name": "note_id", "type": "integer"}, *texts("text", "owner")], search_fields=["text"],
          foreignKeys=[refers("note_id", "notes", onDelete="CASCADE")]),
    table("labels", texts("label", "owner")),
    {"name": "notes_labels", "schema": {
        "fields": [{"name": "note_id", "type": "integer"}, {"name": "label_id", "type": "integer"}],
        "primaryKey": ["note_id", "label_id"], "foreignKeys": [refers("note_id", "notes"), refers("label_id", "labels")]}},
    table("people", texts("name", "owner"), graph={"types": [{"name": "supervisor", "inverse": "team"}, {"name": "tutor"}]}),
    table("parts", [*texts("name", "owner"), {"name": "parent_id", "type": "integer"}],
          foreignKeys=[refers("parent_id", "")], hierarchy={"self_reference": "parent_id"})]
OWN = 'R.attr.owner == P.attr.username'
READ = {"notes": OWN + ' || R.attr.state == "open"', "teams": "R.attr.secret == false"}
GUARDED = ["persons", "teams", "notes", "comments", "labels", "people", "parts", "docs"]


def note(number, owner, state, title, team=None, box=None):
    day = f"2026-01-{number % 28 + 1:02}"
    return {"id": number, "owner": owner, "state": state, "title": title, "team_id": team, "box_id": box, "amount": number,
            "code": f"c{number}", "place": [number % 7, 1], "meta": {"k": number, "t": title}, "tags": [f"t{number}", "common"],
            "slot": {"lower": number, "upper": number + 3}, "due": day, "at": day + "T10:00:00Z"}


def owned(rows, *names):
    return [dict(zip(("id", *names), row)) for row in rows]


def rows(full):
    """(app, table, rows) in an order in which they can be written."""
    other = "full" if full else "bare"
    yield "archive", "boxes", owned([(1, "red", "mary"), (2, other, "joan")] + [(3, "black", "joan")] * full, "label", "owner")
    yield "vault", "persons", owned([(1, "Ann", "mary", 10), (2, other, "joan", 99 if full else 1)] + [(3, "Hid", "joan", 5)] * full,
                                    "name", "owner", "salary")
    yield "vault", "teams", owned([(1, "north", False, 1), (2, "zz" if full else "aa", True, 2), (3, "mid", False, 2)]
                                  + [(4, "hidden", True, 1)] * full, "name", "secret", "lead_id")
    yield "vault", "notes", [
        note(1, "mary", "draft", "alpha words here", 1, 1), note(2, "mary", "open", "beta words", 2, 2),
        note(3, "joan", "open", "gamma alpha", 3, 1), note(4, "mary", "draft", "delta"), note(5, "mary", "draft", "words alpha words", 2)]
    if full:
        yield "vault", "notes", [note(6, "joan", "draft", "hidden alpha", 1, 1), note(7, None, None, "nobody hidden", 4, 3),
                                 *(note(100 + i, "joan", "draft", f"hidden alpha {i}", 1, 1) for i in range(40))]
    yield "vault", "comments", owned([(1, 1, "mine", "mary"), (2, 1, other, "joan"), (3, 3, "mine too", "mary")]
                                     + [(1000 + i, 1, "hidden", "joan") for i in range(150)] * full
                                     + [(5, 6, "on a hidden one", "joan")] * full, "note_id", "text", "owner")
    yield "vault", "labels", owned([(1, "rare", "mary"), (2, other, "joan")] + [(3, "hidden", "joan")] * full, "label", "owner")
    yield "vault", "notes_labels", [{"note_id": 1, "label_id": 1}, {"note_id": 3, "label_id": 1}, {"note_id": 1, "label_id": 2}]
    yield "vault", "people", owned([(i, f"p{i}", "mary") for i in (1, 2, 3, 4)] + [(5, other, "joan")]
                                   + [(6, "hid", "joan"), (7, "hid", "joan")] * full, "name", "owner")
    edges = [(1, 2, "supervisor")] + [(2, 5, "supervisor"), (5, 4, "supervisor"), (6, 1, "supervisor"), (1, 5, "tutor"),
                                      (6, 7, "tutor")] * full
    yield "vault", "people_edges", [{"from_id": lower, "to_id": upper, "type": kind} for lower, upper, kind in edges]
    yield "vault", "parts", owned([(1, "root", "mary", None), (2, "child", "mary", 1), (3, other, "joan", 2), (4, "below", "mary", 3)]
                                  + [(6, "hid", "joan", 1), (7, "hid", "joan", None)] * full, "name", "owner", "parent_id")
    yield "vault", "docs", owned([(1, "one", "mary", {"a": 1}), (2, "two", "mary", {"a": "x"})] + [(3, "hid", "joan", {"a": 7})] * full,
                                 "title", "owner", "meta")


def policy(name, condition):
    rules = [{"actions": actions, "effect": "EFFECT_ALLOW", "roles": ["user"], "condition": {"match": {"expr": expression}}}
             for actions, expression in ((["read"], condition), (["create", "update", "delete"], "true" if name == "teams" else OWN))]
    return {"resourcePolicy": {"resource": "datatable:" + name, "rules": rules}}


def build(site, base, full):
    """Everything of the site, by its administrator."""
    for app in ("Vault", "Archive"):
        site.expect(201, "POST", f"{base}/api/apps/", {"name": app})
    site.expect(201, "POST", f"{base}/api/apps/archive/datatables/create_schema/",
                {"resources": [table("boxes", texts("label", "owner"), search_fields=["label"])]})
    site.expect(201, "POST", f"{base}/api/apps/vault/datatables/create_schema/", {"resources": TABLES})
    site.expect(201, "POST", f"{base}/api/apps/vault/datatables/",
                {"name": "docs", "provider_type": "jsonb",
                 "json_schema": {"fields": [ID, *texts("title", "owner"), {"name": "meta", "type": "object"}], "primaryKey": "id"}})
    for app, name, what in rows(full):
        site.expect(201, "POST", f"{base}/api/apps/{app}/datatables/{name}/data/", what)
    for name in GUARDED:
        site.expect(201, "POST", f"{base}/api/apps/vault/policies/", policy(name, READ.get(name, OWN)))
    site.expect(201, "POST", f"{base}/api/apps/archive/policies/", policy("boxes", OWN))
