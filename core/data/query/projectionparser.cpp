// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/projectionparser.h"

#include "core/data/query/relationpath.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::data {

/// A table in the tree of what is answered, with the relations that lead on from it.
struct ProjectionParser::Node
{
    const Table &table;
    int depth = 0;
    std::vector<bool> chosen = std::vector<bool>(table.columns.size());
    bool all = true; ///< nothing was chosen
    struct Branch
    {
        QString name;
        RelationPtr relation;
        std::unique_ptr<Node> node;
    };
    std::vector<Branch> branches = {};

    Node *find(const QString &name) const
    {
        const auto found =
            std::find_if(branches.begin(), branches.end(), [&](const Branch &branch) { return branch.name == name; });
        return found == branches.end() ? nullptr : found->node.get();
    }
};

struct ProjectionParser::Reading
{
    QString parameter;
    Problems &problems;
    int populated = 0;

    void problem(const QString &message) { problems.push_back({parameter, message}); }
};

Projection ProjectionParser::parse(const QString &fields, const QString &populated, Problems &problems) const
{
    constexpr std::size_t enough = 100;
    Node root{m_table};
    Reading reading{u"populate"_s, problems};
    for (const QString &name : populated.split(u',', Qt::SkipEmptyParts)) {
        if (problems.size() < enough && reading.populated <= mostPopulated)
            populate(root, name.trimmed().split(u'.'), reading);
    }
    reading.parameter = u"fields"_s;
    const QStringList names = fields.isEmpty() ? QStringList() : fields.split(u',');
    for (const QString &name : names) {
        if (problems.size() < enough)
            choose(root, name.trimmed().split(u'.'), reading);
    }
    return projectionOf(root);
}

void ProjectionParser::populate(Node &node, const QStringList &names, Reading &reading) const
{
    if (names.isEmpty())
        return;
    if (names.front() == "*"_L1)
        return populateReferences(node, names.mid(1), reading);
    const auto relation = relationNamed(node.table, m_relations, names.front());
    if (!relation)
        return reading.problem(relation.error());
    if (Node *next = inner(node, names.front(), *relation, reading))
        populate(*next, names.mid(1), reading);
}

void ProjectionParser::populateReferences(Node &node, const QStringList &rest, Reading &reading) const
{
    const TableRelations &known = m_relations.of(node.table);
    for (const RelationPtr &relation : known.references()) {
        // Another relation may have been given its name; then that of its column is left.
        const std::size_t column = relation->hops.front().columns.front().from;
        const bool named = known.find(relation->name) == relation;
        const std::string &name = named ? relation->name : node.table.columns[column].name;
        if (Node *next = inner(node, QString::fromStdString(name), relation, reading))
            populate(*next, rest, reading);
    }
}

/// Null when there may be no more.
ProjectionParser::Node *ProjectionParser::inner(Node &node, const QString &name, const RelationPtr &relation,
                                                Reading &reading) const
{
    if (Node *known = node.find(name))
        return known;
    if (node.depth == longestPath) {
        reading.problem(u"Relations can be populated %1 levels deep."_s.arg(longestPath));
        return nullptr;
    }
    if (++reading.populated > mostPopulated) {
        if (reading.populated == mostPopulated + 1)
            reading.problem(u"At most %1 relations can be populated at once."_s.arg(mostPopulated));
        return nullptr;
    }
    node.branches.push_back(
        {name, relation, std::make_unique<Node>(Node{.table = *relation->target(), .depth = node.depth + 1})});
    return node.branches.back().node.get();
}

void ProjectionParser::choose(Node &node, const QStringList &names, Reading &reading) const
{
    const QString &name = names.front();
    Node *populated = node.find(name);
    node.all = false;
    if (names.size() > 1) {
        if (populated)
            return choose(*populated, names.mid(1), reading);
        if (const auto relation = relationNamed(node.table, m_relations, name); !relation)
            return reading.problem(relation.error());
        return reading.problem(u"Populate '%1' to choose among its columns."_s.arg(name));
    }
    if (const std::optional<std::size_t> column = node.table.columnIndex(name.toStdString()))
        node.chosen[*column] = true;
    else if (!populated)
        reading.problem(unknownColumn(node.table, m_relations, name));
}

Projection ProjectionParser::projectionOf(const Node &node)
{
    Projection projection;
    std::vector<bool> chosen = node.chosen;
    for (const std::size_t key : node.table.primaryKey)
        chosen[key] = true;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (node.all || chosen[i])
            projection.columns.push_back(i);
    }
    for (const auto &[name, relation, inner] : node.branches) {
        for (const auto &[key, theirs] : relation->hops.front().columns) {
            if (node.all || chosen[key])
                continue;
            chosen[key] = true;
            projection.hidden.push_back(key);
        }
        const std::string member = name.toStdString();
        projection.populated.push_back({.name = member,
                                        .replaces = node.table.columnIndex(member),
                                        .relation = relation,
                                        .projection = projectionOf(*inner),
                                        .guards = {}});
    }
    return projection;
}

} // namespace tenantry::data
