// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/transport.h"
#include "ui/common/formdialog.h"
#include "ui/connections/profile.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tenantry::ui {

/// Asks for a profile, new or to be changed, and tries a server's address before it is accepted. When that fails, it
/// says why, and the profile can be saved all the same.
class ProfileDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `groups`: those that exist, to choose from.
    ProfileDialog(const Profile &profile, const QStringList &groups, QWidget *parent = nullptr);
    ~ProfileDialog() override;

    /// As it stands in the form.
    Profile profile() const;

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    Profile::Kind kind() const;
    void addColours();
    void followKind();
    void chooseFolder();
    client::CancelToken tryServer();

    const QString m_id;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QComboBox *m_group;
    QLineEdit *m_address;
    QLineEdit *m_account;
    QComboBox *m_colour;
    QCheckBox *m_readOnly;
    QCheckBox *m_untested; ///< shown once a test has failed
    std::unique_ptr<client::Transport> m_server;
};

} // namespace tenantry::ui
