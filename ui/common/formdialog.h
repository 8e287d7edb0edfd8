// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/client/reply.h"

#include <QDialog>
#include <QPointer>

#include <vector>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {

/// A dialog that asks for a few things and sends them: errors of the server stand at the field they are about, the wait
/// shows, Enter sends, Escape ends the call as well. It never blocks: use open().
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FormDialog(QWidget *parent = nullptr);
    ~FormDialog() override;

protected:
    void setHeading(const QString &heading, const QString &explanation);
    void setSendText(const QString &text);
    /// `key` is the path of the API's field errors, which then stand below `editor`.
    void addField(const QString &key, const QString &label, QWidget *editor, const QString &hint = {});
    /// Something to look at, below the fields there are.
    void addPreview(QWidget *preview);
    /// With its label and hint.
    void setFieldVisible(const QString &key, bool visible);

    /// What is wrong with the input before it is sent; empty when nothing is.
    virtual std::vector<FieldError> check() const = 0;
    /// Sends the input; ends in succeed() or fail().
    virtual client::CancelToken send() = 0;

    void succeed();
    void fail(const Error &error);

private:
    struct Field
    {
        QString key;
        QLabel *caption;
        QWidget *editor;
        QLabel *hint;
        QString hintText;
    };

    void buildLayout();
    void trySend();
    void setBusy(bool busy);
    void showErrors(const std::vector<FieldError> &errors);
    bool hasField(const QString &key) const;
    void growToFit();

    QLabel *m_heading;
    QLabel *m_explanation;
    QVBoxLayout *m_fieldLayout;
    QLabel *m_problem;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QPushButton *m_send;
    std::vector<Field> m_fields;
    client::CancelToken m_running;
    QPointer<QWidget> m_lastFocus; ///< before the call
    bool m_busy = false;
};

} // namespace tenantry::ui
