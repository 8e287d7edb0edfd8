// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graphrequest.h"

#include <QByteArray>

#include <unordered_map>
#include <vector>

namespace tenantry::data {

/// A piece of a graph in memory: some nodes with their rows, and the edges between them. Nodes are numbered in the
/// order in which siblings are to be listed.
class Neighbourhood
{
public:
    struct Edge
    {
        std::size_t lower;
        std::size_t upper;
        std::string type;
        QByteArray row; ///< a JSON object; empty where edges are kept in a column of the nodes
    };
    /// An edge as seen from one of its ends.
    struct Step
    {
        std::size_t node; ///< the other end
        std::size_t edge;
    };

    /// `row` is a JSON object with at least one member. Answers the node's number.
    std::size_t addNode(std::string key, QByteArray row);
    /// The number of a node that was added.
    std::optional<std::size_t> find(const std::string &key) const;
    /// When all nodes are there.
    void addEdge(Edge edge);
    /// When all edges are there.
    void sortSteps();

    std::size_t size() const { return m_rows.size(); }
    /// The row without its closing brace, so that more members can follow.
    std::string_view openRow(std::size_t node) const;
    const std::vector<Edge> &edges() const { return m_edges; }
    /// Where the edges of a node lead, by number of the node and then by type.
    const std::vector<Step> &steps(std::size_t node, Way way) const;

    struct Visit
    {
        std::size_t node;
        int depth;
        std::size_t edge; ///< over which it was first reached
    };
    /// The nodes within reach of `starts`, without these, breadth first, each at its smallest depth and once for each
    /// type of edge that it is reached over there. `type` is what the walk keeps to; null: any of the edges that are
    /// there.
    std::vector<Visit> walk(const std::vector<std::size_t> &starts, Way way, int depth, const std::string *type) const;

private:
    void listOncePerType(std::vector<Visit> &visits) const;

    std::unordered_map<std::string, std::size_t> m_numbers;
    std::vector<QByteArray> m_rows;
    std::vector<Edge> m_edges;
    std::vector<std::vector<Step>> m_up;
    std::vector<std::vector<Step>> m_down;
};

} // namespace tenantry::data
