// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedialog.h"

#include "ui/common/icons.h"
#include "ui/palette/locatordelegate.h"
#include "ui/palette/locatorfilter.h"
#include "ui/palette/locatorsource.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int widthInLetters = 90;
constexpr int heightInLines = 26;

} // namespace

PaletteDialog::PaletteDialog(const std::vector<LocatorSource *> &sources, QWidget *parent)
    : QDialog(parent)
    , m_filter(new LocatorFilter(this))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setWindowTitle(tr("Go to anything"));
    for (LocatorSource *source : sources) {
        source->refresh();
        m_filter->add(*source);
    }
    m_line->setObjectName(u"paletteLine"_s);
    m_line->setPlaceholderText(tr("Type a part of what you want to open or do"));
    m_line->setAccessibleName(tr("Go to anything"));
    m_line->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new LocatorDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    resize(fontMetrics().averageCharWidth() * widthInLetters, fontMetrics().lineSpacing() * heightInLines);
    connect(m_line, &QLineEdit::textChanged, this, &PaletteDialog::search);
    connect(m_line, &QLineEdit::returnPressed, this, &PaletteDialog::openCurrent);
    connect(m_list, &QListView::clicked, this, &PaletteDialog::openCurrent);
    search({});
    m_line->setFocus();
}

bool PaletteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}

void PaletteDialog::search(const QString &typed)
{
    m_filter->setTyped(typed);
    m_list->setCurrentIndex(m_filter->index(0, 0));
    m_list->scrollToTop();
}

void PaletteDialog::openCurrent()
{
    const LocatorItem *item = m_filter->item(m_list->currentIndex());
    if (!item || !item->whyNot.isEmpty())
        return; // its line says why
    const std::function<void()> open = item->open;
    accept();
    open();
}

} // namespace tenantry::ui
