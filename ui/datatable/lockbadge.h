// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/writelock.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tenantry::ui {

class ActionRegistry;

/// What kind of site this is and whether it can be written to, as a word, an icon and a colour: "PRODUCTION · locked".
/// Counts down while it is unlocked, and has the buttons that lock, unlock and extend.
class LockBadge : public QWidget
{
    Q_OBJECT

public:
    /// `lock` must outlive the badge.
    LockBadge(const QString &environment, client::WriteLock &lock, const ActionRegistry &actions,
              QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void showTime();

    QString m_environment;
    client::WriteLock &m_lock;
    QLabel *m_picture;
    QLabel *m_text;
    QToolButton *m_toggle;
    QToolButton *m_extend;
    QTimer m_clock;
};

/// Minutes and seconds: "14:32".
QString clockText(std::chrono::milliseconds time);

} // namespace tenantry::ui
