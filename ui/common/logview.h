// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QToolButton;

namespace tenantry::ui {

/// A table of what happened, the newest last: rows are chosen as a whole, and while its end shows it keeps showing it.
class LogView : public QTableView
{
    Q_OBJECT

public:
    /// `model` must outlive the view.
    explicit LogView(QAbstractItemModel &model, QWidget *parent = nullptr);

    /// In characters of the view's font.
    void setColumnCharacters(int column, int characters);
    /// The column that gets the room the others leave.
    void setStretching(int column);

private:
    void keepUp();

    bool m_atEnd = true;
};

/// A flat button for an action of the line above a LogView, with text and reachable by Tab.
QToolButton *lineButton(QAction *action);

} // namespace tenantry::ui
