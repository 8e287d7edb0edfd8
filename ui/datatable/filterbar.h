// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"

#include <QWidget>

class QHBoxLayout;

namespace tenantry::ui {

class ActionRegistry;

/// The conditions rows must meet, as chips: "status = open ×". A chip goes when it is pressed; the last button adds
/// one.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const ActionRegistry &actions, QWidget *parent = nullptr);

    void show(const std::vector<client::RowFilter> &filters);

signals:
    void removeWanted(int position);

private:
    QHBoxLayout *m_chips;
};

/// "status = open", "due_on is NULL".
QString describe(const client::RowFilter &filter);

} // namespace tenantry::ui
