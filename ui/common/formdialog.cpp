// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formdialog.h"

#include "ui/common/accesskey.h"
#include "ui/common/fontscale.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int formWidth = 440;

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// The sign goes with the text, so that a problem is told by more than its place.
QString problemText(const QString &message)
{
    return u"\u26a0 "_s + message;
}

} // namespace

FormDialog::FormDialog(QWidget *parent)
    : QDialog(parent)
    , m_heading(wrappedLabel(this))
    , m_explanation(wrappedLabel(this))
    , m_fieldLayout(new QVBoxLayout)
    , m_problem(wrappedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_send(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
{
    makeHeading(m_heading, 1.3);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Working"));
    QSizePolicy keepsItsPlace = m_progress->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsItsPlace);
    m_progress->hide();
    m_send->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setIcon(QIcon());
    buildLayout();
    connect(m_buttons, &QDialogButtonBox::accepted, this, &FormDialog::trySend);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

FormDialog::~FormDialog()
{
    m_running.cancel();
}

void FormDialog::buildLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(6);
    layout->addWidget(m_heading);
    layout->addWidget(m_explanation);
    layout->addSpacing(8);
    m_fieldLayout->setSpacing(4);
    layout->addLayout(m_fieldLayout);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addWidget(m_buttons);
    setMinimumWidth(formWidth);
}

void FormDialog::setHeading(const QString &heading, const QString &explanation)
{
    setWindowTitle(heading);
    m_heading->setText(heading);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

void FormDialog::setSendText(const QString &text)
{
    m_send->setText(text);
}

void FormDialog::addField(const QString &key, const QString &label, QWidget *editor, const QString &hint)
{
    auto *caption = new QLabel(label, this);
    caption->setBuddy(editor);
    caption->setVisible(!label.isEmpty());
    auto *below = wrappedLabel(this);
    below->setText(hint);
    below->setVisible(!hint.isEmpty());
    below->setForegroundRole(QPalette::PlaceholderText);
    below->setObjectName(key + u"Hint"_s);
    editor->setObjectName(key);
    editor->setMinimumHeight(editor->sizeHint().height() + 4);
    editor->setAccessibleName(withoutAccessKey(label));
    m_fieldLayout->addWidget(caption);
    m_fieldLayout->addWidget(editor);
    m_fieldLayout->addWidget(below);
    m_fieldLayout->addSpacing(8);
    m_fields.push_back({key, caption, editor, below, hint});
}

void FormDialog::setFieldVisible(const QString &key, bool visible)
{
    const auto field = std::ranges::find(m_fields, key, &Field::key);
    field->caption->setVisible(visible && !field->caption->text().isEmpty());
    field->editor->setVisible(visible);
    field->hint->setVisible(visible && !field->hint->text().isEmpty());
    if (isVisible())
        growToFit();
}

void FormDialog::addPreview(QWidget *preview)
{
    m_fieldLayout->addWidget(preview);
    m_fieldLayout->addSpacing(8);
}

void FormDialog::trySend()
{
    if (m_busy)
        return;
    const std::vector<FieldError> errors = check();
    showErrors(errors);
    if (!errors.empty())
        return;
    setBusy(true);
    m_running = send();
}

void FormDialog::succeed()
{
    setBusy(false);
    accept();
}

void FormDialog::fail(const Error &error)
{
    setBusy(false);
    showErrors(error.fields);
    if (std::ranges::any_of(error.fields, [&](const FieldError &field) { return hasField(field.path); }))
        return;
    QStringList lines{error.message};
    for (const FieldError &field : error.fields)
        lines << u"%1: %2"_s.arg(field.path, field.message);
    if (!error.detail.isEmpty())
        lines << error.detail;
    m_problem->setText(problemText(lines.join(u'\n')));
    m_problem->show();
    growToFit();
}

bool FormDialog::hasField(const QString &key) const
{
    return std::ranges::find(m_fields, key, &Field::key) != m_fields.end();
}

void FormDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    // Disabling moves the cursor to Cancel, where the next Enter would throw away what was typed.
    if (busy)
        m_lastFocus = focusWidget();
    m_send->setEnabled(!busy);
    for (const Field &field : m_fields)
        field.editor->setEnabled(!busy);
    if (!busy && m_lastFocus)
        m_lastFocus->setFocus(Qt::OtherFocusReason);
}

void FormDialog::showErrors(const std::vector<FieldError> &errors)
{
    m_problem->hide();
    QWidget *first = nullptr;
    for (const Field &field : m_fields) {
        const auto error = std::ranges::find(errors, field.key, &FieldError::path);
        const bool wrong = error != errors.end();
        field.hint->setForegroundRole(wrong ? QPalette::WindowText : QPalette::PlaceholderText);
        field.hint->setText(wrong ? problemText(error->message) : field.hintText);
        field.hint->setVisible(!field.hint->text().isEmpty());
        field.editor->setAccessibleDescription(field.hint->text());
        if (wrong && !first)
            first = field.editor;
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    growToFit();
}

void FormDialog::growToFit()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace tenantry::ui
