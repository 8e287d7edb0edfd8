// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statepage.h"

#include "ui/common/fontscale.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace tenantry::ui {

namespace {

constexpr int pictureSize = 48;
constexpr int textWidth = 460;

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A centred label does not pass on the height its wrapped lines need.
void setWrapped(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setMinimumHeight(text.isEmpty() ? 0 : label->heightForWidth(textWidth));
}

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_title(centredLabel(this))
    , m_text(centredLabel(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QHBoxLayout)
{
    makeHeading(m_title, 1.35);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(textWidth);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(180, 6);
    m_progress->setAccessibleName(tr("Loading"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    m_buttons->setSpacing(12);
    m_buttons->setAlignment(Qt::AlignHCenter);
}

void StatePage::showLoading(const QString &title)
{
    present(Icon::None, title, {});
    m_progress->show();
}

void StatePage::showEmpty(Icon icon, const QString &title, const QString &text)
{
    present(icon, title, text);
}

void StatePage::showError(const QString &title, const Error &error)
{
    present(Icon::Alert, title, error.detail.isEmpty() ? error.message : error.message + u'\n' + error.detail);
    QPushButton *button = addButton(tr("&Retry"), Icon::Refresh);
    connect(button, &QPushButton::clicked, this, &StatePage::retry);
}

QPushButton *StatePage::addButton(const QString &text, Icon icon)
{
    auto *button = new QPushButton(ui::icon(icon), text, this);
    button->setMinimumHeight(button->sizeHint().height() + 6);
    m_buttons->addWidget(button);
    return button;
}

void StatePage::present(Icon icon, const QString &title, const QString &text)
{
    clearButtons();
    m_progress->hide();
    m_picture->setVisible(icon != Icon::None);
    m_picture->setPixmap(ui::icon(icon).pixmap(QSize(pictureSize, pictureSize), devicePixelRatio()));
    m_title->setText(title);
    m_text->setVisible(!text.isEmpty());
    setWrapped(m_text, text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void StatePage::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace tenantry::ui
