// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/locatorsources.h"

#include "ui/common/accesskey.h"
#include "ui/common/actionregistry.h"
#include "ui/tree/treemodel.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui::locatorsources {

namespace {

using Open = std::function<void(const QModelIndex &)>;

void collect(const QAbstractItemModel &tree, const QModelIndex &parent, const QString &place, const Open &open,
             std::vector<LocatorItem> &into)
{
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex index = tree.index(row, 0, parent);
        if (NodeKind(index.data(TreeModel::KindRole).toInt()) >= NodeKind::Loading)
            continue;
        const QString text = index.data().toString();
        into.push_back(
            {text, place, index.data(Qt::DecorationRole).value<QIcon>(), {}, [open, at = QPersistentModelIndex(index)] {
                 if (at.isValid())
                     open(at);
             }});
        collect(tree, index, place.isEmpty() ? text : place + u" \u203a "_s + text, open, into);
    }
}

} // namespace

LocatorSource::Collect actions(const ActionRegistry &registry)
{
    return [&registry] {
        std::vector<LocatorItem> items;
        for (const QString &id : registry.ids()) {
            QAction *action = registry.action(id);
            items.push_back({withoutAccessKey(action->text()), action->shortcut().toString(QKeySequence::NativeText),
                             action->icon(), registry.whyNot(id), [action] { action->trigger(); }});
        }
        return items;
    };
}

LocatorSource::Collect objects(const QAbstractItemModel &tree, Open open)
{
    return [&tree, open = std::move(open)] {
        std::vector<LocatorItem> items;
        collect(tree, {}, {}, open, items);
        return items;
    };
}

} // namespace tenantry::ui::locatorsources
