// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tabarea.h"

#include "ui/window/tabstrip.h"

#include <QApplication>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

class TabBox : public QTabWidget
{
public:
    TabBox(TabStrip *strip, QWidget *parent)
        : QTabWidget(parent)
    {
        setTabBar(strip);
        setDocumentMode(true);
    }
};

} // namespace

TabArea::TabArea(QWidget *emptyPage, PageFactory pages, QWidget *parent)
    : QStackedWidget(parent)
    , m_pages(std::move(pages))
    , m_strip(new TabStrip(this))
    , m_tabs(new TabBox(m_strip, this))
{
    addWidget(emptyPage);
    addWidget(m_tabs);
    connect(m_strip, &TabStrip::closeWanted, this, &TabArea::close);
    connect(m_tabs, &QTabWidget::tabBarDoubleClicked, this, &TabArea::keep);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TabArea::changed);
}

void TabArea::open(const NodePath &path)
{
    if (!canOpen(path))
        return;
    int index = findLoaded(path);
    if (index < 0) {
        index = count();
        insert(index, m_pages.make(path));
    }
    keep(index);
    showTab(index);
    current()->setFocus();
}

void TabArea::preview(const NodePath &path)
{
    if (!canOpen(path))
        return;
    int index = findLoaded(path);
    if (index < 0) {
        const int before = m_strip->preview();
        index = before < 0 ? count() : before;
        insert(index, m_pages.make(path));
        m_strip->setPreview(index);
        showTab(index);
        if (before >= 0)
            remove(before + 1);
    }
    showTab(index);
}

bool TabArea::isPreview(const TabPage *page) const
{
    return page && this->page(m_strip->preview()) == page;
}

void TabArea::markPreview(int index)
{
    m_strip->setPreview(index);
}

void TabArea::keepCurrent()
{
    keep(m_tabs->currentIndex());
}

void TabArea::keep(int index)
{
    if (index < 0 || m_strip->preview() != index)
        return;
    m_strip->setPreview(-1);
    emit changed();
}

void TabArea::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
    setCurrentWidget(m_tabs);
}

void TabArea::insert(int index, std::unique_ptr<TabPage> page)
{
    TabPage *inserted = page.release();
    m_tabs->insertTab(index, inserted, icon(inserted->icon()), {});
    follow(inserted);
    connect(inserted, &TabPage::changed, this, [this, inserted] {
        follow(inserted);
        emit changed();
    });
}

void TabArea::replace(TabPage *standIn, const NodePath &path)
{
    const int index = m_tabs->indexOf(standIn);
    const bool wasCurrent = standIn == current();
    const bool hadFocus = standIn->isAncestorOf(QApplication::focusWidget());
    const bool wasPreview = isPreview(standIn);
    insert(index, m_pages.make(path));
    if (wasPreview)
        m_strip->setPreview(index);
    if (wasCurrent)
        m_tabs->setCurrentIndex(index);
    if (hadFocus)
        page(index)->setFocus();
    m_tabs->removeTab(index + 1);
    standIn->deleteLater(); // it may be the one that asks for this
    emit changed();
}

void TabArea::follow(TabPage *page)
{
    const int index = m_tabs->indexOf(page);
    const int changes = page->pendingChanges();
    m_strip->setTitle(index, changes == 0 ? page->title() : tr("%1 (%2 changed)").arg(page->title()).arg(changes),
                      page->path().titles.join(u" \u203a "_s));
    if (changes > 0)
        keep(index);
}

TabPage *TabArea::page(int index) const
{
    return static_cast<TabPage *>(m_tabs->widget(index));
}

std::vector<TabPage *> TabArea::pages() const
{
    std::vector<TabPage *> all;
    for (int i = 0; i < count(); ++i)
        all.push_back(page(i));
    return all;
}

/// Who opens a node again from the tree wants to see it: what stands in for it gives way.
int TabArea::findLoaded(const NodePath &path)
{
    const int index = find(path);
    if (index >= 0 && !page(index)->isLoaded())
        replace(page(index), path);
    return index;
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
            remove(i); // nothing brings it back
    }
}

void TabArea::showNeighbour(int step)
{
    if (count() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count()) % count());
}

void TabArea::close(int index)
{
    emit closed(page(index)->path(), index);
    remove(index);
}

void TabArea::remove(int index)
{
    const std::unique_ptr<TabPage> closed(page(index));
    m_tabs->removeTab(index);
    if (count() == 0)
        setCurrentIndex(0);
    emit changed();
}

} // namespace tenantry::ui
