# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What mary asks: every way to rows there is, with values of rows that she may not read. Writes are rehearsed."""

import itertools
import json
from urllib.parse import quote

APP = "/api/apps/vault"
OPERATORS = """eq ne lt lte gt gte in nin ina nina between nbetween null nnull contains ncontains icontains nicontains containss
    ncontainss startswith nstartswith istartswith startswiths endswith nendswith iendswith endswiths like ilike acontains nacontains
    acontainedby nacontainedby aoverlap naoverlap aelement naelement contained_by has_key has_any_keys has_all_keys rcontains
    rcontainedby roverlaps radjacent rstrictleft rstrictright""".split()
VALUES = {"id": "6", "title": "hidden", "owner": "joan", "state": "draft", "amount": "6,200", "team_id": "4", "box_id": "3", "code": "c6",
          "meta": '{"k":6}', "tags": "t6", "slot": "6,9", "due": "2026-01-07", "at": "2026-01-07T10:00:00Z"}
FIELDS = {"team": {"name": "zz", "secret": "true", "lead_id": "2"}, "team.lead": {"name": "full", "salary": "99"},
          "comments": {"text": "hidden", "owner": "joan"}, "labels": {"label": "full"}, "box": {"label": "full"},
          "comments.note": {"title": "hidden"}, "comments.note.team": {"name": "zz"}, "team.notes": {"title": "hidden", "amount": "6"},
          "team.notes.comments": {"text": "hidden"}, "box.notes": {"title": "hidden"}, "labels.notes": {"code": "c6"}}
WORDS = ["alpha", "hidden", "words", '"words alpha"', "alpha -hidden", "hidden OR delta", "alpha OR beta OR gamma"]
REHEARSED = {"Prefer": "tx=rollback"}


def data(name):
    return f"{APP}/datatables/{name}/data/"


def get(path, headers=None):
    return "GET", quote(path, safe="/?&=,.:*()-_!"), None, headers or {}


def filters():
    for (column, value), operator in itertools.product(VALUES.items(), OPERATORS):
        yield get(f"{data('notes')}?{column}__{operator}={value}")
    for inner in ("meta__k__gt=5", "meta__t__contains=hidden", "meta__k__null=true", "id__descendants=1"):
        yield get(f"{data('notes')}?{inner}")
    for column in VALUES:
        yield get(f"{data('notes')}?ordering=-{column}")
        yield get(f"{data('notes')}?_group_by={column}&_aggregate=count(*)")


def relations():
    notes = data("notes")
    for path, fields in FIELDS.items():
        for field, value in fields.items():
            for operator in ("", "__ne", "__gt", "__contains", "__in", "__startswith", "__null"):
                yield get(f"{notes}?{path}.{field}{operator}={'true' if 'null' in operator else value}")
            for tree in ({"or": [{f"{path}.{field}": value}, {"id": 1}]}, {"not": {f"{path}.{field}": value}}):
                yield get(f"{notes}?filters={json.dumps(tree)}")
            yield get(f"{notes}?ordering=-{path}.{field}")
            yield get(f"{notes}export/?{path}.{field}={value}")
        for where in ("", "1/", "2/", "3/"):
            yield get(f"{notes}{where}?populate={path}")
        yield get(f"{notes}?{path}.id__gt=0")
    for name, paths in {"teams": ("notes", "notes.comments.note", "lead.teams"), "comments": ("note.team.lead", "note.labels"),
                        "labels": ("notes.team",), "boxes": ("notes.comments",), "notes_labels": ("label", "note.box")}.items():
        for path in paths:
            yield get(f"{data(name)}?populate={path}")


def tables():
    for name in ("notes", "teams", "persons", "comments", "labels", "notes_labels", "people", "parts", "docs", "boxes", "people_edges"):
        yield get(f"{APP}/datatables/{name}/")
        for what in ("", "?_aggregate=count(*)", "?populate=*", "?_count=true", "?allowed_actions=read,update,delete",
                     "export/", "export/?export_format=csv"):
            yield get(data(name) + what)
        for key in range(1, 9):
            yield get(f"{data(name)}{key}/")
            yield get(f"{data(name)}{key}/history/")
    for name in ("vault", "archive"):
        yield get(f"/api/apps/{name}/stats/")


def aggregates():
    for function in ("count(*)", "sum(amount)", "avg(amount)", "max(title)", "string_agg(title)", "array_agg(id)", "json_agg(meta)",
                     "count(distinct owner)", "stddev(amount)"):
        for key in ("", "&_group_by=owner", "&_group_by=team_id", "&_group_by=date_trunc('month', due)",
                    "&_group_by=owner&_having=count(*) >= 2", "&_group_by=state&ordering=-state"):
            yield get(f"{data('notes')}?_aggregate={function}{key}")


def searches():
    for words in WORDS:
        for more in ("", "&page_size=1&page=2", "&_aggregate=count(*)", "&place__vector_near=[1,1]",
                     "&place__vector_near=[1,1]&_hybrid_strategy=rrf"):
            yield get(f"{data('notes')}?search={words}{more}")
        yield get(f"{data('comments')}?search={words}")
    for metric, most in itertools.product(("cosine", "l2", "ip"), (1, 3, 100)):
        yield get(f"{data('notes')}?place__vector_near=[6,1]&_vector_metric={metric}&_topk={most}")
    for count, more in itertools.product(("estimated", "none"), ("page_size=1", "page_size=1&amount__lt=50", "page_size=1&team_id=1")):
        yield get(f"{data('notes')}?{more}", {"Prefer": "count=" + count})


def graphs():
    for include, form, depth in itertools.product(("descendants", "ancestors", "both"), ("flat", "tree", "graph"), (1, 5)):
        for key in ("", "1/", "3/", "4/", "5/"):
            for name in ("people", "parts"):
                yield get(f"{data(name)}{key}?include={include}&format={form}&depth={depth}")
    for name, way, key in itertools.product(("people", "parts"), ("descendants", "ancestors"), range(1, 8)):
        yield get(f"{data(name)}?id__{way}={key}")


def checks():
    for kind, key, attributes in itertools.product(("notes", "teams", "people", "boxes", "people_edges"), ("1", "2", "6", "7", "99"),
                                                   (None, {"owner": "mary"}, {"state": "open"}, {"secret": False}, {"from_id": 6})):
        resource = {"kind": "datatable:" + kind, "id": key, **({} if attributes is None else {"attr": attributes})}
        yield ("POST", f"{APP}/check/resources/",
               {"resources": [{"resource": resource, "actions": ["read", "create", "update", "delete"]}]}, {})
        yield "POST", f"{APP}/check/explain/", {"resource": resource, "action": "update"}, {}


def writes():
    notes, batch = data("notes"), f"{APP}/batch/"
    for key in (6, 7, 99):
        for method, path, body in (("PATCH", f"{key}/", {"title": "x"}), ("PATCH", f"{key}/", {"owner": "mary"}), ("DELETE", f"{key}/", None),
                                   ("PATCH", "", [{"id": 1, "title": "y"}, {"id": key, "title": "z"}]), ("DELETE", f"?ids=4,{key}", None)):
            yield method, notes + path, body, REHEARSED
            yield method, notes + path, body, {**REHEARSED, "If-Match": '"abc"'}
        for operation in ({"op": "update", "id": key, "data": {"title": "b"}}, {"op": "delete", "id": key}, {"op": "delete", "ids": [4, key]}):
            yield "POST", batch, {"operations": [{"table": "notes", **operation}]}, REHEARSED
    for condition in ({"owner": "joan"}, {"title__contains": "hidden"}, {"id__gt": 0}, {"team.name": "zz"}, {"comments.text": "hidden"}):
        yield "DELETE", f"{notes}?filter={quote(json.dumps(condition))}", None, REHEARSED
        yield "DELETE", f"{notes}?filter={quote(json.dumps(condition))}", None, {"Prefer": "tx=rollback, max-affected=1"}
    for lower, upper in ((1, 6), (1, 5), (6, 7), (4, 99)):
        yield "POST", data("people_edges"), {"from_id": lower, "to_id": upper, "type": "tutor"}, REHEARSED


def all_of_them():
    for kind in (filters, relations, tables, aggregates, searches, graphs, checks, writes):
        for question in kind():
            yield kind.__name__, question
