// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchranks.h"

namespace tenantry::data {

void rankBySearch(QueryPlan &plan, std::vector<Ordering> &ordering, const std::string &text)
{
    if (ordering.empty()) {
        Ordering best{.direction = Direction::Descending};
        best.extra = plan.extras.size();
        ordering.push_back(std::move(best));
        plan.extras.push_back({{}, ColumnType::Number, [text](StatementBuilder &sql) { writeRank(sql, text); }});
    }
    if (!plan.rows.table->column("rank"))
        plan.extras.push_back(
            {"rank", ColumnType::Number, [text](StatementBuilder &sql) { writeRankText(sql, text); }});
    // How often others have a word would tell of rows that are hidden.
    const RankedAmong among = plan.rows.guards.empty() ? RankedAmong::AllRows : RankedAmong::Nothing;
    plan.joined = [text, among](StatementBuilder &sql) { writeRankJoin(sql, text, among); };
}

/// The mark is a second operand.
SearchUse useOf(const Condition &search)
{
    return search.operands.size() > 1 ? SearchUse::Ranking : SearchUse::Any;
}

void expectRanking(QueryPlan &plan)
{
    for (Condition &condition : plan.rows.conditions) {
        if (condition.op == Operator::Search && useOf(condition) == SearchUse::Any)
            condition.operands.push_back(true);
    }
}

} // namespace tenantry::data
