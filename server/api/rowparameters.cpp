// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rowparameters.h"

namespace tenantry::server {

namespace {

using Fields = std::vector<Field>;

Field field(const char *name, const QByteArray &description)
{
    Field field;
    field.name = name;
    field.description = description;
    return field;
}

Field fieldsParameter()
{
    return field("fields", "Columns to answer, separated by commas; the primary key is always there. Dots choose among "
                           "the columns of what is populated: id,title,shelf.code");
}

Field populateParameter()
{
    return field("populate",
                 "Related rows to answer inside, separated by commas: the column of a foreign key or its name without "
                 "_id, a table that refers to this one, a table behind a junction, * for all foreign keys. Dots go on "
                 "from there, three levels deep: shelf.room,loans.reader");
}

Field actionsParameter()
{
    return field("allowed_actions",
                 "Actions, separated by commas (read, create, update, delete): each row gets _allowed_actions, those "
                 "of them that the caller may do to it");
}

Fields orderParameters()
{
    return {
        field("ordering", "Columns to order by, separated by commas; a minus in front means descending, dots lead to "
                          "related rows: -shelf.room.name,title"),
        field("_sort", "The same without minuses, as some clients send it"),
        field("_order", "asc or desc for each of _sort"),
    };
}

Fields groupParameters()
{
    return {
        field("_aggregate",
              "Functions over the rows, separated by commas: sum(price) as value,count(*). There are count, "
              "sum, avg, min, max, stddev, variance, string_agg, array_agg and json_agg"),
        field("_group_by", "What groups are formed by, separated by commas: state,date_trunc('month', due_on)"),
        field("_having", "Which groups are answered: count__gte=2,sum(price) > 100"),
    };
}

Fields vectorParameters()
{
    return {
        field("_topk", "Rows that count in a search for those nearest to a vector, {field}__vector_near=[0.1,0.2]: "
                       "1 to 1000, else 10"),
        field("_vector_metric", "How far vectors are from each other: cosine, l2 or ip; what an index of the column is "
                                "for, else cosine, unless said"),
        field("_vector_threshold", "Leaves out rows that are farther from the vector"),
        field("_vector_ef_search", "How far an index over vectors looks; without one it has no effect"),
        field("_hybrid_strategy",
              "rrf: fuses search= and {field}__vector_near=, where rows may do with either; they get "
              "_score"),
        field("_hybrid_alpha", "In a fused search, how much nearness counts against words: 0 to 1, else 0.5"),
    };
}

Fields graphParameters(int deepestWalk)
{
    return {
        field("include", "Of a table with a graph: descendants, ancestors or both, of the rows that match"),
        field("depth", "How many edges to walk from them, at most " + QByteArray::number(deepestWalk) +
                           ", which is also the default; 0 means the rows alone"),
        field("format", "flat, tree or graph"),
        field("relationship_type", "Types of edges to follow, repeated or separated by commas; all when left out"),
        field("graph_types", "The same as relationship_type"),
    };
}

void append(Fields &fields, Fields more)
{
    fields.insert(fields.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

Fields pageParameters()
{
    return {
        field("page", "Which page, from 1"),
        field("page_size", "Rows on a page, at most 1000; 20 when only page is given"),
        field("limit", "Rows at most, instead of a page; not on a table with a column of this name"),
        field("offset", "Rows to leave out first; not on a table with a column of this name"),
        field("_start", "The first row, from 0, and with _end the one after the last, instead of a page"),
        field("_end", "See _start"),
    };
}

Fields rowListParameters(int deepestWalk)
{
    Fields parameters = pageParameters();
    append(parameters, orderParameters());
    append(
        parameters,
        {
            fieldsParameter(),
            populateParameter(),
            actionsParameter(),
            field("filters", "Conditions as JSON: {\"or\": [{\"state\": \"out\"}, {\"copies__lt\": 1}]}"),
            field("search",
                  "Words that rows must have, on tables with search_fields: \"exact phrase\", -without, this OR that"),
            field("_count", "true: only how many rows match"),
        });
    append(parameters, groupParameters());
    append(parameters, vectorParameters());
    append(parameters, graphParameters(deepestWalk));
    return parameters;
}

Fields recordParameters(int deepestWalk)
{
    Fields parameters{fieldsParameter(), populateParameter(), actionsParameter()};
    append(parameters, graphParameters(deepestWalk));
    return parameters;
}

} // namespace tenantry::server
