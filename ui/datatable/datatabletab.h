// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/tree/treenode.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class RowModel;
class RowView;
class StatePage;

/// One open datatable: where it is, its rows, and how it stands with them.
class DatatableTab : public QWidget
{
    Q_OBJECT

public:
    explicit DatatableTab(const NodePath &path, QWidget *parent = nullptr);
    ~DatatableTab() override;

    const NodePath &path() const { return m_path; }
    client::TableAddress address() const { return {m_path.site, m_path.app, m_path.table}; }
    RowView *view() const { return m_view; }
    /// Null until the table's definition is there.
    RowModel *rows() const { return m_rows; }

    /// Fetches definition and rows again.
    void reload();

private:
    QWidget *buildHeader();
    QWidget *buildStatusLine();
    void load();
    void present(const client::TableDetail &table);
    void follow();
    void describeState();
    void updateStatusLine();
    QString rowsText() const;

    NodePath m_path;
    QStackedWidget *m_stack;
    StatePage *m_state;
    RowView *m_view;
    QLabel *m_count;
    QLabel *m_activity;
    QPushButton *m_retry;
    RowModel *m_rows = nullptr;
    client::CancelToken m_loading;
};

} // namespace tenantry::ui
