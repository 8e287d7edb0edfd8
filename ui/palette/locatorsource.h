// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QIcon>

#include <functional>
#include <vector>

namespace tenantry::ui {

/// One thing the palette can go to.
struct LocatorItem
{
    QString text;
    QString detail; ///< said beside it: where it is, or its key
    QIcon icon;
    QString whyNot; ///< why it cannot be done now, as a sentence; empty when it can
    std::function<void()> open;
};

/// A list of things the palette can go to, collected afresh whenever it opens. What cannot be done stays in the list,
/// greyed, and says why.
class LocatorSource : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, AvailableRole };
    using Collect = std::function<std::vector<LocatorItem>()>;

    explicit LocatorSource(Collect collect, QObject *parent = nullptr);

    void refresh();
    const LocatorItem &item(int row) const { return m_items[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Collect m_collect;
    std::vector<LocatorItem> m_items;
};

} // namespace tenantry::ui
