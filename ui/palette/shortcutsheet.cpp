// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/shortcutsheet.h"

#include "ui/common/accesskey.h"
#include "ui/common/actiongroup.h"
#include "ui/common/actionregistry.h"

#include <QAction>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>

#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString keysText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(u"   "_s);
}

void fill(QStandardItemModel &model, const ActionRegistry &registry)
{
    std::map<QString, QStandardItem *> headings;
    for (const QString &id : registry.ids()) {
        QAction *action = registry.action(id);
        if (action->shortcuts().isEmpty())
            continue;
        QStandardItem *&heading = headings[actionGroup(id)];
        if (!heading) {
            heading = new QStandardItem(actionGroup(id));
            model.appendRow({heading, new QStandardItem});
        }
        heading->appendRow({new QStandardItem(action->icon(), withoutAccessKey(action->text())),
                            new QStandardItem(keysText(*action))});
    }
    model.sort(0);
}

} // namespace

ShortcutSheet::ShortcutSheet(const ActionRegistry &registry, QWidget *parent)
    : QDialog(parent)
    , m_model(new QStandardItemModel(0, 2, this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    fill(*m_model, registry);
    auto *filter = new QSortFilterProxyModel(this);
    filter->setSourceModel(m_model);
    filter->setRecursiveFilteringEnabled(true);
    filter->setAutoAcceptChildRows(true);
    filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    filter->setFilterKeyColumn(-1);

    auto *line = new QLineEdit(this);
    line->setPlaceholderText(tr("Search by action or key"));
    line->setAccessibleName(tr("Search the shortcuts"));
    line->setClearButtonEnabled(true);
    line->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    auto *view = new QTreeView(this);
    view->setModel(filter);
    view->setAccessibleName(tr("Shortcuts"));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->header()->setSectionsMovable(false);
    view->header()->setStretchLastSection(true);
    view->expandAll();
    view->resizeColumnToContents(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon()); // the style's own is of another family

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(line);
    layout->addWidget(view);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 34);
    connect(line, &QLineEdit::textChanged, view, [filter, view](const QString &text) {
        filter->setFilterFixedString(text);
        view->expandAll();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    line->setFocus();
}

} // namespace tenantry::ui
