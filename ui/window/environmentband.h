// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/writelock.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tenantry::ui {

/// What stands over a site's page: the kind of site as a word, an icon and a colour, and whether it can be written to:
/// "PRODUCTION · locked". Counts down while it is unlocked, and has the buttons that lock, unlock and extend.
class EnvironmentBand : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentBand(QWidget *parent = nullptr);

    /// Shows what the site is, from now on. `lock` must outlive the band.
    void follow(client::WriteLock &lock);
    /// Shows what the site was when it was last seen; nobody knows whether it still is.
    void showRemembered(const QString &environment);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void colour();
    void followState();
    void showTime();
    void toggle();

    client::WriteLock *m_lock = nullptr;
    QString m_environment;
    QColor m_colour;
    QLabel *m_picture;
    QLabel *m_text;
    QToolButton *m_toggle;
    QToolButton *m_extend;
    QTimer m_clock;
};

/// Minutes and seconds: "14:32".
QString clockText(std::chrono::milliseconds time);

} // namespace tenantry::ui
