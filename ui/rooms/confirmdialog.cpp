// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/confirmdialog.h"

namespace tenantry::ui {

ConfirmDialog::ConfirmDialog(const QString &heading, const QString &consequence, const QString &sendText, Send send,
                             QWidget *parent)
    : FormDialog(parent)
    , m_send(std::move(send))
{
    setHeading(heading, consequence);
    setSendText(sendText);
}

client::CancelToken ConfirmDialog::send()
{
    return m_send().then(this, [this](const Result<json::Value> &answer) {
        if (!answer)
            return fail(answer.error());
        emit done();
        succeed();
    });
}

} // namespace tenantry::ui
