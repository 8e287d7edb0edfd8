// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QObject>
#include <QTimer>

class QMenu;

namespace tenantry::ui {

class RowView;
class Workspace;

/// Which columns of a table show, how wide and in which order; remembered in the workspace by the columns' names.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    /// `workspace` may be null; `table` names the table among all. The view has its rows, and all outlive this.
    ColumnLayout(RowView &view, Workspace *workspace, const QString &table, QObject *parent = nullptr);
    ~ColumnLayout() override;

    /// Widths from the contents, except where others are remembered.
    void fit();
    void setShown(int column, bool shown);
    void showAll();
    /// One entry per column to tick; the last column that shows stays.
    void fill(QMenu *menu);

private:
    void remember();
    void write();
    void apply();

    RowView &m_view;
    Workspace *m_workspace;
    QString m_key;
    json::Value m_kept; ///< as it was remembered, until somebody changes it
    bool m_applying = false;
    QTimer m_waiting;
};

} // namespace tenantry::ui
