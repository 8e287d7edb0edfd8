// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/demodialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int textColumns = 56;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * textColumns);
    return label;
}

} // namespace

DemoDialog::DemoDialog(client::Api &api, const QString &instanceTitle, QWidget *parent)
    : QDialog(parent)
    , m_api(api)
    , m_text(textLabel(this))
    , m_doing(textLabel(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_load(m_buttons->addButton(tr("&Load the demo"), QDialogButtonBox::ActionRole))
{
    setWindowTitle(tr("Load the demo"));
    m_text->setText(
        tr("Makes the organization Acme (demo) in \u201c%1\u201d, with a production and a staging site. Each "
           "holds a shop and a magazine with some thousand rows, to look around in and to try things on.")
            .arg(instanceTitle));
    m_doing->setObjectName(u"doing"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the demo"));
    auto *layout = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_doing, m_progress, m_buttons})
        layout->addWidget(part);
    m_load->setObjectName(u"load"_s);
    m_load->setDefault(true);
    connect(m_load, &QPushButton::clicked, this, &DemoDialog::load);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &DemoDialog::reject);
    enter(Phase::Asking);
}

void DemoDialog::enter(Phase phase)
{
    m_phase = phase;
    const bool busy = phase == Phase::Loading || phase == Phase::Cancelling;
    m_text->setVisible(phase == Phase::Asking);
    m_doing->setVisible(phase != Phase::Asking);
    m_progress->setVisible(busy);
    m_load->setVisible(!busy);
    m_load->setText(phase == Phase::Failed ? tr("&Try again") : tr("&Load the demo"));
    QPushButton *cancel = m_buttons->button(QDialogButtonBox::Cancel);
    cancel->setText(phase == Phase::Failed ? tr("&Close") : tr("&Cancel"));
    cancel->setEnabled(phase != Phase::Cancelling);
    if (busy)
        cancel->setFocus();
    fit();
}

/// A layout leaves wrapped texts the height they had.
void DemoDialog::fit()
{
    layout()->activate();
    const int wide = std::max(width(), layout()->minimumSize().width());
    resize(wide, layout()->totalHeightForWidth(wide));
}

void DemoDialog::load()
{
    if (m_loader)
        return;
    enter(Phase::Loading);
    m_loader = new demo::DemoLoader(
        m_api, [this](const demo::DemoLoader::Progress &progress) { show(progress); },
        [this](const Result<void> &outcome) { end(outcome); }, this);
    m_loader->start();
}

void DemoDialog::reject()
{
    if (!m_loader) {
        QDialog::reject();
        return;
    }
    enter(Phase::Cancelling);
    m_loader->cancel();
    m_doing->setText(tr("Cancelling; what was made is removed\u2026"));
    m_progress->setRange(0, 0);
}

void DemoDialog::show(const demo::DemoLoader::Progress &progress)
{
    if (m_phase != Phase::Loading)
        return;
    m_doing->setText(progress.what);
    m_progress->setRange(0, progress.total);
    m_progress->setValue(progress.done);
}

void DemoDialog::end(const Result<void> &outcome)
{
    m_loader->deleteLater();
    m_loader.clear();
    if (outcome) {
        emit loaded();
        accept();
    } else if (outcome.error().code == ErrorCode::Cancelled && outcome.error().detail.isEmpty()) {
        QDialog::reject();
    } else {
        const Error &error = outcome.error();
        m_doing->setText(error.detail.isEmpty() ? error.message : error.message + u"\n\n"_s + error.detail);
        enter(Phase::Failed);
    }
}

} // namespace tenantry::ui
