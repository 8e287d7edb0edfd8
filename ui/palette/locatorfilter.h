// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QConcatenateTablesProxyModel>
#include <QSortFilterProxyModel>

namespace tenantry::ui {

class LocatorSource;
struct LocatorItem;

/// What the sources hold, reduced to what answers the text typed, the best first.
class LocatorFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LocatorFilter(QObject *parent = nullptr);

    void add(LocatorSource &source);
    void setTyped(const QString &typed);
    /// Null for an invalid index.
    const LocatorItem *item(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    std::optional<int> score(const QModelIndex &sourceIndex) const;

    QConcatenateTablesProxyModel m_all;
    QString m_typed;
};

} // namespace tenantry::ui
