// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/common/appearance.h"
#include "ui/common/environment.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace {

bool isBlank(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0)
                return false;
        }
    }
    return true;
}

QColor strongest(const QImage &image)
{
    QColor colour(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > colour.alpha())
                colour = pixel;
        }
    }
    return colour;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// As WCAG counts it: 4.5 is enough for text.
double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { apply(Appearance::System); }
    void everyIconHasADrawing();
    void iconsFollowThePalette();
    void textIsReadable_data();
    void textIsReadable();
};

void TestIcons::everyIconHasADrawing()
{
    QVERIFY(icon(Icon::None).isNull());
    for (int which = 1; which <= int(Icon::Copy); ++which)
        QVERIFY2(!isBlank(icon(Icon(which)).pixmap(32).toImage()), qPrintable(QString::number(which)));
}

void TestIcons::iconsFollowThePalette()
{
    const QIcon table = icon(Icon::Table);
    apply(Appearance::Light);
    QVERIFY(strongest(table.pixmap(32).toImage()).lightness() < 100);
    apply(Appearance::Dark);
    QVERIFY(strongest(table.pixmap(32).toImage()).lightness() > 150);
}

void TestIcons::textIsReadable_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void TestIcons::textIsReadable()
{
    QFETCH(Appearance, appearance);
    apply(appearance);
    const QPalette palette = QApplication::palette();
    const auto onBase = [&](const QColor &colour) { return contrast(colour, palette.color(QPalette::Base)); };
    QVERIFY(onBase(palette.color(QPalette::Text)) >= 7);
    QVERIFY(onBase(palette.color(QPalette::PlaceholderText)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    for (const QString &environment : {u"production"_s, u"staging"_s, u"development"_s, u"testing"_s}) {
        const EnvironmentMark mark = EnvironmentMark::of(environment, palette);
        QVERIFY(!mark.word.isEmpty());
        QVERIFY(mark.icon != Icon::None);
        QVERIFY2(onBase(mark.colour) >= 4.5, qPrintable(environment));
    }
}

TENANTRY_GUI_TEST_MAIN(TestIcons)
#include "tst_icons.moc"
