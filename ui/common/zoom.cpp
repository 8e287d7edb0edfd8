// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/zoom.h"

#include "ui/common/settings.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString key = u"window/zoom"_s;
constexpr auto systemFontProperty = "tenantrySystemFont";

/// A second window must not take the first one's zoomed font for the system's.
QFont systemFont()
{
    if (!qApp->property(systemFontProperty).isValid())
        qApp->setProperty(systemFontProperty, QApplication::font());
    return qApp->property(systemFontProperty).value<QFont>();
}

} // namespace

Zoom::Zoom(Settings &settings)
    : m_settings(settings)
    , m_systemFont(systemFont())
{
    bool isNumber = false;
    const int kept = m_settings.value(key).toInt(&isNumber);
    if (isNumber)
        set(kept);
}

void Zoom::set(int percent)
{
    m_percent = std::clamp(percent, smallest, largest);
    m_settings.setValue(key, m_percent);
    QFont font = m_systemFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * m_percent / 100);
    else
        font.setPixelSize(font.pixelSize() * m_percent / 100);
    QApplication::setFont(font);
}

} // namespace tenantry::ui
