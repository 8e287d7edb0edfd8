// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/window/tabpage.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class ColumnLayout;
class FilterBar;
class RowModel;
class RowView;
class StatePage;
class TableEditor;
class Workspace;

/// One open datatable: where it is, its rows, what of them is changed, and how it stands with them.
class DatatableTab : public TabPage
{
    Q_OBJECT

public:
    /// `actions` has those of DatatableActions. `workspace` may be null; both must outlive the tab.
    DatatableTab(const NodePath &path, ActionRegistry &actions, Workspace *workspace, QWidget *parent = nullptr);
    ~DatatableTab() override;

    client::TableAddress address() const { return {path().site, path().app, path().table}; }
    RowView *view() const { return m_view; }
    /// Null until the table's definition is there.
    RowModel *rows() const { return m_rows; }
    TableEditor *editor() const { return m_editor; }

    Icon icon() const override { return Icon::Table; }
    int pendingChanges() const override;
    /// Fetches definition and rows again.
    void reload() override;
    void recover() override;
    void addRow();
    void discard();
    /// Puts the commands that read the selected rows on the clipboard.
    void copyCurl() const;
    void addFilter();
    void filterByCell();
    void clearFilters();
    /// A menu of the columns, to tick those that show.
    void chooseColumns(const QPoint &place);
    void chooseColumns();
    /// Shows what a commit would send.
    void preview();
    void commit();

private:
    QWidget *buildStatusLine();
    void load();
    void setFilters(std::vector<client::RowFilter> filters);
    void present(const client::TableDetail &table);
    void follow();
    void showPart(QWidget *part);
    void describeState();
    void updateStatusLine();
    QString rowsText() const;
    QString activity() const;
    void showCellMenu(const QPoint &place);

    Workspace *m_workspace;
    QStackedWidget *m_stack;
    StatePage *m_state;
    RowView *m_view;
    QLabel *m_count;
    QLabel *m_activity;
    QPushButton *m_retry;
    RowModel *m_rows = nullptr;
    TableEditor *m_editor = nullptr;
    FilterBar *m_filters;
    ColumnLayout *m_columns = nullptr;
    client::CancelToken m_loading;
    bool m_isLoading = false; ///< the table's columns
};

} // namespace tenantry::ui
