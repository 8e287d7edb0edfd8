// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "ui/common/formdialog.h"

class QLineEdit;

namespace tenantry::ui {

/// Deletes something for good, once its name has been typed.
class DeleteDialog : public FormDialog
{
    Q_OBJECT

public:
    using Send = std::function<client::Reply<json::Value>()>;

    /// `loss`: what goes with it, as a sentence.
    DeleteDialog(const QString &heading, const QString &loss, QString name, Send send, QWidget *parent = nullptr);

signals:
    void deleted();

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    QString m_name;
    Send m_send;
    QLineEdit *m_typed;
};

} // namespace tenantry::ui
