// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/router.h"

#include "server/routing/percent.h"

#include <unordered_map>

namespace tenantry::server {

namespace {

struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

constexpr std::size_t usualDepth = 12;

/// The segments of a path: what stands between slashes, empty ones left out.
std::vector<QByteArrayView> segmentsOf(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    segments.reserve(usualDepth);
    qsizetype begin = 0;
    while (begin < path.size()) {
        qsizetype end = path.indexOf('/', begin);
        if (end < 0)
            end = path.size();
        if (end > begin)
            segments.push_back(path.sliced(begin, end - begin));
        begin = end + 1;
    }
    return segments;
}

bool isParameter(QByteArrayView segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

} // namespace

/// A place in the tree of paths. Which names the parameters on the way have is each endpoint's own.
struct Router::Node
{
    struct Target
    {
        http::Method method;
        const Endpoint *endpoint;
        std::vector<QByteArray> names;
    };

    std::unordered_map<std::string, std::unique_ptr<Node>, TextHash, std::equal_to<>> literals;
    std::unique_ptr<Node> parameter;
    std::vector<Target> targets;
};

namespace {

/// A walk down the tree that remembers the values of parameters. A literal is preferred, and where it leads nowhere for
/// the method, the parameter beside it is tried.
template<class Node>
struct Walk
{
    http::Method method;
    const std::vector<QByteArrayView> &segments;
    Router::Match &match;
    std::vector<QByteArrayView> values;

    bool from(const Node &node, std::size_t depth)
    {
        if (depth == segments.size())
            return arrive(node);
        const auto literal = node.literals.find(viewOf(segments[depth]));
        if (literal != node.literals.end() && from(*literal->second, depth + 1))
            return true;
        if (!node.parameter)
            return false;
        values.push_back(segments[depth]);
        if (from(*node.parameter, depth + 1))
            return true;
        values.pop_back();
        return false;
    }

    bool arrive(const Node &node)
    {
        for (const auto &target : node.targets) {
            if (std::find(match.allowed.begin(), match.allowed.end(), target.method) == match.allowed.end())
                match.allowed.push_back(target.method);
        }
        const http::Method wanted = method == http::Method::Head ? http::Method::Get : method;
        for (const auto &target : node.targets) {
            if (target.method != wanted)
                continue;
            match.endpoint = target.endpoint;
            for (std::size_t i = 0; i < values.size(); ++i)
                match.pathParameters.emplace_back(target.names[i], percentDecoded(values[i], Plus::Literal));
            return true;
        }
        return false;
    }
};

} // namespace

Router::Router()
    : m_root(std::make_unique<Node>())
{
}

Router::~Router() = default;

void Router::add(Endpoint endpoint)
{
    m_endpoints.push_back(std::make_unique<Endpoint>(std::move(endpoint)));
    const Endpoint &added = *m_endpoints.back();
    std::vector<QByteArray> paths{added.path};
    paths.insert(paths.end(), added.aliases.begin(), added.aliases.end());
    for (const QByteArray &path : paths) {
        Node *node = m_root.get();
        std::vector<QByteArray> names;
        for (const QByteArrayView segment : segmentsOf(path)) {
            std::unique_ptr<Node> *next = &node->parameter;
            if (isParameter(segment))
                names.push_back(segment.sliced(1, segment.size() - 2).toByteArray());
            else
                next = &node->literals[std::string(viewOf(segment))];
            if (!*next)
                *next = std::make_unique<Node>();
            node = next->get();
        }
        node->targets.push_back({added.method, &added, std::move(names)});
    }
}

Router::Match Router::match(http::Method method, QByteArrayView path) const
{
    Match match;
    const std::vector<QByteArrayView> segments = segmentsOf(path);
    Walk<Node>{method, segments, match, {}}.from(*m_root, 0);
    return match;
}

std::vector<const Endpoint *> Router::endpoints() const
{
    std::vector<const Endpoint *> all;
    for (const auto &endpoint : m_endpoints)
        all.push_back(endpoint.get());
    return all;
}

} // namespace tenantry::server
