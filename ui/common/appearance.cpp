// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"

#include <QApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Colours
{
    QRgb window, base, alternate, text, dim, button, border, highlight, highlightedText, link;
};

constexpr Colours light{0xfff4f5f6, 0xffffffff, 0xfff7f8f9, 0xff1d2327, 0xff6b757c,
                        0xffe9ecee, 0xffc9ced2, 0xff2f6f73, 0xffffffff, 0xff1f6a70};
constexpr Colours dark{0xff24282b, 0xff1b1e20, 0xff202426, 0xffe4e7e9, 0xff8d979d,
                       0xff30363a, 0xff454c51, 0xff35797e, 0xffffffff, 0xff6fc3c9};

QPalette paletteOf(const Colours &colours)
{
    QPalette palette{QColor(colours.button), QColor(colours.window)};
    const auto set = [&](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Window, colours.window);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.base);
    set(QPalette::AlternateBase, colours.alternate);
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.dim);
    set(QPalette::Button, colours.button);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.highlightedText);
    set(QPalette::Mid, colours.border);
    set(QPalette::Highlight, colours.highlight);
    set(QPalette::HighlightedText, colours.highlightedText);
    set(QPalette::Link, colours.link);
    set(QPalette::LinkVisited, colours.link);
    set(QPalette::ToolTipBase, colours.base);
    set(QPalette::ToolTipText, colours.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, QColor(colours.dim));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colours.border));
    return palette;
}

} // namespace

void apply(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        QApplication::setPalette(QPalette());
        return;
    case Appearance::Light:
        QApplication::setPalette(paletteOf(light));
        return;
    case Appearance::Dark:
        QApplication::setPalette(paletteOf(dark));
        return;
    }
}

QString nameOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return u"system"_s;
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

Appearance appearanceNamed(const QString &name)
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (name == nameOf(appearance))
            return appearance;
    }
    return Appearance::System;
}

} // namespace tenantry::ui
