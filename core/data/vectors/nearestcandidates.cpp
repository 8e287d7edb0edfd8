// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/vectors/nearestcandidates.h"

#include "core/data/constraintname.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/vectors/vectorindex.h"

#include <algorithm>

namespace tenantry::data {

namespace {

bool isNearness(const Condition &condition)
{
    return condition.op == Operator::Near;
}

/// Null for what is not ordered by nearness alone.
const VectorSearch *searchOf(const QueryPlan &plan)
{
    const std::vector<Condition> &conditions = plan.rows.conditions;
    const auto near = std::find_if(conditions.begin(), conditions.end(), isNearness);
    const bool isPlain = plan.nearest && !plan.nearest->score && near != conditions.end();
    return isPlain && plan.wanted == Wanted::Rows && plan.rows.keys.empty() ? near->near.get() : nullptr;
}

/// How far an index looks: candidates of hnsw, lists of ivfflat. pgvector's own defaults, 40 and 1, miss many rows.
std::int64_t effortOf(const VectorSearch &search, IndexMethod method)
{
    constexpr std::int64_t usualCandidates = 100;
    constexpr std::int64_t mostCandidates = 1000;
    constexpr std::int64_t usualLists = 10; // of the 100 that an index has
    constexpr std::int64_t mostLists = 32'768;
    if (method == IndexMethod::IvfFlat)
        return std::min(search.effort.value_or(usualLists), mostLists);
    return std::min(std::max(search.effort.value_or(usualCandidates), search.most), mostCandidates);
}

/// Sets how the index is to be gone through, where it is there. From 0.8 on, pgvector goes on when conditions leave too
/// few of what it found.
Result<std::optional<VectorExtension>> prepareIndex(sql::Session &session, const Table &table, const Index &index,
                                                    const VectorSearch &search)
{
    const bool isHnsw = index.method == IndexMethod::Hnsw;
    const std::string name =
        session.space().table(constraintName(table.physicalName, ConstraintKind::Index, index.name));
    return session.first(
        "SELECT n.nspname, set_config($2, $3, TRUE), "
        "CASE WHEN e.extversion !~ '^0[.][0-7]([.]|$)' THEN set_config($4, $5, TRUE) END "
        "FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
        "JOIN pg_index i ON i.indexrelid = to_regclass($1) "
        "WHERE e.extname = 'vector' AND i.indisvalid AND has_schema_privilege(n.oid, 'USAGE')",
        {name, isHnsw ? "hnsw.ef_search" : "ivfflat.probes", std::to_string(effortOf(search, index.method)),
         isHnsw ? "hnsw.iterative_scan" : "ivfflat.iterative_scan", isHnsw ? "strict_order" : "relaxed_order"},
        [](const sql::Cursor &row) { return VectorExtension{std::string(row.text(0))}; });
}

Result<std::vector<RowKey>> readKeys(sql::Session &session, const QueryPlan &candidates)
{
    std::vector<RowKey> keys;
    const sql::CursorPtr cursor = TRY(SqlWriter(session.space()).page(candidates).run(session));
    while (TRY(cursor->next())) {
        RowKey &key = keys.emplace_back();
        for (std::size_t i = 0; i < candidates.columns.size(); ++i)
            key.values.emplace_back(std::string(cursor->text(int(i))));
    }
    return keys;
}

} // namespace

QueryPlan candidatePlan(const QueryPlan &plan, const VectorExtension &extension)
{
    const Table &table = *plan.rows.table;
    std::vector<Condition> conditions = plan.rows.conditions;
    const auto near = std::find_if(conditions.begin(), conditions.end(), isNearness);
    const std::shared_ptr<const VectorSearch> search = near->near;
    // What has no distance, or one beyond the threshold, comes last, and falls to the search among the candidates.
    conditions.erase(near);
    QueryPlan candidates;
    candidates.rows = {plan.rows.table, {}, std::move(conditions), plan.rows.guards};
    candidates.columns = table.primaryKey;
    candidates.extras.push_back({{}, ColumnType::Number, [search, extension](StatementBuilder &sql) {
                                     writeIndexedDistance(sql, *search, extension);
                                 }});
    candidates.ordering.push_back(Ordering{.extra = 0});
    candidates.window.limit = plan.nearest->most;
    return candidates;
}

Result<std::optional<QueryPlan>> planAmongCandidates(sql::Session &session, const QueryPlan &plan)
{
    const VectorSearch *search = session.dialect() == sql::Dialect::Postgres ? searchOf(plan) : nullptr;
    const Index *index = search ? indexFor(*plan.rows.table, *search) : nullptr;
    if (!index)
        return std::optional<QueryPlan>();
    const std::optional<VectorExtension> extension = TRY(prepareIndex(session, *plan.rows.table, *index, *search));
    if (!extension)
        return std::optional<QueryPlan>();
    std::vector<RowKey> keys = TRY(readKeys(session, candidatePlan(plan, *extension)));
    if (std::ssize(keys) < plan.nearest->most)
        return std::optional<QueryPlan>();
    QueryPlan among = plan;
    among.rows.keys = std::move(keys);
    return std::optional(std::move(among));
}

} // namespace tenantry::data
