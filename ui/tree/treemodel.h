// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"
#include "ui/tree/treenode.h"

#include <QAbstractItemModel>

namespace tenantry::ui {

class Instances;

/// The tree: instances, their organizations, sites, apps and datatables. A level is fetched by load(), when somebody
/// wants to see it; until then, and when that fails, a child says so.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< NodeKind as int
        NoteRole,                ///< said beside the text: a site's environment, whether an instance answers, a number
        NoteIconRole,            ///< Icon as int; a note that has one is shown however long the text is
        NoteColourRole,          ///< of the note and its icon; none for the palette's
        EnvironmentRole,         ///< of a site, as the API names it
        IdRole,                  ///< slug or table name, unique among its siblings
    };

    explicit TreeModel(Instances &instances, QObject *parent = nullptr);
    ~TreeModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    NodePath path(const QModelIndex &index) const;
    NodeKind kind(const QModelIndex &index) const;
    bool isLoaded(const QModelIndex &index) const;
    QModelIndex find(const Instance *instance) const;
    /// The child with this slug or name; invalid when it is not there, or not yet. Rooms are none.
    QModelIndex child(const QModelIndex &parent, const QString &id) const;

    /// Fetches the children, unless they are there or on their way.
    void load(const QModelIndex &index);
    /// Stops fetching a level nobody wants to see any more; load() begins again. What is loaded stays.
    void cancel(const QModelIndex &index);
    /// Fetches again what is loaded at and below `index`, and keeps every node that is still there.
    void refresh(const QModelIndex &index);
    const NodeContent &content(const QModelIndex &index) const;
    /// Shows what was just changed, without asking the server again.
    void setContent(const QModelIndex &index, const NodeContent &content);
    /// Takes away what was just deleted.
    void remove(const QModelIndex &index);
    /// Puts what was just made below `parent`, without asking the server again; gives its index.
    QModelIndex insert(const QModelIndex &parent, const NodeContent &content);

signals:
    /// A level that was being fetched is there, or could not be had.
    void levelEnded(const QModelIndex &parent);

private:
    using Page = client::Page<NodeContent>;

    TreeNode &node(const QModelIndex &index) const;
    QModelIndex indexOf(const TreeNode &node) const;
    void addInstance(Instance *instance);
    void removeInstance(const Instance *instance);
    void followConnection(Instance *instance);
    /// Fetches again what could not be fetched while the server was away.
    void loadFailed(const QModelIndex &index);

    /// `row`: where the page's first child belongs.
    void fetch(TreeNode &parent, int page, int row);
    void arrived(TreeNode &parent, int page, int row, Result<Page> result);
    void merge(TreeNode &parent, int row, const std::vector<NodeContent> &contents);
    void sayIfEmpty(TreeNode &parent);
    void append(TreeNode &parent, const std::vector<NodeContent> &contents);
    void place(TreeNode &parent, int row, const NodeContent &content);
    void setPlaceholder(TreeNode &parent, NodeContent content, std::optional<Error> error = {});
    void removePlaceholder(TreeNode &parent);
    void drop(TreeNode &parent, int first, int last);

    std::unique_ptr<TreeNode> m_root;
};

} // namespace tenantry::ui
