// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/conditionparser.h"

#include "core/data/columntype.h"
#include "core/data/query/comparisonparser.h"
#include "core/data/query/nearestname.h"
#include "core/data/query/relationpath.h"
#include "core/data/search/searchcondition.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

QString noOperator(QStringView name)
{
    std::vector<std::string> names;
    for (const FilterOperator &op : filterOperators())
        names.emplace_back(op.name);
    const QString message = u"There is no operator '%1'."_s.arg(name);
    if (const std::optional<std::string> nearest = nearestName(name.toUtf8().toStdString(), names))
        return message + u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest));
    return message + u" Some there are: eq, ne, lt, gte, in, between, null, contains, startswith."_s;
}

/// A word that may hold more than one part: what is before the last separator, and after it.
std::optional<std::pair<QStringView, QStringView>> splitLast(QStringView name, QStringView separator)
{
    const qsizetype at = name.lastIndexOf(separator);
    if (at <= 0)
        return std::nullopt;
    return std::pair(name.left(at), name.mid(at + separator.size()));
}

} // namespace

/// `parse`: (const ConditionParser &, const QString &name) -> std::optional<Condition>, about the related table.
template<class Parse>
std::optional<Condition> ConditionParser::ofRelated(const QString &name, const QString &path, Problems &problems,
                                                    Parse parse) const
{
    const qsizetype dot = name.indexOf(u'.');
    const auto relation = relationNamed(m_table, m_relations, QStringView(name).left(dot));
    if (!relation) {
        problems.push_back({path, relation.error()});
        return std::nullopt;
    }
    if (m_hops == longestPath) {
        problems.push_back({path, u"At most %1 relations can be walked."_s.arg(longestPath)});
        return std::nullopt;
    }
    const ConditionParser inner(*(*relation)->target(), m_relations, m_hops + 1);
    std::optional<Condition> condition = parse(inner, name.mid(dot + 1));
    if (condition)
        condition = throughRelation(*relation, std::move(*condition));
    return condition;
}

/// A dot behind "__" belongs to a key of a document.
bool ConditionParser::walks(const QString &name) const
{
    const qsizetype dot = name.indexOf(u'.');
    return dot >= 0 && (!QStringView(name).left(dot).contains(u"__"_s) ||
                        m_relations.of(m_table).find(name.left(dot).toStdString()));
}

std::optional<Condition> ConditionParser::fromText(const QString &name, const QString &text, const QString &path,
                                                   Problems &problems) const
{
    if (walks(name)) {
        return ofRelated(name, path, problems, [&](const ConditionParser &related, const QString &rest) {
            return related.fromText(rest, text, path, problems);
        });
    }
    if (isSearch(m_table, name))
        return searchCondition(json::Value(text), path, problems);
    const std::optional<ComparisonTarget> aim = target(name, path, problems);
    if (!aim)
        return std::nullopt;
    auto parsed = ComparisonParser(m_table).fromText(*aim, text);
    if (parsed)
        return std::move(*parsed);
    problems.push_back({path, parsed.error()});
    return std::nullopt;
}

std::optional<Condition> ConditionParser::fromJson(const QString &name, const json::Value &value, const QString &path,
                                                   Problems &problems) const
{
    if (walks(name)) {
        return ofRelated(name, path, problems, [&](const ConditionParser &related, const QString &rest) {
            return related.fromJson(rest, value, path, problems);
        });
    }
    if (isSearch(m_table, name))
        return searchCondition(value, path, problems);
    const std::optional<ComparisonTarget> aim = target(name, path, problems);
    if (!aim)
        return std::nullopt;
    auto parsed = ComparisonParser(m_table).fromJson(*aim, value);
    if (parsed)
        return std::move(*parsed);
    problems.push_back({path, parsed.error()});
    return std::nullopt;
}

std::optional<ComparisonTarget> ConditionParser::target(const QString &name, const QString &path,
                                                        Problems &problems) const
{
    if (const auto column = m_table.columnIndex(name.toStdString()))
        return ComparisonTarget{*column, filterOperator("eq")};

    // The older spelling has a single underscore; only what is neither a column nor the newer one may be it.
    for (const QStringView separator : {QStringView(u"__"), QStringView(u"_")}) {
        const auto parts = splitLast(name, separator);
        if (!parts)
            continue;
        const auto column = m_table.columnIndex(parts->first.toUtf8().toStdString());
        const FilterOperator *op = filterOperator(parts->second.toUtf8().toStdString());
        if (column && op)
            return ComparisonTarget{*column, &meaningOf(*op, m_table.columns[*column].type)};
        if (std::optional<ComparisonTarget> nested = nestedTarget(name))
            return nested;
        if (column && separator.size() == 2) {
            problems.push_back({path, noOperator(parts->second)});
            return std::nullopt;
        }
    }
    const auto parts = splitLast(name, u"__");
    problems.push_back({path, unknownColumn(m_table, m_relations, parts ? parts->first : QStringView(name))});
    return std::nullopt;
}

/// A path into a document, with an operator behind it unless equality is meant.
std::optional<ComparisonTarget> ConditionParser::nestedTarget(const QString &name) const
{
    QStringList parts = name.split(u"__"_s);
    const auto column = m_table.columnIndex(parts.takeFirst().toStdString());
    if (!column || parts.isEmpty() || !isDocument(m_table.columns[*column].type))
        return std::nullopt;
    ComparisonTarget target{*column, filterOperator(parts.last().toStdString())};
    if (target.op)
        parts.removeLast();
    else
        target.op = filterOperator("eq");
    for (const QString &part : parts)
        target.path.push_back(part.toStdString());
    return target;
}

} // namespace tenantry::data
