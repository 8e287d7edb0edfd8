// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/formdialog.h"
#include "ui/connections/passwordplace.h"

class QButtonGroup;

namespace tenantry::ui {

/// Asks where passwords shall be kept, when the keychain cannot keep them. Nothing is chosen beforehand.
class KeepDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `reason`: why the keychain cannot, as a sentence.
    explicit KeepDialog(const QString &reason, QWidget *parent = nullptr);
    ~KeepDialog() override;

    /// After accepted(). Keychain: it shall be tried again.
    PasswordPlace chosen() const;

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    void offer(PasswordPlace place, const QString &text);

    QWidget *m_box;
    QButtonGroup *m_choices;
};

} // namespace tenantry::ui
