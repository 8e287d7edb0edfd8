// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "ui/common/formdialog.h"

class QComboBox;
class QLineEdit;

namespace tenantry::ui {

/// What can be changed of an organization, a site or an app. What it has not, it does not show.
struct Editable
{
    QString name;
    std::optional<QString> description = {};
    std::optional<QString> environment = {}; ///< as the API names it

    bool operator==(const Editable &) const = default;
};

/// Changes the name and the like of something that is there. Sends what was changed and nothing else, so that what
/// somebody else has changed meanwhile stays.
class EditDialog : public FormDialog
{
    Q_OBJECT

public:
    using Send = std::function<client::Reply<json::Value>(json::Object changes)>;

    EditDialog(const QString &heading, Editable before, Send send, QWidget *parent = nullptr);

signals:
    /// The server has taken it.
    void edited(const tenantry::ui::Editable &now);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    Editable input() const;

    Editable m_before;
    Send m_send;
    QLineEdit *m_name;
    QLineEdit *m_description = nullptr;
    QComboBox *m_environment = nullptr;
};

} // namespace tenantry::ui
