// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListView;

namespace tenantry::ui {

class LocatorFilter;
class LocatorSource;

/// "Go to anything": a line to type in and the list of what answers it. Enter opens.
class PaletteDialog : public QDialog
{
    Q_OBJECT

public:
    /// The sources are refreshed now, and must outlive the dialog.
    PaletteDialog(const std::vector<LocatorSource *> &sources, QWidget *parent);

protected:
    /// The arrows move in the list while the typing goes on.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &typed);
    void openCurrent();

    LocatorFilter *m_filter;
    QLineEdit *m_line;
    QListView *m_list;
};

} // namespace tenantry::ui
