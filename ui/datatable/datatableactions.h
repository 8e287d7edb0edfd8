// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class DatatableTab;
class TableEditor;
enum class Icon;

/// What can be done in the datatable that is looked at, put into the window's registry. Where a key means something
/// else elsewhere (Delete, Ctrl+Z) it works in the tabs only.
class DatatableActions : public QObject
{
    Q_OBJECT

public:
    /// `current` answers the tab looked at, or null. `tabs`: where the tabs are. All must outlive this.
    DatatableActions(ActionRegistry &actions, std::function<DatatableTab *()> current, QWidget *tabs);

    /// For a menu of the window.
    static QStringList menu();
    /// For the menu of a cell.
    static QStringList cellMenu();

    /// The tab looked at is another one, or not as it was.
    void follow();

private:
    enum class Reach { Window, Tabs };

    void addEditing();
    void addHistory();
    void addCommitting();
    void addLooking();
    void addCopying();
    void add(const QString &id, const QString &text, Icon icon, const QList<QKeySequence> &keys, Reach reach,
             std::function<void(DatatableTab &)> run, std::function<QString(TableEditor &)> whyNot);
    TableEditor *editor() const;

    ActionRegistry &m_actions;
    std::function<DatatableTab *()> m_current;
    QWidget *m_tabs;
};

} // namespace tenantry::ui
