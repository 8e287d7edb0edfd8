// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/vectorparser.h"

#include "core/data/columntype.h"
#include "core/data/query/nearestname.h"
#include "core/data/table.h"
#include "core/data/values/valuecodec.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Problems = std::vector<FieldError>;

constexpr QLatin1StringView suffix = "__vector_near"_L1;

/// The parameters that say more about a search.
constexpr std::array companions{"_topk"_L1,          "_vector_threshold"_L1, "_vector_ef_search"_L1,
                                "_vector_metric"_L1, "_hybrid_strategy"_L1,  "_hybrid_alpha"_L1};

struct MetricName
{
    QLatin1StringView name;
    std::string_view operatorClass; ///< of an index that finds by it
    Metric metric;
};

constexpr std::array metrics{
    MetricName{"cosine"_L1, "vector_cosine_ops", Metric::Cosine},
    MetricName{"l2"_L1, "vector_l2_ops", Metric::L2},
    MetricName{"ip"_L1, "vector_ip_ops", Metric::InnerProduct},
};

/// Those that the table declares indexes of the column for.
std::vector<MetricName> metricsIndexed(const Table &table, std::string_view column)
{
    std::vector<MetricName> found;
    for (const Index &index : table.indexes) {
        const auto metric = std::find_if(metrics.begin(), metrics.end(), [&](const MetricName &item) {
            return item.operatorClass == index.operatorClass;
        });
        if (metric != metrics.end() && index.columns == std::vector<std::string>{std::string(column)})
            found.push_back(*metric);
    }
    return found;
}

class Reader
{
public:
    Reader(const Table &table, const Parameters &parameters, Problems &problems)
        : m_table(table)
        , m_parameters(parameters)
        , m_problems(problems)
    {
    }

    std::optional<VectorSearch> read()
    {
        const auto count = std::count_if(m_parameters.begin(), m_parameters.end(),
                                         [](const auto &item) { return isVectorSearch(item.first); });
        if (count == 0) {
            refuseCompanions();
            return std::nullopt;
        }
        const auto asked = std::find_if(m_parameters.begin(), m_parameters.end(),
                                        [](const auto &item) { return isVectorSearch(item.first); });
        if (count > 1)
            problem(asked->first, u"Rows can be near to one vector at a time."_s);
        VectorSearch search;
        readVector(asked->first, asked->second, search);
        search.metric = metric(search.column);
        search.most = whole("_topk"_L1, maxRows).value_or(search.most);
        search.threshold = real("_vector_threshold"_L1);
        search.alpha = alpha();
        constexpr std::int64_t deepestProbe = 1'000'000;
        search.effort = whole("_vector_ef_search"_L1, deepestProbe);
        refuseZeros(asked->first, search);
        return search;
    }

private:
    void problem(const QString &parameter, const QString &message) { m_problems.push_back({parameter, message}); }

    std::optional<QString> value(QLatin1StringView name) const
    {
        const auto found = std::find_if(m_parameters.rbegin(), m_parameters.rend(),
                                        [name](const auto &item) { return item.first == name; });
        return found == m_parameters.rend() ? std::nullopt : std::optional(found->second);
    }

    void refuseCompanions()
    {
        for (const QLatin1StringView name : companions) {
            if (value(name))
                problem(name, u"Ask for rows near to a vector with {field}__vector_near, too."_s);
        }
    }

    void readVector(const QString &parameter, const QString &text, VectorSearch &search)
    {
        const QString name = parameter.chopped(suffix.size());
        const std::optional<std::size_t> column = m_table.columnIndex(name.toStdString());
        if (!column)
            return problem(parameter, unknownColumn(m_table, name));
        const DataType &type = m_table.columns[*column].type;
        if (type != ColumnType::Vector)
            return problem(parameter, u"'%1' holds no vectors; it is %2."_s.arg(name, describeType(type)));
        ParsedValue vector = valueFromText(type, text.toStdString());
        if (!vector || vector->isNull())
            return problem(parameter, vector ? u"Expected a vector."_s : vector.error());
        search.column = *column;
        search.vector = std::move(*vector);
    }

    /// What an index of the column is for, the first one's where nothing is asked; any where no index says.
    Metric metric(std::size_t column)
    {
        const std::vector<MetricName> indexed = metricsIndexed(m_table, m_table.columns[column].name);
        const std::optional<QString> name = value("_vector_metric"_L1);
        if (!name)
            return indexed.empty() ? Metric::Cosine : indexed.front().metric;
        const auto found =
            std::find_if(metrics.begin(), metrics.end(), [&](const MetricName &item) { return item.name == *name; });
        if (found == metrics.end()) {
            problem(u"_vector_metric"_s, u"Expected cosine, l2 or ip."_s);
            return Metric::Cosine;
        }
        QStringList usable;
        for (const MetricName &item : indexed)
            usable.append(item.name);
        if (!usable.isEmpty() && !usable.contains(*name))
            problem(u"_vector_metric"_s,
                    u"The index of '%1' is for %2; ask with that, or without _vector_metric."_s.arg(
                        QString::fromStdString(m_table.columns[column].name), usable.join(u" and "_s)));
        return found->metric;
    }

    std::optional<std::int64_t> whole(QLatin1StringView name, std::int64_t most)
    {
        const std::optional<QString> text = value(name);
        if (!text)
            return std::nullopt;
        bool valid = false;
        const std::int64_t number = text->toLongLong(&valid);
        if (valid && number >= 1 && number <= most)
            return number;
        problem(name, u"Expected a whole number from 1 to %1."_s.arg(most));
        return std::nullopt;
    }

    std::optional<double> real(QLatin1StringView name)
    {
        const std::optional<QString> text = value(name);
        if (!text)
            return std::nullopt;
        bool valid = false;
        const double number = text->toDouble(&valid);
        if (valid && std::isfinite(number))
            return number;
        problem(name, u"Expected a number."_s);
        return std::nullopt;
    }

    std::optional<double> alpha()
    {
        constexpr double usual = 0.5;
        const std::optional<QString> strategy = value("_hybrid_strategy"_L1);
        const std::size_t before = m_problems.size();
        const double share = real("_hybrid_alpha"_L1).value_or(usual);
        if (m_problems.size() == before && (share < 0 || share > 1))
            problem(u"_hybrid_alpha"_s, u"Expected a number from 0, words only, to 1, nearness only."_s);
        if (strategy && *strategy != "rrf"_L1)
            problem(u"_hybrid_strategy"_s, u"Expected rrf."_s);
        if (!strategy && value("_hybrid_alpha"_L1))
            problem(u"_hybrid_alpha"_s, u"Ask for a fused search with _hybrid_strategy=rrf, too."_s);
        return strategy ? std::optional(share) : std::nullopt;
    }

    void refuseZeros(const QString &parameter, const VectorSearch &search)
    {
        const auto *blob = std::get_if<sql::Blob>(&search.vector.data());
        const auto isZero = [](char byte) { return byte == 0; };
        if (search.metric == Metric::Cosine && blob && std::all_of(blob->bytes.begin(), blob->bytes.end(), isZero))
            problem(parameter, u"A vector of zeros has no direction; ask with _vector_metric=l2."_s);
    }

    const Table &m_table;
    const Parameters &m_parameters;
    Problems &m_problems;
};

} // namespace

bool isVectorSearch(const QString &parameter)
{
    return parameter.endsWith(suffix);
}

std::optional<VectorSearch> parseVectorSearch(const Table &table, const Parameters &parameters, Problems &problems)
{
    return Reader(table, parameters, problems).read();
}

} // namespace tenantry::data
