// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace tenantry::ui {

class LogView;
class MessageLog;

/// The list of messages, and the whole text of the chosen one.
class MessagePanel : public QWidget
{
    Q_OBJECT

public:
    /// `log` must outlive the panel.
    explicit MessagePanel(MessageLog &log, QWidget *parent = nullptr);

private:
    void copy();
    void follow();

    MessageLog &m_log;
    LogView *m_view;
    QLabel *m_note;
    QAction *m_copy;
    QAction *m_clear;
};

} // namespace tenantry::ui
