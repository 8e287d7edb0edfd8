// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/formdialog.h"

class QCheckBox;
class QLineEdit;

namespace tenantry::ui {

class SecretFile;

/// Asks for the passphrase of the stored passwords and opens them with it; where there are none yet, for a new one.
/// Who has forgotten it can begin anew.
class PassphraseDialog : public FormDialog
{
    Q_OBJECT

public:
    enum class Ask {
        Known, ///< of a file that is there
        New,   ///< typed twice
    };

    /// `file` must outlive it.
    PassphraseDialog(Ask ask, SecretFile &file, QWidget *parent = nullptr);
    ~PassphraseDialog() override;

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    void follow();
    bool isNew() const;

    const Ask m_ask;
    SecretFile &m_file;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QCheckBox *m_anew;
};

} // namespace tenantry::ui
