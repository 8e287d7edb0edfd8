// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <map>

class QAction;
class QMenu;
class QWidget;

namespace tenantry::ui {

/// One thing the console can do, before it is a menu entry, a button or a key.
struct ActionSpec
{
    QString id; ///< "organization.create": stable, for settings and tests
    QString text;
    Icon icon = Icon::None;
    QList<QKeySequence> keys;
    std::function<void()> run;
    /// Why it cannot be done now, as a sentence for the user; empty when it can. Absent: it always can.
    std::function<QString()> whyNot = {};
    /// Whether what it switches is on now; absent: it switches nothing.
    std::function<bool()> isOn = {};
};

/// All actions in one place: menus, context menus and buttons are built from it, and each action that cannot be done
/// now is disabled and says why.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    /// `window`: where the keys work.
    explicit ActionRegistry(QWidget *window);

    QAction *add(ActionSpec spec);
    /// Null for an id nobody added.
    QAction *action(const QString &id) const;
    QStringList ids() const;
    /// Why it cannot be done now; empty when it can, or when nobody added the id.
    QString whyNot(const QString &id) const;
    /// Keys that two actions have in the same place, a line for each pair. Must be empty: such a key does nothing.
    QStringList clashes() const;

    /// Adds the actions in this order; an empty id is a separator.
    void fill(QMenu *menu, const QStringList &ids) const;
    /// Asks every action again whether it can be done. To be called when selection, tabs or connections change.
    void refresh();

private:
    struct Entry
    {
        ActionSpec spec;
        QAction *action = nullptr;
    };

    static void update(const Entry &entry);

    QWidget *m_window;
    std::map<QString, Entry> m_entries;
};

} // namespace tenantry::ui
