// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphrules.h"

#include "core/access/refusal.h"
#include "core/data/graph/edgemetadata.h"
#include "core/data/graph/edgestable.h"
#include "core/data/graph/rulestatements.h"
#include "core/data/query/sqlwriter.h"
#include "core/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Beyond this many missing nodes the message only says that there are more.
constexpr qsizetype maxNamed = 20;

QString named(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

const sql::Value *valueAt(const GraphRules::Write &write, std::size_t column)
{
    const std::optional<sql::Value> &value = (*write.values)[column];
    return value && !value->isNull() ? &*value : nullptr;
}

/// The end of an edge that is to be written, and where it stands in the request.
struct End
{
    sql::Value node;
    QString path;
};

std::vector<End> endsOf(const Links &links, const GraphRules::Writes &writes)
{
    std::vector<End> ends;
    for (const GraphRules::Write &write : writes) {
        for (const std::size_t column : {links.lower, links.upper}) {
            if (const sql::Value *node = valueAt(write, column))
                ends.push_back({*node, write.path + named(links.table->columns[column].name)});
        }
    }
    return ends;
}

} // namespace

GraphRules::GraphRules(sql::Transaction &transaction, std::shared_ptr<const Table> table, EndGuards ends,
                       NodeCheck check)
    : m_transaction(transaction)
    , m_table(std::move(table))
    , m_ends(std::move(ends))
    , m_check(check)
{
    if (m_table->nodes)
        m_links = linksIn(m_table);
    else if (m_table->graph && m_table->graph->selfReference)
        m_links = linksOf(m_table);
}

GraphRules::Writes GraphRules::of(std::span<const RowValues> rows, const QStringList &paths)
{
    Writes writes;
    for (std::size_t i = 0; i < rows.size(); ++i)
        writes.push_back({&rows[i], nullptr, paths.value(qsizetype(i))});
    return writes;
}

GraphRules::Writes GraphRules::of(std::span<const RowChange> changes, const QStringList &paths)
{
    Writes writes;
    for (std::size_t i = 0; i < changes.size(); ++i)
        writes.push_back({&changes[i].values, &changes[i].key, paths.value(qsizetype(i))});
    return writes;
}

const Graph &GraphRules::graph() const
{
    return isAboutEdges() ? *m_table->nodes->graph : *m_table->graph;
}

bool GraphRules::concerns(const Writes &writes) const
{
    if (!m_links || isAboutEdges())
        return m_links.has_value();
    return std::any_of(writes.begin(), writes.end(),
                       [&](const Write &write) { return valueAt(write, m_links->upper) != nullptr; });
}

/// Of the rows written; those whose keys the database makes are in no cycle, nobody refers to them yet.
sql::Values GraphRules::keysOf(const Writes &writes) const
{
    const std::size_t column = m_table->primaryKey.front();
    sql::Values keys;
    for (const Write &write : writes) {
        if (write.key)
            keys.push_back(write.key->values.front());
        else if (const sql::Value *key = valueAt(write, column))
            keys.push_back(*key);
    }
    return keys;
}

Result<void> GraphRules::prepare(const Writes &writes)
{
    if (!concerns(writes))
        return {};
    if (isAboutEdges()) {
        TRY(refuseLoops(writes));
        TRY(requireEnds(writes));
        TRY(requireChangeable(writes));
    }
    return lock(writes);
}

Result<void> GraphRules::confirm(const Writes &writes)
{
    const sql::Values keys = concerns(writes) ? keysOf(writes) : sql::Values();
    if (keys.empty())
        return {};
    if (isAboutEdges())
        TRY(checkEdges(writes, keys));
    if (!graph().isPlainHierarchy)
        return {};
    return refuseCycle(writes, keys);
}

Result<void> GraphRules::refuseLoops(const Writes &writes)
{
    std::vector<FieldError> problems;
    for (const Write &write : writes) {
        const sql::Value *from = valueAt(write, m_links->lower);
        const sql::Value *to = valueAt(write, m_links->upper);
        if (from && to && sameValue(*from, *to))
            problems.push_back({write.path + named(edgestable::toId), u"An edge leads to another node than it comes "
                                                                      "from."_s});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

/// The database knows nothing of what the caller may see.
Result<void> GraphRules::requireEnds(const Writes &writes)
{
    if (m_check == NodeCheck::OnWrite && m_ends.visible.empty())
        return {};
    std::vector<FieldError> problems;
    const std::vector<End> ends = endsOf(*m_links, writes);
    sql::Values nodes;
    for (const End &end : ends)
        nodes.push_back(end.node);
    QStringList missing;
    const RuleStatements statements(m_transaction.space(), *m_links);
    const sql::CursorPtr cursor =
        TRY(statements.missingNodes(*m_table->nodes, nodes, m_ends.visible).run(m_transaction));
    while (TRY(cursor->next())) {
        const End &end = ends.at(std::size_t(cursor->integer(0)));
        const QString key = rowKeyText(*m_table->nodes, RowKey{{end.node}});
        problems.push_back({end.path, u"There is no node with the key %1."_s.arg(key)});
        if (!missing.contains(key) && missing.size() <= maxNamed)
            missing.append(key);
    }
    if (problems.empty())
        return {};
    const QString list = missing.mid(0, maxNamed).join(u", "_s) + (missing.size() > maxNamed ? u", ..."_s : QString());
    Error error = Error::invalid(std::move(problems));
    error.message = u"'%1' has no rows with these keys: %2."_s.arg(named(m_table->nodes->name), list);
    return failure(std::move(error));
}

/// The nodes that edges leave so far are asked about where the edges are found.
Result<void> GraphRules::requireChangeable(const Writes &writes)
{
    std::vector<RowKey> nodes;
    for (const Write &write : writes) {
        if (const sql::Value *node = valueAt(write, m_links->lower))
            nodes.push_back({{*node}});
    }
    if (m_ends.changeable.empty() || nodes.empty())
        return {};
    const Guards refused{access::Predicate::negate(access::Predicate::all(m_ends.changeable))};
    const Selection rows{m_table->nodes, std::move(nodes), {}, refused};
    const sql::CursorPtr cursor = TRY(SqlWriter(m_transaction.space()).exists(rows).run(m_transaction));
    if (!TRY(cursor->next()))
        return {};
    return failure(access::refused(
        m_ends.decided ? *m_ends.decided : access::Decision(),
        u"You may not write edges that leave rows of '%1' that you may not update."_s.arg(named(m_table->nodes->name)),
        u"Nothing was changed. Ask an administrator of the app for access."_s));
}

/// On SQLite there is one writer at a time. Else who counts the edges of a node waits for others who do, and who looks
/// for cycles for all who change the same hierarchy.
Result<void> GraphRules::lock(const Writes &writes)
{
    if (m_transaction.dialect() == sql::Dialect::Sqlite)
        return {};
    const RuleStatements statements(m_transaction.space(), *m_links);
    const auto take = [&](const Statement &statement) -> Result<void> {
        const sql::CursorPtr cursor = TRY(statement.run(m_transaction));
        while (TRY(cursor->next())) {
        }
        return {};
    };
    if (graph().isPlainHierarchy)
        return take(statements.lockHierarchy());
    const auto isLimited = [](const EdgeType &type) { return type.maxOutgoing || type.maxIncoming; };
    if (std::none_of(graph().types.begin(), graph().types.end(), isLimited))
        return {};
    sql::Values nodes;
    for (const End &end : endsOf(*m_links, writes))
        nodes.push_back(end.node);
    sql::Values edges;
    for (const Write &write : writes) {
        if (write.key)
            edges.push_back(write.key->values.front());
    }
    return take(statements.lockNodes(*m_table->nodes, nodes, edges));
}

Result<void> GraphRules::checkEdges(const Writes &writes, const sql::Values &keys)
{
    if (graph().types.empty())
        return {};
    const RuleStatements statements(m_transaction.space(), *m_links);
    std::vector<FieldError> problems;
    {
        const sql::CursorPtr cursor = TRY(statements.written(keys).run(m_transaction));
        while (TRY(cursor->next())) {
            const QString path = writes.at(std::size_t(cursor->integer(0))).path;
            const EdgeType *type = graph().type(cursor->text(1));
            if (!type) {
                problems.push_back({path + named(edgestable::type), unknownEdgeType(graph(), cursor->text(1))});
                continue;
            }
            const Result<json::Value> metadata =
                cursor->isNull(2) ? Result<json::Value>() : json::read(cursor->text(2));
            for (FieldError &problem : metadataProblems(*type, metadata.value_or(json::Value()), path))
                problems.push_back(std::move(problem));
        }
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    for (const EdgeType &type : graph().types) {
        if (type.maxOutgoing)
            TRY(checkLimit(type, m_links->lower, *type.maxOutgoing, keys));
        if (type.maxIncoming)
            TRY(checkLimit(type, m_links->upper, *type.maxIncoming, keys));
    }
    return {};
}

Result<void> GraphRules::checkLimit(const EdgeType &type, std::size_t end, std::int64_t limit, const sql::Values &keys)
{
    const RuleStatements statements(m_transaction.space(), *m_links);
    const sql::CursorPtr cursor = TRY(statements.nodeBeyondLimit(type, end, limit, keys).run(m_transaction));
    if (!TRY(cursor->next()))
        return {};
    const bool outgoing = end == m_links->lower;
    const QString node = cursor->string(0);
    const QString type_ = named(type.name);
    return failure(ErrorCode::Conflict,
                   graph().isPlainHierarchy ? u"The node %1 has a parent already."_s.arg(node)
                                            : u"The node %1 has too many edges of the type '%2'."_s.arg(node, type_),
                   (outgoing ? u"'%1' allows max_outgoing = %2: at most so many edges may leave a node."_s
                             : u"'%1' allows max_incoming = %2: at most so many edges may reach a node."_s)
                       .arg(type_)
                       .arg(limit));
}

Result<void> GraphRules::refuseCycle(const Writes &writes, const sql::Values &keys)
{
    const RuleStatements statements(m_transaction.space(), *m_links);
    const sql::CursorPtr cursor = TRY(statements.nodeAboveItself(keys).run(m_transaction));
    if (!TRY(cursor->next()))
        return {};
    const QString message = u"The node %1 would be above itself."_s.arg(cursor->string(0));
    return failure(Error::field(writes.front().path + named(m_table->columns[m_links->upper].name), message));
}

} // namespace tenantry::data
