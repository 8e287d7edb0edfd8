// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/profile.h"

#include <QAbstractTableModel>

class QSqlDatabase;

namespace tenantry::ui {

class Workspace;

/// The saved instances, ordered by group and name, as a model for views. What is changed shows at once and is written
/// to the workspace behind it. Passwords are not here.
class ProfileStore : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, GroupColumn, AddressColumn, AccountColumn, UseColumn, ColumnCount };

    /// Reads what there is; until loaded() there is nothing. `workspace` must outlive it.
    explicit ProfileStore(Workspace &workspace, QObject *parent = nullptr);
    ~ProfileStore() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    bool isLoaded() const { return m_loaded; }
    const std::vector<Profile> &all() const { return m_profiles; }
    const Profile &at(int row) const { return m_profiles[std::size_t(row)]; }
    /// -1 when there is none of this id.
    int rowOf(const QString &id) const;
    QStringList groups() const;

    /// Adds it, or changes the one with its id. Gives the id.
    QString save(Profile profile);
    void remove(const QString &id);

signals:
    void loaded();

private:
    void insert(Profile profile);
    void erase(int row);
    void write(const Profile &profile);

    Workspace &m_workspace;
    std::vector<Profile> m_profiles;
    bool m_loaded = false;
};

/// The colour of a profile that is called so, readable on the palette's base; invalid for no colour.
QColor profileColour(const QString &name, const QPalette &palette);
/// Its name for people.
QString profileColourName(const QString &name);

} // namespace tenantry::ui
