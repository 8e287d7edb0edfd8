// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace tenantry::ui {

class LogView;
class RequestModel;

/// The list of calls made, what went wrong with the chosen one, and its copy as a curl command.
class RequestPanel : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the panel.
    explicit RequestPanel(RequestModel &model, QWidget *parent = nullptr);

private:
    void copyCurl();
    void follow();

    RequestModel &m_model;
    LogView *m_view;
    QLabel *m_note;
    QAction *m_copy;
    QAction *m_clear;
};

} // namespace tenantry::ui
