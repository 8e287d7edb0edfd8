// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr std::array fileNames = {
    ""_L1,
    "tenantry"_L1,
    "server"_L1,
    "local"_L1,
    "organization"_L1,
    "site"_L1,
    "app"_L1,
    "table"_L1,
    "key"_L1,
    "link"_L1,
    "loading"_L1,
    "alert"_L1,
    "info"_L1,
    "add"_L1,
    "refresh"_L1,
    "close"_L1,
    "connect"_L1,
    "disconnect"_L1,
    "search"_L1,
    "production"_L1,
    "staging"_L1,
    "development"_L1,
    "testing"_L1,
    "quit"_L1,
    "copy"_L1,
    "done"_L1,
    "failed"_L1,
    "tasks"_L1,
    "requests"_L1,
    "messages"_L1,
    "preferences"_L1,
    "members"_L1,
};
static_assert(fileNames.size() == size_t(Icon::Members) + 1);

QByteArray drawingOf(Icon which)
{
    QFile file(u":/icons/%1.svg"_s.arg(fileNames[size_t(which)]));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QColor paletteColour(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        return palette.color(QPalette::WindowText);
    }
    Q_UNREACHABLE();
}

/// Draws a line icon in the colour asked for, or the palette's when that is invalid.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(Icon which, const QColor &colour)
        : m_which(which)
        , m_colour(colour)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        QPixmap drawn = pixmap(rect.size() * ratio, mode, state);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor colour = m_colour.isValid() && mode != QIcon::Selected ? m_colour : paletteColour(mode);
        const QString key =
            u"tenantry-icon-%1-%2x%3-%4"_s.arg(int(m_which)).arg(size.width()).arg(size.height()).arg(colour.rgba());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        QSvgRenderer renderer(drawingOf(m_which).replace("currentColor"_ba, colour.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_which, m_colour); }
    QString key() const override { return u"tenantry-line-icon"_s; }

private:
    Icon m_which;
    QColor m_colour;
};

} // namespace

QIcon icon(Icon which)
{
    return icon(which, QColor());
}

QIcon icon(Icon which, const QColor &colour)
{
    return which == Icon::None ? QIcon() : QIcon(new LineIconEngine(which, colour));
}

} // namespace tenantry::ui
