// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/query/rowquery.h"
#include "core/data/relations/relations.h"

namespace tenantry::data {

/// Reads what is to be answered of each row:
///
///     fields=id,title,shelf.name & populate=shelf,loans.reader
///
/// `fields` are the columns, all of them when it is empty; the primary key is always there. `populate` names relations,
/// whose rows are answered inside, `*` those of all foreign keys; names with dots go on from there. Names with dots in
/// `fields` choose among the columns of what is populated; where nothing is chosen, all are answered. Pure. What is
/// wrong is added to `problems`.
class ProjectionParser
{
public:
    using Problems = std::vector<FieldError>;

    /// Most relations populated in one answer.
    static constexpr int mostPopulated = 50;

    /// Both outlive it.
    ProjectionParser(const Table &table, const Relations &relations)
        : m_table(table)
        , m_relations(relations)
    {
    }

    Projection parse(const QString &fields, const QString &populate, Problems &problems) const;

private:
    struct Node;
    struct Reading;

    void populate(Node &node, const QStringList &names, Reading &reading) const;
    void populateReferences(Node &node, const QStringList &rest, Reading &reading) const;
    Node *inner(Node &node, const QString &name, const RelationPtr &relation, Reading &reading) const;
    void choose(Node &node, const QStringList &names, Reading &reading) const;
    static Projection projectionOf(const Node &node);

    const Table &m_table;
    const Relations &m_relations;
};

} // namespace tenantry::data
