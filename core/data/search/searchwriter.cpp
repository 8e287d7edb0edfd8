// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchwriter.h"

#include "core/data/search/searchindex.h"
#include "core/data/search/searchquery.h"

namespace tenantry::data {

namespace {

constexpr std::string_view rankAlias = "\"search ranks\"";

SearchQuery queryOf(std::string_view text)
{
    return parseSearch(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

/// A column that no definition has, of the table that the statement is about.
void writeHidden(StatementBuilder &sql, std::string_view column)
{
    const std::string &alias = sql.source().alias;
    sql << (alias.empty() ? sql::quoteIdentifier(sql.table().physicalName) : alias) << "." << column;
}

void writeTsquery(StatementBuilder &sql, std::string_view text)
{
    sql << "to_tsquery('pg_catalog." << sql.table().search->configuration << "'::regconfig, ";
    sql.parameter(tsqueryText(queryOf(text))) << ")";
}

/// Read once and not for each row, and unknown to PostgreSQL's planner: it then keeps one plan for all words, where it
/// would make one for each request, in as long as that takes to run.
void writeTsqueryOnce(StatementBuilder &sql, std::string_view text)
{
    sql << "(SELECT ";
    writeTsquery(sql, text);
    sql << ")";
}

void writeMatches(StatementBuilder &sql, std::string_view op, const std::string &match)
{
    const std::string index = searchIndexName(sql.table());
    writeHidden(sql, "rowid");
    sql << op << "(SELECT rowid FROM " << index << " WHERE " << index << " MATCH ";
    sql.parameter(match) << ")";
}

void writeSqliteCondition(StatementBuilder &sql, std::string_view text)
{
    const MatchText parts = matchText(queryOf(text), sql.table().search->configuration);
    sql << "(";
    std::string_view separator;
    if (!parts.match.empty()) {
        writeMatches(sql, " IN ", parts.match);
        separator = " OR ";
    }
    for (const std::string &excluded : parts.excluded) {
        sql << std::exchange(separator, " OR ");
        writeMatches(sql, " NOT IN ", excluded);
    }
    sql << (separator.empty() ? "FALSE)" : ")");
}

} // namespace

void writeSearchCondition(StatementBuilder &sql, std::string_view text, SearchUse use)
{
    if (sql.dialect() == sql::Dialect::Sqlite)
        return writeSqliteCondition(sql, text);
    sql << "(";
    writeHidden(sql, searchColumn);
    sql << " @@ ";
    if (use == SearchUse::Ranking)
        writeTsqueryOnce(sql, text);
    else
        writeTsquery(sql, text);
    sql << ")";
}

void writeRank(StatementBuilder &sql, std::string_view text)
{
    if (sql.dialect() == sql::Dialect::Sqlite) {
        sql << "coalesce(" << rankAlias << ".\"found rank\", 0.0)";
        return;
    }
    sql << "ts_rank(";
    writeHidden(sql, searchColumn);
    sql << ", ";
    writeTsqueryOnce(sql, text);
    sql << ")";
}

void writeRankText(StatementBuilder &sql, std::string_view text)
{
    const bool sqlite = sql.dialect() == sql::Dialect::Sqlite;
    sql << (sqlite ? "printf('%.9f', " : "(");
    writeRank(sql, text);
    sql << (sqlite ? ")" : ")::numeric");
}

void writeRankJoin(StatementBuilder &sql, std::string_view text, RankedAmong among)
{
    if (sql.dialect() != sql::Dialect::Sqlite)
        return;
    const std::string index = searchIndexName(sql.table());
    std::string match = matchText(queryOf(text), sql.table().search->configuration).match;
    if (match.empty())
        match = R"("")"; // a phrase without words, while no text at all is an error
    sql << " LEFT JOIN (SELECT rowid AS \"found row\", -"
        << (among == RankedAmong::AllRows ? "bm25(" : "tenantry_rank(") << index;
    for (const Search::Field &field : sql.table().search->fields)
        sql << ", " << weightText(field.weight);
    sql << ") AS \"found rank\" FROM " << index << " WHERE " << index << " MATCH ";
    sql.parameter(match) << ") AS " << rankAlias << " ON " << rankAlias << ".\"found row\" = ";
    writeHidden(sql, "rowid");
}

} // namespace tenantry::data
