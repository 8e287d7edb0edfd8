// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actionregistry.h"

#include "ui/common/accesskey.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Where its keys work: the tree and the tabs may give the same key different meanings.
const QWidget *reachOf(const QAction &action, const QWidget *window)
{
    if (action.shortcutContext() == Qt::WindowShortcut)
        return window;
    for (const QObject *place : action.associatedObjects()) {
        const auto *widget = qobject_cast<const QWidget *>(place);
        if (widget && !qobject_cast<const QMenu *>(place))
            return widget;
    }
    return window;
}

bool meet(const QWidget *one, const QWidget *other)
{
    return one == other || one->isAncestorOf(other) || other->isAncestorOf(one);
}

} // namespace

ActionRegistry::ActionRegistry(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *ActionRegistry::add(ActionSpec spec)
{
    Q_ASSERT_X(!m_entries.contains(spec.id), "ActionRegistry", "an id is given once");
    auto *action = new QAction(icon(spec.icon), spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcuts(spec.keys);
    action->setCheckable(bool(spec.isOn));
    connect(action, &QAction::triggered, this, [run = spec.run] { run(); });
    if (spec.isOn) // Qt has ticked it already, whatever came of it
        connect(action, &QAction::triggered, this, [this, id = spec.id] { update(m_entries.at(id)); });
    m_window->addAction(action);
    Entry &entry = m_entries[spec.id];
    entry = {std::move(spec), action};
    update(entry);
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second.action;
}

QStringList ActionRegistry::ids() const
{
    QStringList all;
    for (const auto &[id, entry] : m_entries)
        all << id;
    return all;
}

QString ActionRegistry::whyNot(const QString &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() || !found->second.spec.whyNot ? QString() : found->second.spec.whyNot();
}

QStringList ActionRegistry::clashes() const
{
    std::map<QString, std::vector<QAction *>> byKey;
    QStringList found;
    for (const auto &[id, entry] : m_entries) {
        for (const QKeySequence &key : entry.action->shortcuts()) {
            std::vector<QAction *> &sharing = byKey[key.toString(QKeySequence::PortableText)];
            for (const QAction *other : sharing) {
                if (meet(reachOf(*other, m_window), reachOf(*entry.action, m_window)))
                    found << u"%1: %2, %3"_s.arg(key.toString(QKeySequence::PortableText), other->objectName(), id);
            }
            sharing.push_back(entry.action);
        }
    }
    return found;
}

void ActionRegistry::fill(QMenu *menu, const QStringList &ids) const
{
    menu->setToolTipsVisible(true); // a disabled entry says why
    for (const QString &id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else if (QAction *action = this->action(id))
            menu->addAction(action);
    }
}

void ActionRegistry::refresh()
{
    for (const auto &[id, entry] : m_entries)
        update(entry);
}

void ActionRegistry::update(const Entry &entry)
{
    const QString reason = entry.spec.whyNot ? entry.spec.whyNot() : QString();
    entry.action->setEnabled(reason.isEmpty());
    if (entry.spec.isOn)
        entry.action->setChecked(entry.spec.isOn());
    QString tip = withoutAccessKey(entry.action->text()); // which some change as they go
    if (!entry.spec.keys.isEmpty())
        tip += u" (%1)"_s.arg(entry.spec.keys.first().toString(QKeySequence::NativeText));
    if (!reason.isEmpty())
        tip += u'\n' + reason;
    entry.action->setToolTip(tip);
    entry.action->setStatusTip(reason);
}

} // namespace tenantry::ui
