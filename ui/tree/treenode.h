// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/client/reply.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tenantry::ui {

class Instance;

enum class NodeKind {
    Root, ///< holds the instances; not shown
    Instance,
    Organization,
    Site,
    App,
    Table,
    Room, ///< a page about the organization or site it stands in: its members, its domains
    // What stands below a node instead of children:
    Loading,
    Problem,
    Nothing,
};

/// What the tree shows of one thing, before it has a place in it.
struct NodeContent
{
    NodeKind kind = NodeKind::Root;
    QString id;          ///< slug, table name or what NodePath::room has; unique among its siblings
    QString text;        ///< its name
    QString description; ///< for the tool tip
    QString environment; ///< of a site
    std::optional<std::int64_t> count;
    Instance *instance = nullptr; ///< of NodeKind::Instance
};

/// A place in the tree. Children are fetched when they are first wanted.
struct TreeNode
{
    enum class State { Unloaded, Loading, Loaded, Failed };

    NodeContent content;
    TreeNode *parent = nullptr;
    std::vector<std::unique_ptr<TreeNode>> children;
    State state = State::Unloaded;
    std::optional<Error> error; ///< of a NodeKind::Problem
    client::CancelToken fetch;

    TreeNode(NodeContent what, TreeNode *above)
        : content(std::move(what))
        , parent(above)
    {
    }
    ~TreeNode() { fetch.cancel(); }
    Q_DISABLE_COPY_MOVE(TreeNode)

    /// Among its siblings. Remembers where it was last, so that asking in order costs nothing however many there are.
    int row() const;
    bool isPlaceholder() const { return content.kind >= NodeKind::Loading; }
    /// How many rooms stand before the children that are fetched.
    int roomCount() const;
    bool isContainer() const { return content.kind < NodeKind::Table; }

private:
    mutable size_t m_lastRow = 0;
};

/// A node by the names on the way to it, as calls of the API need them. Names below the node are empty.
struct NodePath
{
    NodeKind kind = NodeKind::Root;
    Instance *instance = nullptr;
    QString organization;
    QString site;
    QString app;
    QString table;
    QString room;        ///< "members" of the organization, "users" or "domains" of the site
    QString environment; ///< of the site
    QStringList titles;  ///< for showing where it is, from the instance down

    static NodePath of(const TreeNode &node);
    /// The node above it; of kind Root when there is none.
    NodePath parent() const;
    /// The same node, whatever it is called now.
    bool isAt(const NodePath &other) const;
    /// That node, or one below it.
    bool isWithin(const NodePath &other) const;
};

} // namespace tenantry::ui
