// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treemodel.h"

#include "ui/common/environment.h"
#include "ui/connections/connectionmark.h"
#include "ui/connections/instances.h"
#include "ui/tree/nodeicon.h"
#include "ui/tree/treeloader.h"

#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString countText(std::int64_t tables)
{
    return TreeModel::tr("%n tables", nullptr, int(tables));
}

template<class Mark>
QVariant partOf(const Mark &mark, int role)
{
    if (role == TreeModel::NoteIconRole)
        return int(mark.icon);
    return role == TreeModel::NoteColourRole ? QVariant(mark.colour) : QVariant(mark.word);
}

QVariant noteOf(const NodeContent &content, int role)
{
    if (content.kind == NodeKind::Site)
        return partOf(EnvironmentMark::of(content.environment, QGuiApplication::palette()), role);
    if (content.kind == NodeKind::Instance)
        return partOf(ConnectionMark::of(content.instance->connection(), QGuiApplication::palette()), role);
    return content.count && role == TreeModel::NoteRole ? QVariant(countText(*content.count)) : QVariant();
}

} // namespace

TreeModel::TreeModel(Instances &instances, QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<TreeNode>(NodeContent(), nullptr))
{
    m_root->state = TreeNode::State::Loaded;
    for (Instance *instance : instances.all())
        addInstance(instance);
    connect(&instances, &Instances::added, this, &TreeModel::addInstance);
    connect(&instances, &Instances::aboutToRemove, this, &TreeModel::removeInstance);
}

TreeModel::~TreeModel() = default;

TreeNode &TreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<TreeNode *>(index.internalPointer()) : *m_root;
}

QModelIndex TreeModel::indexOf(const TreeNode &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row(), 0, const_cast<TreeNode *>(&node));
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent).children[size_t(row)].get());
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*node(index).parent) : QModelIndex();
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent).children.size());
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    const TreeNode &above = node(parent);
    return !above.children.empty() || (above.isContainer() && above.state == TreeNode::State::Unloaded);
}

Qt::ItemFlags TreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && !node(index).isContainer())
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeNode &at = node(index);
    const NodeContent &content = at.content;
    switch (role) {
    case Qt::DisplayRole:
        return content.text;
    case Qt::DecorationRole:
        return icon(iconOf(content));
    case Qt::ToolTipRole:
        if (at.error)
            return tr("%1\nDouble-click to try again.").arg(at.error->message);
        if (content.kind == NodeKind::Instance)
            return QStringList{content.text, content.description,
                               ConnectionMark::of(content.instance->connection(), QGuiApplication::palette()).sentence}
                .join(u'\n');
        return content.description.isEmpty() ? content.text : content.text + u'\n' + content.description;
    case Qt::AccessibleTextRole:
        return QStringList{content.text, index.data(NoteRole).toString()}.join(u' ').trimmed();
    case KindRole:
        return int(content.kind);
    case EnvironmentRole:
        return content.environment;
    case IdRole:
        return content.id;
    case NoteRole:
    case NoteIconRole:
    case NoteColourRole:
        return noteOf(content, role);
    default:
        return {};
    }
}

NodePath TreeModel::path(const QModelIndex &index) const
{
    return NodePath::of(node(index));
}

NodeKind TreeModel::kind(const QModelIndex &index) const
{
    return node(index).content.kind;
}

bool TreeModel::isLoaded(const QModelIndex &index) const
{
    return node(index).state == TreeNode::State::Loaded;
}

QModelIndex TreeModel::find(const Instance *instance) const
{
    const auto found =
        std::ranges::find_if(m_root->children, [&](const auto &child) { return child->content.instance == instance; });
    return found == m_root->children.end() ? QModelIndex() : indexOf(**found);
}

QModelIndex TreeModel::child(const QModelIndex &parent, const QString &id) const
{
    const TreeNode &above = node(parent);
    const auto found = std::ranges::find_if(above.children, [&](const auto &child) {
        return child->content.kind < NodeKind::Room && child->content.id == id;
    });
    return found == above.children.end() ? QModelIndex() : indexOf(**found);
}

void TreeModel::addInstance(Instance *instance)
{
    const NodeContent content{
        NodeKind::Instance, {}, instance->title(), instance->api().server().toString(), {}, {}, instance};
    place(*m_root, int(m_root->children.size()), content);
    followConnection(instance);
}

void TreeModel::followConnection(Instance *instance)
{
    const Connection *connection = &instance->connection();
    const auto show = [this, instance] {
        const QModelIndex index = find(instance);
        if (index.isValid())
            emit dataChanged(index, index, {NoteRole, NoteIconRole, NoteColourRole, Qt::ToolTipRole});
    };
    connect(connection, &Connection::countdownChanged, this, show);
    connect(connection, &Connection::stateChanged, this, [this, instance, connection, show] {
        show();
        if (connection->state() == Connection::State::Connected)
            loadFailed(find(instance));
    });
}

void TreeModel::loadFailed(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const TreeNode &parent = node(index);
    if (parent.state == TreeNode::State::Failed)
        load(index);
    for (const auto &child : parent.children)
        loadFailed(indexOf(*child));
}

void TreeModel::removeInstance(const Instance *instance)
{
    const QModelIndex index = find(instance);
    if (index.isValid())
        drop(*m_root, index.row(), index.row());
}

void TreeModel::load(const QModelIndex &index)
{
    TreeNode &parent = node(index);
    const bool wanted = parent.state == TreeNode::State::Unloaded || parent.state == TreeNode::State::Failed;
    if (!wanted || !parent.isContainer())
        return;
    if (parent.roomCount() == 0)
        append(parent, treeloader::rooms(parent.content.kind));
    setPlaceholder(parent, {NodeKind::Loading, {}, tr("Loading\u2026"), {}, {}, {}, nullptr});
    fetch(parent, 1, parent.roomCount());
}

void TreeModel::refresh(const QModelIndex &index)
{
    TreeNode &parent = node(index);
    if (parent.state == TreeNode::State::Failed)
        load(index);
    if (parent.state != TreeNode::State::Loaded)
        return;
    if (&parent != m_root.get())
        fetch(parent, 1, parent.roomCount());
    for (const auto &child : parent.children)
        refresh(indexOf(*child));
}

void TreeModel::cancel(const QModelIndex &index)
{
    TreeNode &parent = node(index);
    if (parent.state != TreeNode::State::Loading)
        return;
    parent.fetch.cancel();
    parent.state = TreeNode::State::Unloaded;
    drop(parent, 0, int(parent.children.size()) - 1);
}

void TreeModel::fetch(TreeNode &parent, int page, int row)
{
    if (parent.state != TreeNode::State::Loaded)
        parent.state = TreeNode::State::Loading;
    parent.fetch.cancel();
    // The call ends with the node, so `parent` is there when the answer is.
    parent.fetch =
        treeloader::children(NodePath::of(parent), page).then(this, [this, &parent, page, row](Result<Page> result) {
            arrived(parent, page, row, std::move(result));
        });
}

void TreeModel::arrived(TreeNode &parent, int page, int row, Result<Page> result)
{
    if (!result) {
        parent.state = TreeNode::State::Failed;
        const QString text = tr("%1 Retry?").arg(result.error().message);
        setPlaceholder(parent, {NodeKind::Problem, {}, text, {}, {}, {}, nullptr}, result.error());
        emit levelEnded(indexOf(parent));
        return;
    }
    merge(parent, row, result->items);
    const int next = row + int(result->items.size());
    if (result->hasNext && !result->items.empty()) {
        fetch(parent, page + 1, next);
        return;
    }
    parent.state = TreeNode::State::Loaded;
    if (int(parent.children.size()) > next)
        drop(parent, next, int(parent.children.size()) - 1);
    sayIfEmpty(parent);
    emit levelEnded(indexOf(parent));
}

void TreeModel::sayIfEmpty(TreeNode &parent)
{
    if (int(parent.children.size()) == parent.roomCount())
        setPlaceholder(parent,
                       {NodeKind::Nothing, {}, treeloader::emptyText(parent.content.kind), {}, {}, {}, nullptr});
}

void TreeModel::merge(TreeNode &parent, int row, const std::vector<NodeContent> &contents)
{
    const bool placeholderLast = !parent.children.empty() && parent.children.back()->isPlaceholder();
    const int known = int(parent.children.size()) - (placeholderLast ? 1 : 0);
    if (row >= known) {
        append(parent, contents);
        return;
    }
    for (const NodeContent &content : contents)
        place(parent, row++, content);
}

/// All at once, as a view is told of each insertion.
void TreeModel::append(TreeNode &parent, const std::vector<NodeContent> &contents)
{
    if (contents.empty())
        return;
    const bool placeholderLast = !parent.children.empty() && parent.children.back()->isPlaceholder();
    const int first = int(parent.children.size()) - (placeholderLast ? 1 : 0);
    std::vector<std::unique_ptr<TreeNode>> made;
    for (const NodeContent &content : contents)
        made.push_back(std::make_unique<TreeNode>(content, &parent));
    beginInsertRows(indexOf(parent), first, first + int(made.size()) - 1);
    parent.children.insert(parent.children.begin() + first, std::make_move_iterator(made.begin()),
                           std::make_move_iterator(made.end()));
    endInsertRows();
}

void TreeModel::place(TreeNode &parent, int row, const NodeContent &content)
{
    const QModelIndex above = indexOf(parent);
    const auto from = parent.children.begin() + row;
    const auto known = std::find_if(from, parent.children.end(), [&](const auto &child) {
        return content.kind == child->content.kind && content.id == child->content.id &&
               content.instance == child->content.instance;
    });
    if (known == parent.children.end()) {
        beginInsertRows(above, row, row);
        parent.children.insert(from, std::make_unique<TreeNode>(content, &parent));
        endInsertRows();
        return;
    }
    if (known != from) {
        const int old = int(known - parent.children.begin());
        beginMoveRows(above, old, old, above, row);
        std::rotate(from, known, known + 1);
        endMoveRows();
    }
    TreeNode &kept = *parent.children[size_t(row)];
    kept.content = content;
    const QModelIndex changed = indexOf(kept);
    emit dataChanged(changed, changed);
}

const NodeContent &TreeModel::content(const QModelIndex &index) const
{
    return node(index).content;
}

void TreeModel::setContent(const QModelIndex &index, const NodeContent &content)
{
    node(index).content = content;
    emit dataChanged(index, index);
}

void TreeModel::remove(const QModelIndex &index)
{
    TreeNode &parent = *node(index).parent;
    drop(parent, index.row(), index.row());
    if (parent.state == TreeNode::State::Loaded)
        sayIfEmpty(parent);
}

QModelIndex TreeModel::insert(const QModelIndex &parent, const NodeContent &content)
{
    TreeNode &above = node(parent);
    if (above.state != TreeNode::State::Loaded)
        return {};
    removePlaceholder(above);
    const auto after =
        std::find_if(above.children.begin() + above.roomCount(), above.children.end(),
                     [&](const auto &child) { return content.text.localeAwareCompare(child->content.text) < 0; });
    const int row = int(after - above.children.begin());
    place(above, row, content);
    return indexOf(*above.children[size_t(row)]);
}

void TreeModel::setPlaceholder(TreeNode &parent, NodeContent content, std::optional<Error> error)
{
    removePlaceholder(parent);
    const int row = int(parent.children.size());
    beginInsertRows(indexOf(parent), row, row);
    parent.children.push_back(std::make_unique<TreeNode>(std::move(content), &parent));
    parent.children.back()->error = std::move(error);
    endInsertRows();
}

void TreeModel::removePlaceholder(TreeNode &parent)
{
    if (!parent.children.empty() && parent.children.back()->isPlaceholder())
        drop(parent, int(parent.children.size()) - 1, int(parent.children.size()) - 1);
}

void TreeModel::drop(TreeNode &parent, int first, int last)
{
    beginRemoveRows(indexOf(parent), first, last);
    parent.children.erase(parent.children.begin() + first, parent.children.begin() + last + 1);
    endRemoveRows();
}

} // namespace tenantry::ui
