// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/query/compoundoperands.h"
#include "core/data/relations/relations.h"
#include "core/data/values/valuecodec.h"
#include "core/json/value.h"

namespace tenantry::data {

struct ComparisonTarget;

/// Reads one condition on one table: its name, such as "price__gte", tells column and operator, `column` alone meaning
/// equality and `column_operator` the older spelling where it cannot be a column. "meta__size__height__gt" leads into a
/// document, "shelf_id.room_id.floor__gt" asks it of a related row (relationpath.h). Pure. What is wrong is added to
/// `problems` under `path`, and no condition given.
class ConditionParser
{
public:
    using Problems = std::vector<FieldError>;

    /// Both outlive it.
    explicit ConditionParser(const Table &table, const Relations &relations = Relations::none())
        : ConditionParser(table, relations, 0)
    {
    }

    /// As in a query string: lists are separated by commas.
    std::optional<Condition> fromText(const QString &name, const QString &text, const QString &path,
                                      Problems &problems) const;
    /// Lists may also be arrays; an array where one value is expected asks for each of them; null with eq or ne asks
    /// for what is, or is not, null.
    std::optional<Condition> fromJson(const QString &name, const json::Value &value, const QString &path,
                                      Problems &problems) const;

private:
    ConditionParser(const Table &table, const Relations &relations, int hops)
        : m_table(table)
        , m_relations(relations)
        , m_hops(hops)
    {
    }

    bool walks(const QString &name) const;
    template<class Parse>
    std::optional<Condition> ofRelated(const QString &name, const QString &path, Problems &problems, Parse parse) const;

    std::optional<ComparisonTarget> target(const QString &name, const QString &path, Problems &problems) const;
    std::optional<ComparisonTarget> nestedTarget(const QString &name) const;

    const Table &m_table;
    const Relations &m_relations;
    int m_hops; ///< to m_table
};

} // namespace tenantry::data
