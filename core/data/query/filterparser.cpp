// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filterparser.h"

#include "core/data/query/filtertree.h"
#include "core/data/query/nearestname.h"
#include "core/data/query/projectionparser.h"
#include "core/data/query/relationpath.h"
#include "core/data/query/vectorparser.h"
#include "core/data/query/windowparser.h"
#include "core/data/search/searchcondition.h"
#include "core/data/values/valuecodec.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

enum class Use {
    Read,    ///< by this parser
    Ignored, ///< sent by clients with every request, without meaning for a table's rows
    Groups,  ///< by the parser of groups; without groups refused
    Refused, ///< has a meaning for writes that must not be dropped silently
};

struct ReservedName
{
    QLatin1StringView name;
    Use use;
};

/// Names that are never columns unless an operator follows.
constexpr std::array reservedNames{
    ReservedName{"page"_L1, Use::Read},
    ReservedName{"page_size"_L1, Use::Read},
    ReservedName{"_start"_L1, Use::Read},
    ReservedName{"_end"_L1, Use::Read},
    ReservedName{"ordering"_L1, Use::Read},
    ReservedName{"_sort"_L1, Use::Read},
    ReservedName{"_order"_L1, Use::Read},
    ReservedName{"fields"_L1, Use::Read},
    ReservedName{"_count"_L1, Use::Read},
    ReservedName{"format"_L1, Use::Ignored},
    ReservedName{"include"_L1, Use::Ignored},
    ReservedName{"depth"_L1, Use::Ignored},
    ReservedName{"relationship_type"_L1, Use::Ignored},
    ReservedName{"graph_types"_L1, Use::Ignored},
    ReservedName{"search"_L1, Use::Read},
    ReservedName{"populate"_L1, Use::Read},
    ReservedName{"filters"_L1, Use::Read},
    ReservedName{"filter"_L1, Use::Refused},
    ReservedName{"ids"_L1, Use::Refused},
    ReservedName{"unique_fields"_L1, Use::Refused},
    ReservedName{"allowed_actions"_L1, Use::Read},
    ReservedName{"_aggregate"_L1, Use::Groups},
    ReservedName{"_group_by"_L1, Use::Groups},
    ReservedName{"_having"_L1, Use::Groups},
    ReservedName{"_topk"_L1, Use::Read},
    ReservedName{"_vector_threshold"_L1, Use::Read},
    ReservedName{"_vector_ef_search"_L1, Use::Read},
    ReservedName{"_vector_metric"_L1, Use::Read},
    ReservedName{"_hybrid_strategy"_L1, Use::Read},
    ReservedName{"_hybrid_alpha"_L1, Use::Read},
};

/// Names that are parameters unless the table has a column of that name.
constexpr std::array yieldingNames{"limit"_L1, "offset"_L1};

/// More than a person writes, and less than engines refuse to nest.
constexpr std::size_t maxConditions = FilterTree::mostConditions;

QString unknownParameter(const QString &name)
{
    std::vector<std::string> names;
    names.reserve(reservedNames.size());
    for (const ReservedName &known : reservedNames)
        names.emplace_back(known.name.data(), std::size_t(known.name.size()));
    const std::optional<std::string> nearest = nearestName(name.toStdString(), names);
    return u"There is no parameter '%1'."_s.arg(name) +
           (nearest ? u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest)) : QString());
}

std::optional<QString> lastValue(const Parameters &parameters, QLatin1StringView name)
{
    const auto found =
        std::find_if(parameters.rbegin(), parameters.rend(), [name](const auto &item) { return item.first == name; });
    if (found == parameters.rend())
        return std::nullopt;
    return found->second;
}

} // namespace

std::vector<QString> FilterParser::parameterNames()
{
    std::vector<QString> names(yieldingNames.begin(), yieldingNames.end());
    for (const ReservedName &reserved : reservedNames) {
        if (reserved.use != Use::Refused)
            names.emplace_back(reserved.name);
    }
    return names;
}

Result<RowQuery> FilterParser::parse(const Parameters &parameters) const
{
    RowQuery query;
    Problems problems;
    TRY(conditions(parameters, query, problems));
    ordering(parameters, query, problems);

    if (const std::optional<QString> count = lastValue(parameters, "_count"_L1)) {
        const std::optional<bool> only = truthOf(*count);
        if (!only)
            problems.push_back({u"_count"_s, u"Expected true or false."_s});
        query.wanted = only.value_or(false) ? Wanted::Total : Wanted::Rows;
    }
    query.window = parseWindow(m_table, parameters, problems);
    if (const std::optional<VectorSearch> search = parseVectorSearch(m_table, parameters, problems))
        query.nearest = std::make_shared<const VectorSearch>(*search);
    if (query.nearest && query.nearest->alpha)
        fuse(query, problems);
    query.projection = projection(parameters, problems);

    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return query;
}

/// Rows have to have the words or be near, not both.
void FilterParser::fuse(RowQuery &query, Problems &problems)
{
    const auto words = std::find_if(query.conditions.begin(), query.conditions.end(),
                                    [](const Condition &condition) { return condition.op == Operator::Search; });
    if (words == query.conditions.end()) {
        problems.push_back({u"_hybrid_strategy"_s, u"Ask for words with search, too, of a table that is searched."_s});
        return;
    }
    Condition either{.op = Operator::Or};
    either.parts.push_back(std::move(*words));
    either.parts.push_back({.column = query.nearest->column, .op = Operator::Near, .near = query.nearest});
    *words = std::move(either);
}

Result<Projection> FilterParser::parseProjection(const Parameters &parameters) const
{
    Problems problems;
    Projection asked = projection(parameters, problems);
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return asked;
}

Projection FilterParser::projection(const Parameters &parameters, Problems &problems) const
{
    return ProjectionParser(m_table, m_relations)
        .parse(lastValue(parameters, "fields"_L1).value_or(QString()),
               lastValue(parameters, "populate"_L1).value_or(QString()), problems);
}

bool FilterParser::isFilter(const QString &name, Problems &problems) const
{
    if (std::find(yieldingNames.begin(), yieldingNames.end(), name) != yieldingNames.end())
        return m_table.column(name.toStdString()) != nullptr;
    if (isVectorSearch(name))
        return false;
    const auto reserved = std::find_if(reservedNames.begin(), reservedNames.end(),
                                       [&](const ReservedName &item) { return name == item.name; });
    if (reserved == reservedNames.end() && name.startsWith(u'_') && !name.contains("__"_L1) &&
        !m_table.column(name.toStdString())) {
        problems.push_back({name, unknownParameter(name)});
        return false;
    }
    if (reserved == reservedNames.end())
        return true;
    if (reserved->use == Use::Groups || reserved->use == Use::Refused)
        problems.push_back({name, u"This parameter is not available here; leave it out."_s});
    return false;
}

Result<void> FilterParser::conditions(const Parameters &parameters, RowQuery &query, Problems &problems) const
{
    const ConditionParser parser(m_table, m_relations);
    std::size_t count = 0;
    for (const auto &[name, text] : parameters) {
        if (problems.size() >= maxConditions)
            break;
        std::optional<Condition> condition;
        if (name == "filters"_L1)
            condition = TRY(FilterTree(m_table, m_relations).parseText(text.toStdString(), name, problems));
        else if (name == "search"_L1)
            condition = search(text, query, problems);
        else if (isFilter(name, problems))
            condition = parser.fromText(name, text, name, problems);
        if (!condition)
            continue;
        count += countOf(*condition);
        if (count > maxConditions) {
            problems.push_back({name, u"At most %1 conditions can be asked for at once."_s.arg(maxConditions)});
            break;
        }
        if (condition->op == Operator::Search)
            query.search = std::get<std::string>(condition->operands.at(0).data());
        query.conditions.push_back(std::move(*condition));
    }
    return {};
}

/// Nothing where there is nothing to search for, or in.
std::optional<Condition> FilterParser::search(const QString &text, RowQuery &query, Problems &problems) const
{
    const QString name = u"search"_s;
    if (text.trimmed().isEmpty())
        return std::nullopt;
    if (!m_table.search) {
        query.remark = u"'search' has no effect: the table declares no search_fields."_s;
        return std::nullopt;
    }
    return searchCondition(json::Value(text), name, problems);
}

void FilterParser::ordering(const Parameters &parameters, RowQuery &query, Problems &problems) const
{
    if (const std::optional<QString> text = lastValue(parameters, "ordering"_L1)) {
        for (const QString &item : text->split(u',', Qt::SkipEmptyParts)) {
            const QString name = item.trimmed();
            const bool descending = name.startsWith(u'-');
            orderBy(u"ordering"_s, descending ? name.mid(1) : name,
                    descending ? Direction::Descending : Direction::Ascending, query, problems);
        }
        return;
    }
    const std::optional<QString> sort = lastValue(parameters, "_sort"_L1);
    if (!sort)
        return;
    const QStringList orders = lastValue(parameters, "_order"_L1).value_or(QString()).split(u',');
    const QStringList names = sort->split(u',', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString order = orders.value(i).trimmed().toLower();
        if (!order.isEmpty() && order != "asc"_L1 && order != "desc"_L1)
            problems.push_back({u"_order"_s, u"Expected asc or desc."_s});
        orderBy(u"_sort"_s, names[i].trimmed(), order == "desc"_L1 ? Direction::Descending : Direction::Ascending,
                query, problems);
    }
}

void FilterParser::orderBy(const QString &parameter, const QString &name, Direction direction, RowQuery &query,
                           Problems &problems) const
{
    if (problems.size() >= maxConditions)
        return;
    tl::expected<Ordering, QString> item = orderingOf(m_table, m_relations, name);
    if (!item) {
        problems.push_back({parameter, item.error()});
        return;
    }
    item->direction = direction;
    const auto isSame = [&](const Ordering &earlier) { return ordersBySame(earlier, *item); };
    if (std::none_of(query.ordering.begin(), query.ordering.end(), isSame))
        query.ordering.push_back(std::move(*item));
}

} // namespace tenantry::data
