// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/jsontreemodel.h"

#include <QLocale>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int fetchedAtOnce = 500;
constexpr qsizetype longestText = 300; // a line shows less

int sizeOf(const json::Value &value)
{
    return int(value.isObject() ? value.object().size() : value.array().size());
}

} // namespace

struct JsonTreeModel::Node
{
    QString name;
    const json::Value *value; ///< in m_document
    Node *parent;
    int row;
    std::vector<std::unique_ptr<Node>> children;

    /// Makes the next child; there must be one.
    void addChild()
    {
        const size_t next = children.size();
        const bool member = value->isObject();
        const json::Value &child = member ? (value->object().begin() + next)->second : value->array()[next];
        const QString called =
            member ? QString::fromStdString((value->object().begin() + next)->first) : QString::number(next);
        children.push_back(std::unique_ptr<Node>(new Node{called, &child, this, int(next), {}}));
    }
};

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(new Node{{}, &m_document, nullptr, 0, {}})
{
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setDocument(json::Value document)
{
    beginResetModel();
    m_document = std::move(document);
    m_root->children.clear();
    endResetModel();
}

JsonTreeModel::Node *JsonTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children[size_t(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    Node *above = index.isValid() ? nodeAt(index)->parent : nullptr;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && sizeOf(*nodeAt(parent)->value) > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.column() <= 0 && rowCount(parent) < sizeOf(*nodeAt(parent)->value);
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    const int from = rowCount(parent);
    const int to = std::min(sizeOf(*nodeAt(parent)->value), from + fetchedAtOnce);
    if (from >= to)
        return;
    beginInsertRows(parent, from, to - 1);
    for (int row = from; row < to; ++row)
        nodeAt(parent)->addChild();
    endInsertRows();
}

QString JsonTreeModel::text(const json::Value &value)
{
    if (value.isObject())
        return tr("%n members", nullptr, sizeOf(value));
    if (value.isArray())
        return tr("%n elements", nullptr, sizeOf(value));
    if (value.isNull())
        return u"null"_s;
    if (value.isBool())
        return value.boolean() ? u"true"_s : u"false"_s;
    if (value.isNumber())
        return QString::fromLatin1(QByteArrayView(value.numberText()));
    const QString text = value.text();
    return text.size() <= longestText ? text : text.left(longestText) + u'\u2026';
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Node *node = nodeAt(index);
    return index.column() == NameColumn ? node->name : text(*node->value);
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace tenantry::ui
