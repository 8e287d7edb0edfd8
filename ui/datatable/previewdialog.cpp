// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/previewdialog.h"

#include "core/client/curl.h"
#include "core/json/indent.h"
#include "ui/common/fontscale.h"
#include "ui/common/icons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr QSize firstSize{760, 480};

QString titleOf(const CommitStep &step)
{
    const int rows = int(step.rows.size());
    switch (step.kind) {
    case RowChange::Kind::Added:
        return PreviewDialog::tr("+ Create %n rows", nullptr, rows);
    case RowChange::Kind::Changed:
        return PreviewDialog::tr("~ Change %n rows", nullptr, rows);
    case RowChange::Kind::Removed:
        return PreviewDialog::tr("- Delete %n rows", nullptr, rows);
    }
    Q_UNREACHABLE();
}

/// As HTTP writes it, with the body set out in lines.
QString textOf(const client::Request &request)
{
    QString text = client::methodName(request.method) + u' ' + request.path;
    if (!request.query.isEmpty())
        text += u'?' + request.query.query(QUrl::FullyEncoded);
    if (!request.body)
        return text;
    return text + u"\n\n"_s + QString::fromStdString(json::indented(*request.body));
}

} // namespace

PreviewDialog::PreviewDialog(QUrl server, std::vector<CommitStep> steps, QWidget *parent)
    : QDialog(parent)
    , m_server(std::move(server))
    , m_steps(std::move(steps))
    , m_list(new QListWidget(this))
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Preview of the commit"));
    resize(firstSize);
    auto *explanation =
        new QLabel(tr("A commit will send these %n requests in this order.", nullptr, int(m_steps.size())), this);
    explanation->setWordWrap(true);
    m_list->setAccessibleName(tr("Requests"));
    m_text->setAccessibleName(tr("The selected request"));
    m_text->setReadOnly(true);
    makeFixedPitch(m_text);
    m_text->setTabChangesFocus(true);
    for (const CommitStep &step : m_steps)
        m_list->addItem(titleOf(step));
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({firstSize.width() / 4, firstSize.width() * 3 / 4});

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon()); // the style's own is of another family
    QPushButton *copy = buttons->addButton(tr("&Copy as curl"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(Icon::Copy));
    copy->setObjectName(u"copyCurl"_s);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(curl()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &PreviewDialog::show);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

QString PreviewDialog::curl() const
{
    const int step = m_list->currentRow();
    return step < 0 ? QString() : client::curlCommand(m_server, m_steps[size_t(step)].request);
}

void PreviewDialog::show(int step)
{
    m_text->setPlainText(step < 0 ? QString() : textOf(m_steps[size_t(step)].request));
}

} // namespace tenantry::ui
