// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "ui/common/formdialog.h"

namespace tenantry::ui {

/// Asks whether something shall be done that can be done again the other way round, and does it. What is gone for good
/// is asked for by DeleteDialog.
class ConfirmDialog : public FormDialog
{
    Q_OBJECT

public:
    using Send = std::function<client::Reply<json::Value>()>;

    /// `consequence`: what follows, as a sentence. `sendText`: what the button says, with an access key.
    ConfirmDialog(const QString &heading, const QString &consequence, const QString &sendText, Send send,
                  QWidget *parent);

signals:
    void done();

protected:
    std::vector<FieldError> check() const override { return {}; }
    client::CancelToken send() override;

private:
    Send m_send;
};

} // namespace tenantry::ui
