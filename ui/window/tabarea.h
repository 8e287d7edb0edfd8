// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/pagefactory.h"

#include <QStackedWidget>

class QTabWidget;

namespace tenantry::ui {

class TabStrip;

/// The middle of the window: what is open, one tab each, or the page that stands there when nothing is. One tab at
/// most is a preview, which the next preview replaces; whoever works in it, or asks to, keeps it.
class TabArea : public QStackedWidget
{
    Q_OBJECT

public:
    /// Takes `emptyPage`.
    TabArea(QWidget *emptyPage, PageFactory pages, QWidget *parent = nullptr);

    bool canOpen(const NodePath &path) const { return m_pages.hasPage(path.kind); }
    /// Shows the node's tab to stay, and makes it when there is none. Does nothing for a node without a page.
    void open(const NodePath &path);
    /// The same, for a look: a tab that has to be made is the preview. The focus stays where it is.
    void preview(const NodePath &path);
    bool isPreview(const TabPage *page) const;
    /// Makes the current tab one that stays.
    void keepCurrent();

    TabPage *current() const; ///< null when nothing is open
    /// The current page if it is of this kind, else null.
    template<class Page>
    Page *currentAs() const
    {
        return qobject_cast<Page *>(current());
    }
    int count() const;
    void closeCurrent();
    /// Closes every tab of this instance, at once.
    void closeOf(const Instance *instance);
    /// Closes the tab of this node, and every tab of what stands below it.
    void closeBelow(const tenantry::ui::NodePath &path);
    void showNeighbour(int step);

    // For who brings tabs back.
    std::vector<TabPage *> pages() const; ///< from left to right
    void insert(int index, std::unique_ptr<TabPage> page);
    /// Puts the page of this node in the place of the one that stands in for it.
    void replace(TabPage *standIn, const NodePath &path);
    void markPreview(int index);
    void showTab(int index);

signals:
    void changed();
    /// A tab the user may want back. Comes before the page goes.
    void closed(const tenantry::ui::NodePath &path, int index);

private:
    TabPage *page(int index) const;
    int find(const NodePath &path) const; ///< -1 when there is no such tab
    int findLoaded(const NodePath &path);
    void keep(int index);
    void follow(TabPage *page);
    void close(int index);
    void remove(int index);

    PageFactory m_pages;
    TabStrip *m_strip;
    QTabWidget *m_tabs;
};

} // namespace tenantry::ui
