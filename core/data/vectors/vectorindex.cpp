// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/vectors/vectorindex.h"

#include "core/data/query/statement.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

struct Measure
{
    Metric metric;
    std::string_view operatorClass;
    std::string_view operatorName;
};

constexpr std::array measures{
    Measure{Metric::Cosine, "vector_cosine_ops", "<=>"},
    Measure{Metric::L2, "vector_l2_ops", "<->"},
    Measure{Metric::InnerProduct, "vector_ip_ops", "<#>"},
};

const Measure &measureOf(Metric metric)
{
    return *std::find_if(measures.begin(), measures.end(),
                         [metric](const Measure &item) { return item.metric == metric; });
}

std::string asVector(std::string subject, const DataType &type, const VectorExtension &extension)
{
    return std::move(subject) + "::" + extension.type(type.dimension);
}

bool canServe(const Table &table, const Index &index, const VectorSearch &search)
{
    return isOverVectors(index.method) && obstacleTo(table, index).isEmpty() &&
           index.columns.front() == table.columns[search.column].name && metricOf(index) == search.metric;
}

} // namespace

bool isOverVectors(IndexMethod method)
{
    return method == IndexMethod::Hnsw || method == IndexMethod::IvfFlat;
}

Metric metricOf(const Index &index)
{
    const auto named = std::find_if(measures.begin(), measures.end(),
                                    [&](const Measure &item) { return item.operatorClass == index.operatorClass; });
    return named == measures.end() ? Metric::Cosine : named->metric;
}

QString obstacleTo(const Table &table, const Index &index)
{
    if (index.columns.size() != 1)
        return u"an index over vectors has one field"_s;
    if (table.column(index.columns.front())->type.dimension > VectorExtension::mostIndexed)
        return u"pgvector has no index over vectors of more than %1 numbers"_s.arg(VectorExtension::mostIndexed);
    return {};
}

std::string indexedVector(const Table &table, const Index &index, const VectorExtension &extension)
{
    const Column &column = *table.column(index.columns.front());
    return "(" + asVector(sql::quoteIdentifier(column.name), column.type, extension) + ") " +
           extension.qualified(measureOf(metricOf(index)).operatorClass);
}

const Index *indexFor(const Table &table, const VectorSearch &search)
{
    const auto found = std::find_if(table.indexes.begin(), table.indexes.end(),
                                    [&](const Index &index) { return canServe(table, index, search); });
    return found == table.indexes.end() ? nullptr : &*found;
}

void writeIndexedDistance(StatementBuilder &sql, const VectorSearch &search, const VectorExtension &extension)
{
    const DataType &type = sql.table().columns[search.column].type;
    sql.column(search.column) << asVector({}, type, extension) << " "
                              << extension.operatorNamed(measureOf(search.metric).operatorName) << " ";
    sql.parameter(type, search.vector) << asVector("::real[]", type, extension);
}

} // namespace tenantry::data
