// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/statepage.h"

namespace tenantry::ui {

class ActionRegistry;

/// What an empty console shows: what it is for, and the ways to begin. While a local server starts, that it does; when
/// it did not start, why.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(const ActionRegistry &actions, QWidget *parent = nullptr);

    void showWelcome();
    /// Connected, but no tab open.
    void showNoTabs();
    void showStarting(const QString &directory);
    void showStartFailed(const Error &error);

signals:
    void retryStart();

private:
    void addBeginnings();

    const ActionRegistry &m_actions;
    StatePage *m_page;
};

} // namespace tenantry::ui
