// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace tenantry::ui {

/// The tree reduced to what is loaded and holds the text searched for, with the way to it and what is below it.
class TreeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TreeFilter(QObject *parent = nullptr);

    /// A level that is not fetched yet counts as children, so that it can be expanded.
    bool hasChildren(const QModelIndex &parent = {}) const override;

    void setText(const QString &text);
    QString text() const { return m_text; }
    /// Whether the node itself, and not only one below it, holds the text.
    bool matches(const QModelIndex &sourceIndex) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};

} // namespace tenantry::ui
