// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/relationpath.h"

#include "core/data/columntype.h"
#include "core/data/query/nearestname.h"

#include <QStringList>

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Way = std::vector<const Hop *>;

void collectPaths(const Condition &condition, Way &way, std::set<Way> &paths)
{
    const bool related = condition.op == Operator::Related;
    if (related)
        way.push_back(condition.hop.get());
    else if (condition.op != Operator::And && condition.op != Operator::Or && !way.empty())
        paths.insert(way);
    for (const Condition &part : condition.parts)
        collectPaths(part, way, paths);
    if (related)
        way.pop_back();
}

/// "loans!lender_id, loans!reader_id" for "loans"; empty when it is no table with several relations.
QString namesOfSeveral(const TableRelations &known, const std::string &table)
{
    QStringList names;
    for (const std::string &name : known.names()) {
        if (name.starts_with(table + "!"))
            names.append(QString::fromStdString(name));
    }
    return names.size() > 1 ? names.join(u", "_s) : QString();
}

bool isPlainGroup(const Condition &condition, Operator op)
{
    return condition.op == op && !condition.negated;
}

/// Whether all parts are about the same related rows.
bool haveOneHop(const std::vector<Condition> &parts)
{
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](const Condition &part) {
        return isPlainGroup(part, Operator::Related) && part.hop == parts.front().hop;
    });
}

/// Some row meets this or some row meets that: some row meets this or that. Only so can it meet other conditions with
/// the same row.
Condition joinedAlternatives(Condition group)
{
    Condition any{.op = Operator::Or};
    for (Condition &part : group.parts) {
        const bool one = part.parts.size() == 1;
        any.parts.push_back(one ? std::move(part.parts.front())
                                : Condition{.op = Operator::And, .parts = std::move(part.parts)});
    }
    Condition related{.op = Operator::Related, .hop = group.parts.front().hop};
    related.parts.push_back(std::move(any));
    return related;
}

Condition shared(Condition condition);

void addShared(Condition condition, std::vector<Condition> &conditions)
{
    if (isPlainGroup(condition, Operator::And)) {
        for (Condition &part : condition.parts)
            addShared(std::move(part), conditions);
        return;
    }
    condition = shared(std::move(condition));
    const auto sameRows = [&](const Condition &earlier) {
        return isPlainGroup(earlier, Operator::Related) && earlier.hop == condition.hop;
    };
    const auto found = isPlainGroup(condition, Operator::Related)
                           ? std::find_if(conditions.begin(), conditions.end(), sameRows)
                           : conditions.end();
    if (found == conditions.end())
        conditions.push_back(std::move(condition));
    else
        std::move(condition.parts.begin(), condition.parts.end(), std::back_inserter(found->parts));
}

/// With the parts of groups put together where all of them must hold; those of a Related are its caller's business.
Condition shared(Condition condition)
{
    if (condition.op == Operator::And) {
        condition.parts = sharingRows(std::move(condition.parts));
        if (!condition.negated && condition.parts.size() == 1)
            return Condition(std::move(condition.parts.front()));
    } else if (condition.op == Operator::Or) {
        for (Condition &part : condition.parts)
            part = shared(std::move(part));
        if (!condition.negated && haveOneHop(condition.parts))
            return joinedAlternatives(std::move(condition));
    }
    return condition;
}

} // namespace

tl::expected<RelationPtr, QString> relationNamed(const Table &table, const Relations &relations, QStringView name)
{
    const std::string wanted = name.toUtf8().toStdString();
    if (table.keepsDocuments())
        return tl::unexpected(
            u"'%1' leads nowhere: a table of the provider 'jsonb' has no relations to other tables."_s.arg(name));
    const TableRelations &known = relations.of(table);
    if (RelationPtr relation = known.find(wanted))
        return relation;
    if (table.column(wanted))
        return tl::unexpected(u"'%1' refers to no other table."_s.arg(name));
    if (const QString several = namesOfSeveral(known, wanted); !several.isEmpty())
        return tl::unexpected(u"There are several relations with '%1': %2."_s.arg(name, several));
    QString message = u"There is no relation '%1'."_s.arg(name);
    if (const std::optional<std::string> nearest = nearestName(wanted, known.names()))
        message += u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest));
    return tl::unexpected(message);
}

QString unknownColumn(const Table &table, const Relations &relations, QStringView name)
{
    const std::string wanted = name.toUtf8().toStdString();
    const TableRelations &known = relations.of(table);
    if (known.find(wanted))
        return u"'%1' leads to other rows; name one of their columns, as in %1.id."_s.arg(name);
    std::vector<std::string> names = known.names();
    for (const Column &column : table.columns)
        names.push_back(column.name);
    QString message = u"There is no column '%1'."_s.arg(name);
    if (const std::optional<std::string> nearest = nearestName(wanted, names))
        message += u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest));
    return message;
}

Condition throughRelation(const RelationPtr &relation, Condition inner)
{
    for (auto hop = relation->hops.rbegin(); hop != relation->hops.rend(); ++hop) {
        Condition related{.op = Operator::Related, .hop = HopPtr(relation, &*hop)};
        related.parts.push_back(std::move(inner));
        inner = std::move(related);
    }
    return inner;
}

std::vector<Condition> sharingRows(std::vector<Condition> conditions)
{
    std::vector<Condition> result;
    for (Condition &condition : conditions)
        addShared(std::move(condition), result);
    for (Condition &condition : result) {
        if (condition.op == Operator::Related)
            condition.parts = sharingRows(std::move(condition.parts));
    }
    return result;
}

std::size_t countPaths(const std::vector<Condition> &conditions)
{
    std::set<Way> paths;
    Way way;
    for (const Condition &condition : conditions)
        collectPaths(condition, way, paths);
    return paths.size();
}

tl::expected<Ordering, QString> orderingOf(const Table &table, const Relations &relations, const QString &name)
{
    Ordering ordering;
    const Table *at = &table;
    QStringList names = name.split(u'.');
    const QString column = names.takeLast();
    if (names.size() > longestPath)
        return tl::unexpected(u"At most %1 relations can be walked."_s.arg(longestPath));
    for (const QString &step : names) {
        auto relation = relationNamed(*at, relations, step);
        if (!relation)
            return tl::unexpected(relation.error());
        if ((*relation)->kind != RelationKind::ManyToOne)
            return tl::unexpected(u"'%1' may lead to many rows, and rows cannot be ordered by those."_s.arg(step));
        ordering.path.push_back({HopPtr(*relation, &(*relation)->hops.front())});
        at = (*relation)->target().get();
    }
    const std::optional<std::size_t> index = at->columnIndex(column.toStdString());
    if (!index)
        return tl::unexpected(unknownColumn(*at, relations, column));
    const DataType &type = at->columns[*index].type;
    if (!isScalar(type) && !isDocument(type))
        return tl::unexpected(u"'%1' is %2, and these have no order."_s.arg(column, describeType(type)));
    ordering.column = *index;
    return ordering;
}

bool ordersBySame(const Ordering &left, const Ordering &right)
{
    return left.column == right.column && left.extra == right.extra &&
           std::equal(left.path.begin(), left.path.end(), right.path.begin(), right.path.end(),
                      [](const OrderingHop &a, const OrderingHop &b) { return a.hop == b.hop; });
}

} // namespace tenantry::data
