// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tabarea.h"

#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr QSize closeIconSize{12, 12};

} // namespace

TabArea::TabArea(QWidget *emptyPage, PageFactory pages, QWidget *parent)
    : QStackedWidget(parent)
    , m_pages(std::move(pages))
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setAccessibleName(tr("Open tabs"));
    addWidget(emptyPage);
    addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TabArea::changed);
}

void TabArea::open(const NodePath &path)
{
    if (!canOpen(path))
        return;
    int index = find(path);
    if (index < 0) {
        index = count();
        insert(index, m_pages.make(path));
    }
    m_tabs->setCurrentIndex(index);
    setCurrentWidget(m_tabs);
}

void TabArea::insert(int index, std::unique_ptr<TabPage> page)
{
    TabPage *inserted = page.release();
    m_tabs->insertTab(index, inserted, icon(inserted->icon()), inserted->title());
    m_tabs->setTabToolTip(index, inserted->path().titles.join(u" \u203a "_s));
    auto *button = new QToolButton(m_tabs); // the style's own is red, on every tab
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // Ctrl+W is the keyboard's way
    button->setIcon(icon(Icon::Close));
    button->setIconSize(closeIconSize);
    connect(button, &QToolButton::clicked, this, [this, inserted] { close(m_tabs->indexOf(inserted)); });
    m_tabs->tabBar()->setTabButton(index, QTabBar::RightSide, button);
    label(index);
    connect(inserted, &TabPage::changed, this, [this, inserted] {
        label(m_tabs->indexOf(inserted));
        emit changed();
    });
}

void TabArea::label(int index)
{
    const QString title = page(index)->title();
    const int changes = page(index)->pendingChanges();
    m_tabs->setTabText(index, changes == 0 ? title : tr("%1 (%2 changed)").arg(title).arg(changes));
    QWidget *button = m_tabs->tabBar()->tabButton(index, QTabBar::RightSide);
    button->setToolTip(tr("Close %1").arg(title));
    button->setAccessibleName(button->toolTip());
}

TabPage *TabArea::page(int index) const
{
    return static_cast<TabPage *>(m_tabs->widget(index));
}

int TabArea::find(const NodePath &path) const
{
    for (int i = 0; i < count(); ++i) {
        if (page(i)->path().isAt(path))
            return i;
    }
    return -1;
}

TabPage *TabArea::current() const
{
    return page(m_tabs->currentIndex());
}

int TabArea::count() const
{
    return m_tabs->count();
}

void TabArea::closeCurrent()
{
    if (count() > 0)
        close(m_tabs->currentIndex());
}

void TabArea::closeOf(const Instance *instance)
{
    for (int i = count() - 1; i >= 0; --i) {
        if (page(i)->path().instance == instance)
            close(i);
    }
}

void TabArea::closeBelow(const NodePath &path)
{
    for (int i = count() - 1; i >= 0; --i) {
        if (page(i)->path().isWithin(path))
            close(i);
    }
}

void TabArea::showNeighbour(int step)
{
    if (count() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count()) % count());
}

void TabArea::close(int index)
{
    const std::unique_ptr<TabPage> closed(page(index));
    m_tabs->removeTab(index);
    if (count() == 0)
        setCurrentIndex(0);
    emit changed();
}

} // namespace tenantry::ui
