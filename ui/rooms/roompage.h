// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/rooms/listmodel.h"
#include "ui/window/tabpage.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tenantry::ui {

class RoomHeader;
class StatePage;

/// The page of a room: a list of the people or things there, and what can be done with them. Says when it is loading,
/// empty, could not be had or must not be changed.
class RoomPage : public TabPage
{
    Q_OBJECT

public:
    /// What can be done, under the same keys in every room. A room need not have all.
    enum class Task {
        Add,
        Edit,
        Switch, ///< turns something over at once: which domain is primary, whether a user is active
        Remove
    };

    ~RoomPage() override;

    /// With the name of what it is a room of: several rooms may be open.
    QString title() const override;
    const ListModel &list() const { return *m_list; }
    QTableView *view() const { return m_view; }

    /// For menu and button, with an access key; empty where the room has nothing of the kind.
    virtual QString textOf(Task task) const = 0;
    /// Why it cannot be done now, as a sentence for the user; empty when it can.
    QString whyNot(Task task) const;
    virtual void run(Task task) = 0;
    void reload() override;
    void recover() override;

protected:
    enum class Search { Offered, None };

    /// What the page says where rows would be.
    struct Texts
    {
        QString loading;
        QString failed;
        QString empty;     ///< that there is nothing yet
        QString emptyHelp; ///< and what to do
    };

    /// `needed`: the permission that changes take, as the API names it, and who can grant it as a sentence.
    struct Permission
    {
        QString needed;
        QString help;
    };

    RoomPage(NodePath path, ActionRegistry &actions, QStringList titles, Texts texts, Permission permission,
             Search search, QWidget *parent);

    /// To be called at the end of a room's own constructor: adds its buttons and asks for the list.
    void begin();
    virtual client::Reply<client::Page<ListModel::Entry>> fetch(int page, const QString &search) = 0;
    virtual QString countText(int count) const = 0;
    /// Why this one cannot have that done to it; asked only when nothing else forbids it.
    virtual QString whyNotEntry(Task task, const ListModel::Entry &entry) const = 0;

    client::Api &api() const;
    /// The selected row; null when none is.
    const ListModel::Entry *selected() const;
    /// Asks again, and selects this one when it is there.
    void showChanged(const QString &id);
    /// Sends at once; tells when the server refuses.
    void perform(client::Reply<json::Value> reply, const QString &id);

private:
    QString name() const;
    void buildView();
    QWidget *buildStatusLine();
    void askForPermission();
    bool isLocked() const;
    void follow();
    void describeState();
    void fitColumns();
    void selectAwaited();
    void tell(const QString &problem);

    Texts m_texts;
    Permission m_permission;
    ListModel *m_list;
    RoomHeader *m_header;
    QStackedWidget *m_stack;
    StatePage *m_state;
    QTableView *m_view;
    QLabel *m_count;
    QLabel *m_problem;
    QPushButton *m_retry;
    std::optional<QStringList> m_permissions; ///< the account's own here, once they are known
    QString m_awaited;                        ///< the id to be selected after the reload
    bool m_isFitted = false;                  ///< the columns have their first widths
    client::CancelToken m_asking;
    client::CancelToken m_performing;
};

} // namespace tenantry::ui
