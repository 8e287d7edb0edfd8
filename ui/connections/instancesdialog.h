// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/profile.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace tenantry::ui {

class ProfileStore;

/// The saved instances: found by typing, connected to by a double click or Enter, made, changed, copied and removed,
/// and carried to another console as a file without secrets. It never blocks: use open().
class InstancesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `store` must outlive it.
    explicit InstancesDialog(ProfileStore &store, QWidget *parent = nullptr);
    ~InstancesDialog() override;

    /// What exports write and imports read; the dialogs that ask for a path end here.
    void exportTo(const QString &path);
    void importFrom(const QString &path);

signals:
    void connectWanted(const tenantry::ui::Profile &profile);
    /// It is no longer in the list.
    void removed(const tenantry::ui::Profile &profile);

private:
    QWidget *buildButtons();
    void buildLayout();
    void follow();
    const Profile *selected() const;
    void edit(const Profile &profile);
    void remove();
    void connectToSelected();
    void askWhereTo();
    void askWhereFrom();
    void say(const QString &message);

    ProfileStore &m_store;
    QSortFilterProxyModel *m_shown;
    QLineEdit *m_filter;
    QTreeView *m_list;
    QLabel *m_note;
    QPushButton *m_connect;
    QPushButton *m_edit;
    QPushButton *m_copy;
    QPushButton *m_remove;
    QPushButton *m_export;
};

} // namespace tenantry::ui
