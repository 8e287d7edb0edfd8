// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fontscale.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QTableView>

#include <functional>

namespace tenantry::ui {

namespace {

/// Does something to a widget now and whenever the font around it changes; ends with the widget. A widget whose font
/// has a size of its own is not told, so its parent is watched.
class FontFollower : public QObject
{
public:
    FontFollower(QWidget *widget, std::function<void()> apply)
        : QObject(widget)
        , m_widget(widget)
        , m_apply(std::move(apply))
    {
        m_apply();
        widget->installEventFilter(this);
        watchParent();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool handled = QObject::eventFilter(watched, event);
        if (watched == m_widget && event->type() == QEvent::ParentChange)
            watchParent();
        else if (watched == m_parent && event->type() == QEvent::FontChange)
            m_apply();
        return handled;
    }

private:
    void watchParent()
    {
        if (m_parent)
            m_parent->removeEventFilter(this);
        m_parent = m_widget->parentWidget();
        if (m_parent)
            m_parent->installEventFilter(this);
    }

    QWidget *m_widget;
    QPointer<QWidget> m_parent;
    std::function<void()> m_apply;
};

QFont scaled(QFont font, qreal factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

} // namespace

void makeHeading(QLabel *label, qreal factor)
{
    new FontFollower(label, [label, factor] {
        QFont font = scaled(QApplication::font(), factor);
        font.setWeight(QFont::DemiBold);
        label->setFont(font);
    });
}

void makeFixedPitch(QWidget *widget)
{
    new FontFollower(widget, [widget] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(QApplication::font().pointSizeF());
        widget->setFont(font);
    });
}

void fitRowsToFont(QTableView *table, int padding)
{
    new FontFollower(table, [table, padding] {
        table->verticalHeader()->setDefaultSectionSize(QFontMetrics(QApplication::font()).height() + padding);
    });
}

} // namespace tenantry::ui
