// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/vectordistance.h"

#include "core/data/table.h"

#include <array>
#include <charconv>

namespace tenantry::data {

namespace {

std::string_view postgresMeasure(Metric metric)
{
    switch (metric) {
    case Metric::Cosine:
        return "1 - sum(a * b) / nullif(sqrt(sum(a * a)) * sqrt(sum(b * b)), 0)";
    case Metric::L2:
        return "sqrt(sum((a - b) * (a - b)))";
    case Metric::InnerProduct:
        return "-sum(a * b)";
    }
    Q_UNREACHABLE();
}

std::string_view sqliteMeasure(Metric metric)
{
    switch (metric) {
    case Metric::Cosine:
        return "tenantry_vector_cosine(";
    case Metric::L2:
        return "tenantry_vector_l2(";
    case Metric::InnerProduct:
        return "tenantry_vector_ip(";
    }
    Q_UNREACHABLE();
}

} // namespace

void writeDistance(StatementBuilder &sql, const VectorSearch &search)
{
    const DataType &type = sql.table().columns[search.column].type;
    if (sql.dialect() == sql::Dialect::Sqlite) {
        sql << sqliteMeasure(search.metric);
        sql.column(search.column) << ", ";
        sql.parameter(type, search.vector) << ")";
        return;
    }
    sql << "(SELECT " << postgresMeasure(search.metric) << " FROM unnest(";
    sql.column(search.column) << "::float8[], ";
    sql.parameter(type, search.vector) << "::real[]::float8[]) AS pairs (a, b))";
}

void writeWithinReach(StatementBuilder &sql, const VectorSearch &search)
{
    if (search.threshold) {
        writeDistance(sql, search);
        sql << " <= ";
        sql.parameter(sql::Value(*search.threshold));
    } else if (search.metric == Metric::Cosine) {
        writeDistance(sql, search);
        sql << " IS NOT NULL";
    } else {
        sql.column(search.column) << " IS NOT NULL";
    }
}

std::string distanceText(double distance)
{
    constexpr int digits = 12;
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), distance == 0 ? 0.0 : distance,
                                   std::chars_format::general, digits)
                         .ptr;
    return {buffer.data(), end};
}

} // namespace tenantry::data
