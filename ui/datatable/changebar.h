// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tenantry::ui {

class ActionRegistry;

/// Discard, Preview and Commit as one control of three parts: always there, and always in this order.
class ChangeBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeBar(const ActionRegistry &actions, QWidget *parent = nullptr);
};

} // namespace tenantry::ui
