// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTreeView;

namespace tenantry::ui {

class ActionRegistry;
class EditModel;
class JsonTreeModel;
class RowView;

/// The whole value of the cell on which a table's view stands: as text, which can be edited, as a tree when it is a
/// document, and as bytes. What is typed becomes a change of the table when it is applied or the cell is left.
class CellInspector : public QWidget
{
    Q_OBJECT

public:
    /// `actions` has "cell.null" and "cell.apply".
    explicit CellInspector(const ActionRegistry &actions, QWidget *parent = nullptr);

    /// Shows the current cell of this view from now on; null: nothing.
    void follow(RowView *view);
    /// Enters what has been typed.
    void apply();
    /// Why there is nothing to apply; empty when there is.
    QString whyNotApply() const;
    void focusText();

signals:
    /// Something has been typed, entered or given up.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildButtons(const ActionRegistry &actions);
    /// Null while there is no cell.
    EditModel *model() const;
    void goTo(const QModelIndex &cell);
    void leave();
    void showCell();
    void showText(const json::Value *value);
    void showPage();
    void describe(const json::Value *value);
    QString wholeText(const json::Value &value) const;
    QByteArray bytes(const json::Value &value) const;

    QPointer<RowView> m_view;
    QPointer<EditModel> m_rows;
    QPersistentModelIndex m_cell;
    QLabel *m_name;
    QLabel *m_note;
    QTabWidget *m_pages;
    QPlainTextEdit *m_text;
    QTreeView *m_tree;
    JsonTreeModel *m_document;
    QPlainTextEdit *m_bytes;
    bool m_cut = false; ///< the text is too long to be shown whole, and so to be edited
};

} // namespace tenantry::ui
