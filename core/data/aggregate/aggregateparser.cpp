// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/aggregateparser.h"

#include "core/data/aggregate/callparser.h"
#include "core/data/aggregate/expressionparser.h"
#include "core/data/aggregate/groupcolumns.h"
#include "core/data/aggregate/havingparser.h"
#include "core/data/columntype.h"
#include "core/data/query/filterparser.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr auto aggregateName = "_aggregate"_L1;
constexpr auto groupByName = "_group_by"_L1;
constexpr auto havingName = "_having"_L1;

/// About the order and number of groups.
constexpr std::array aboutGroups{"ordering"_L1, "_sort"_L1, "_order"_L1, "page"_L1,   "page_size"_L1,
                                 "_start"_L1,   "_end"_L1,  "limit"_L1,  "offset"_L1, "_count"_L1};

/// About rows as they are, which an aggregated answer has none of.
constexpr std::array aboutRows{"fields"_L1, "populate"_L1, "allowed_actions"_L1};

template<class Names>
bool isAmong(const QString &name, const Names &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// All that was sent under the name, as one list.
QString listOf(const Parameters &parameters, QLatin1StringView name)
{
    QStringList parts;
    for (const auto &[key, value] : parameters) {
        if (key == name && !value.trimmed().isEmpty())
            parts.append(value);
    }
    return parts.join(u',');
}

QString notTogether()
{
    return u"Related rows cannot be asked for together with aggregates."_s;
}

bool asksRelated(const Condition &condition)
{
    return condition.op == Operator::Related ||
           std::any_of(condition.parts.begin(), condition.parts.end(), asksRelated);
}

class Reader
{
public:
    Reader(const Table &table, const Relations &relations, const Parameters &parameters)
        : m_table(table)
        , m_relations(relations)
        , m_parameters(parameters)
        , m_columns(table)
    {
    }

    Result<AggregateQuery> read()
    {
        take(readKeys());
        take(readCalls());
        refuseNothing();
        auto having = take(readHaving());
        readConditions();
        if (!m_problems.empty())
            return failure(Error::invalid(std::move(m_problems)));
        m_query.groups = std::move(m_columns).take();
        if (having)
            m_query.having = HavingParser::conditions(*having, *m_query.groups, QString(havingName), m_problems);
        readWindow();
        if (!m_problems.empty())
            return failure(Error::invalid(std::move(m_problems)));
        return std::move(m_query);
    }

private:
    /// The value, with what is wrong kept for the answer.
    template<class T>
    std::optional<T> take(Result<T> result)
    {
        if (result)
            return std::move(*result);
        const std::vector<FieldError> &fields = result.error().fields;
        m_problems.insert(m_problems.end(), fields.begin(), fields.end());
        return std::nullopt;
    }
    void take(const Result<void> &result)
    {
        if (!result)
            m_problems.insert(m_problems.end(), result.error().fields.begin(), result.error().fields.end());
    }

    Result<void> readKeys()
    {
        const QString text = listOf(m_parameters, groupByName);
        if (text.isEmpty())
            return {};
        TokenReader tokens(groupByName, TRY(tokenize(groupByName, text)));
        do {
            const Token start = tokens.peek();
            if (aggregateFunction(start) && tokens.peek(1).is("("))
                return tokens.problem(u"Groups are formed by columns, not by what is counted of them."_s);
            Expression key = TRY(ExpressionParser(m_table, tokens).parse());
            if (!canBeGrouped(key.type))
                return failure(
                    problemAt(groupByName, start, u"Rows cannot be grouped by %1."_s.arg(describeType(key.type))));
            const std::string alias = TRY(parseAlias(tokens));
            if (!m_columns.addKey(key, alias))
                return taken(groupByName, start, alias);
            m_query.keys.push_back(std::move(key));
            if (m_query.keys.size() > AggregateParser::mostKeys)
                return tokens.problem(u"Expected at most %1 keys."_s.arg(AggregateParser::mostKeys));
        } while (tokens.skip(","));
        return expectEnd(tokens);
    }

    Result<void> readCalls()
    {
        const QString text = listOf(m_parameters, aggregateName);
        if (text.isEmpty())
            return {};
        TokenReader tokens(aggregateName, TRY(tokenize(aggregateName, text)));
        do {
            const Token start = tokens.peek();
            AggregateCall call = TRY(parseCall(m_table, tokens));
            const std::string alias = TRY(parseAlias(tokens));
            if (!m_columns.addCall(call, alias))
                return taken(aggregateName, start, alias);
            m_query.calls.push_back(std::move(call));
            if (m_query.calls.size() > AggregateParser::mostCalls)
                return tokens.problem(u"Expected at most %1 functions."_s.arg(AggregateParser::mostCalls));
        } while (tokens.skip(","));
        return expectEnd(tokens);
    }

    /// Of rows that are neither grouped nor counted there is nothing to answer.
    void refuseNothing()
    {
        if (!m_problems.empty() || !m_query.keys.empty() || !m_query.calls.empty())
            return;
        for (const auto &[name, value] : m_parameters) {
            if (!value.trimmed().isEmpty())
                continue;
            if (name == aggregateName)
                m_problems.push_back({name, u"Name a function, like count(*), or leave this out."_s});
            else if (name == groupByName)
                m_problems.push_back({name, u"Name a column, or leave this out."_s});
            else if (name == havingName)
                m_problems.push_back({name, u"It chooses among groups; say which with _group_by or _aggregate."_s});
        }
    }

    static Result<void> expectEnd(const TokenReader &tokens)
    {
        if (tokens.atEnd())
            return {};
        return tokens.problem(u"Expected a comma or the end."_s);
    }

    static tl::unexpected<Error> taken(const QString &parameter, const Token &start, const std::string &alias)
    {
        return failure(
            problemAt(parameter, start, u"Another result is called '%1'."_s.arg(QString::fromStdString(alias))));
    }

    Result<std::vector<HavingParser::Comparison>> readHaving()
    {
        const QString text = listOf(m_parameters, havingName);
        if (text.isEmpty())
            return std::vector<HavingParser::Comparison>();
        if (listOf(m_parameters, groupByName).isEmpty())
            return failure(Error::field(havingName, u"Only groups can be chosen; say with _group_by what they are."_s));
        if (!m_problems.empty()) // names of results are not known
            return std::vector<HavingParser::Comparison>();
        const std::size_t answered = m_query.calls.size();
        auto comparisons = TRY(HavingParser(m_table, m_query.calls, m_columns).parse(havingName, text));
        m_query.hidden = m_query.calls.size() - answered;
        return comparisons;
    }

    void readConditions()
    {
        Parameters conditions;
        for (const auto &item : m_parameters) {
            const bool own = item.first == aggregateName || item.first == groupByName || item.first == havingName;
            if (own || isAmong(item.first, aboutGroups) || isAmong(item.first, aboutRows))
                continue;
            if (item.first.contains(u'.')) // a path; names of columns have no point
                m_problems.push_back({item.first, notTogether()});
            else
                conditions.push_back(item);
        }
        auto query = take(FilterParser(m_table, m_relations).parse(conditions));
        if (!query)
            return;
        if (std::any_of(query->conditions.begin(), query->conditions.end(), asksRelated))
            m_problems.push_back({u"filters"_s, notTogether()});
        m_query.conditions = std::move(query->conditions);
        m_query.nearest = std::move(query->nearest);
        if (m_query.nearest)
            m_query.search = std::move(query->search);
    }

    void readWindow()
    {
        Parameters rest;
        for (const auto &item : m_parameters) {
            if (isAmong(item.first, aboutGroups))
                rest.push_back(item);
        }
        auto query = take(FilterParser(*m_query.groups).parse(rest));
        if (!query)
            return;
        m_query.ordering = std::move(query->ordering);
        m_query.window = query->window;
        if (m_query.keys.empty()) // one row there always is
            m_query.window.offset = 0;
        m_query.wanted = query->wanted;
        for (std::size_t key = 0; key < m_query.keys.size(); ++key) {
            const bool ordered = std::any_of(m_query.ordering.begin(), m_query.ordering.end(),
                                             [key](const Ordering &item) { return item.column == key; });
            if (!ordered)
                m_query.ordering.push_back({key, Direction::Ascending});
        }
    }

    const Table &m_table;
    const Relations &m_relations;
    const Parameters &m_parameters;
    AggregateQuery m_query;
    GroupColumns m_columns;
    std::vector<FieldError> m_problems;
};

} // namespace

bool asksForGroups(const Parameters &parameters)
{
    return std::any_of(parameters.begin(), parameters.end(), [](const auto &item) {
        return item.first == aggregateName || item.first == groupByName || item.first == havingName;
    });
}

Result<AggregateQuery> AggregateParser::parse(const Parameters &parameters) const
{
    return Reader(m_table, m_relations, parameters).read();
}

} // namespace tenantry::data
