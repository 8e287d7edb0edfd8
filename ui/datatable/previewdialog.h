// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datatable/commitplan.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace tenantry::ui {

/// The requests a commit would send, in their order, each with its body and as a curl command to copy. Sends nothing.
class PreviewDialog : public QDialog
{
    Q_OBJECT

public:
    PreviewDialog(QUrl server, std::vector<CommitStep> steps, QWidget *parent = nullptr);

    /// The selected request as a command.
    QString curl() const;

private:
    void show(int step);

    QUrl m_server;
    std::vector<CommitStep> m_steps;
    QListWidget *m_list;
    QPlainTextEdit *m_text;
};

} // namespace tenantry::ui
