// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demoloader.h"

#include <QDialog>
#include <QPointer>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tenantry::ui {

/// Loads the demo into an instance: says what will be made, then how far it is. Cancelling, Escape too, removes what
/// was made so far, and the dialog stays until that is done. It never blocks: use open().
class DemoDialog : public QDialog
{
    Q_OBJECT

public:
    /// `api` must outlive the dialog.
    DemoDialog(client::Api &api, const QString &instanceTitle, QWidget *parent = nullptr);

    /// Closes the dialog, or cancels what runs.
    void reject() override;

signals:
    void loaded();

private:
    enum class Phase { Asking, Loading, Cancelling, Failed };

    void load();
    void enter(Phase phase);
    void fit();
    void show(const demo::DemoLoader::Progress &progress);
    void end(const Result<void> &outcome);

    client::Api &m_api;
    QLabel *m_text;
    QLabel *m_doing;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QPushButton *m_load;
    QPointer<demo::DemoLoader> m_loader;
    Phase m_phase = Phase::Asking;
};

} // namespace tenantry::ui
