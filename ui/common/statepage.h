// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/common/icons.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tenantry::ui {

/// What stands where content would: that it is loading, that there is none yet and what to do, or why it could not be
/// had, with a way to try again.
class StatePage : public QWidget
{
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);

    void showLoading(const QString &title);
    void showEmpty(Icon icon, const QString &title, const QString &text);
    /// With a Retry button, which emits retry().
    void showError(const QString &title, const Error &error);
    /// Adds a button below the text. It stays until the next show...().
    QPushButton *addButton(const QString &text, Icon icon = Icon::None);

signals:
    void retry();

private:
    void present(Icon icon, const QString &title, const QString &text);
    void clearButtons();

    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
};

} // namespace tenantry::ui
