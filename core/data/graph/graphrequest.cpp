// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphrequest.h"

#include "core/data/query/nearestname.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

struct FormatName
{
    QLatin1StringView name;
    GraphFormat format;
};

constexpr std::array formats{
    FormatName{"flat"_L1, GraphFormat::Flat},
    FormatName{"tree"_L1, GraphFormat::Tree},
    FormatName{"graph"_L1, GraphFormat::Graph},
};

bool namesTypes(const QString &parameter)
{
    return parameter == "relationship_type"_L1 || parameter == "graph_types"_L1;
}

bool isAbout(const QString &parameter)
{
    return parameter == "include"_L1 || parameter == "depth"_L1 || parameter == "format"_L1 || namesTypes(parameter);
}

tl::unexpected<Error> wrong(const QString &parameter, const QString &message, const QString &detail = {})
{
    Error error = Error::make(ErrorCode::BadRequest, message, detail);
    error.fields.push_back({parameter, message});
    return failure(std::move(error));
}

/// " Did you mean 'tree'?", or nothing.
QString nearest(const QString &name, const std::vector<std::string> &known)
{
    const std::optional<std::string> found = nearestName(name.toStdString(), known);
    return found ? u" Did you mean '%1'?"_s.arg(QString::fromStdString(*found)) : QString();
}

class RequestReader
{
public:
    RequestReader(const Table &nodes, int deepest)
        : m_nodes(nodes)
        , m_deepest(deepest)
    {
        m_request.depth = deepest;
    }

    Result<GraphRequest> read(const Parameters &parameters)
    {
        if (!m_nodes.graph) {
            return failure(
                ErrorCode::BadRequest,
                u"The datatable '%1' declares no graph."_s.arg(QString::fromStdString(m_nodes.name)),
                u"Leave out include, depth, format and relationship_type, or declare `hierarchy` or `graph`."_s);
        }
        std::optional<std::vector<Way>> ways;
        for (const auto &[name, value] : parameters) {
            if (name == "format"_L1)
                TRY(readFormat(value));
            else if (name == "include"_L1)
                ways = TRY(readInclude(value));
            else if (name == "depth"_L1)
                TRY(readDepth(value));
            else if (namesTypes(name))
                TRY(readTypes(name, value));
        }
        if (ways)
            m_request.ways = std::move(*ways);
        else if (m_request.format == GraphFormat::Tree)
            m_request.ways = {Way::Down};
        return std::move(m_request);
    }

private:
    Result<void> readFormat(const QString &value)
    {
        const auto found =
            std::find_if(formats.begin(), formats.end(), [&](const FormatName &item) { return item.name == value; });
        if (found == formats.end())
            return wrong(u"format"_s,
                         u"There is no format '%1'."_s.arg(value) + nearest(value, {"flat", "tree", "graph"}),
                         u"format is flat, tree or graph."_s);
        m_request.format = found->format;
        return {};
    }

    static Result<std::vector<Way>> readInclude(const QString &value)
    {
        if (value == "descendants"_L1)
            return std::vector{Way::Down};
        if (value == "ancestors"_L1)
            return std::vector{Way::Up};
        if (value == "both"_L1)
            return std::vector{Way::Up, Way::Down};
        return wrong(u"include"_s,
                     u"There is nothing called '%1' to include."_s.arg(value) +
                         nearest(value, {"descendants", "ancestors", "both"}),
                     u"include is descendants, ancestors or both."_s);
    }

    Result<void> readDepth(const QString &value)
    {
        bool ok = false;
        const qlonglong depth = value.toLongLong(&ok);
        if (!ok || depth < 0)
            return wrong(u"depth"_s, u"depth must be a whole number, 0 or more."_s,
                         u"More than %1 counts as %1."_s.arg(m_deepest));
        m_request.depth = int(std::min<qlonglong>(depth, m_deepest));
        return {};
    }

    Result<void> readTypes(const QString &name, const QString &value)
    {
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
            const std::string type = part.trimmed().toStdString();
            if (!m_nodes.graph->types.empty() && !m_nodes.graph->type(type))
                return wrong(name, unknownEdgeType(*m_nodes.graph, type));
            if (type.find('\0') != std::string::npos)
                return wrong(name, u"The character U+0000 cannot be part of a type."_s);
            if (std::find(m_request.types.begin(), m_request.types.end(), type) == m_request.types.end())
                m_request.types.push_back(type);
        }
        return {};
    }

    const Table &m_nodes;
    const int m_deepest;
    GraphRequest m_request;
};

} // namespace

Error tooManyNodes()
{
    return Error::make(ErrorCode::BadRequest,
                       u"The answer would hold more than %1 nodes."_s.arg(GraphRequest::mostNodes),
                       u"Ask for a smaller depth, or for fewer start nodes."_s);
}

bool asksForGraph(const Parameters &parameters)
{
    return std::any_of(parameters.begin(), parameters.end(), [](const auto &parameter) {
        return isAbout(parameter.first) && !(parameter.first == "format"_L1 && parameter.second == "flat"_L1);
    });
}

Result<GraphRequest> parseGraphRequest(const Table &nodes, const Parameters &parameters, int deepest)
{
    return RequestReader(nodes, deepest).read(parameters);
}

} // namespace tenantry::data
