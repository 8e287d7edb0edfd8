// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/settings.h"
#include "ui/common/zoom.h"

#include "tests/support/guiwatchdog.h"
#include "ui/common/fontscale.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestZoom : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_zoom->reset(); }
    void goesInStepsAndBack();
    void endsAtItsLimits();
    void isKept();
    void reachesWhatIsShown();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Zoom> m_zoom;
};

void TestZoom::init()
{
    m_zoom.reset();
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"s.ini"_s));
    m_zoom = std::make_unique<Zoom>(*m_settings);
}

void TestZoom::goesInStepsAndBack()
{
    const qreal usual = QApplication::font().pointSizeF();
    m_zoom->in();
    m_zoom->in();
    QCOMPARE(m_zoom->percent(), 120);
    QCOMPARE(QApplication::font().pointSizeF(), usual * 1.2);
    m_zoom->out();
    QCOMPARE(m_zoom->percent(), 110);
    m_zoom->reset();
    QCOMPARE(QApplication::font().pointSizeF(), usual);
}

void TestZoom::endsAtItsLimits()
{
    m_zoom->set(1000);
    QCOMPARE(m_zoom->percent(), Zoom::largest);
    m_zoom->in();
    QCOMPARE(m_zoom->percent(), Zoom::largest);
    m_zoom->set(1);
    QCOMPARE(m_zoom->percent(), Zoom::smallest);
}

void TestZoom::isKept()
{
    const qreal usual = QApplication::font().pointSizeF();
    m_zoom->set(150);
    m_zoom = std::make_unique<Zoom>(*m_settings);
    QCOMPARE(m_zoom->percent(), 150);
    QCOMPARE(QApplication::font().pointSizeF(), usual * 1.5);
}

void TestZoom::reachesWhatIsShown()
{
    QWidget window;
    QLabel heading(u"Heading"_s, &window);
    makeHeading(&heading, 1.4);
    QLabel fixed(u"Code"_s, &window);
    makeFixedPitch(&fixed);
    QTableView table(&window);
    fitRowsToFont(&table, 10);
    window.show();
    const qreal headingSize = heading.font().pointSizeF();
    const qreal fixedSize = fixed.font().pointSizeF();
    const int height = table.verticalHeader()->defaultSectionSize();
    QCOMPARE(headingSize, QApplication::font().pointSizeF() * 1.4);
    m_zoom->set(200);
    QTRY_COMPARE(heading.font().pointSizeF(), headingSize * 2);
    QTRY_COMPARE(fixed.font().pointSizeF(), fixedSize * 2);
    QTRY_VERIFY(table.verticalHeader()->defaultSectionSize() > height * 3 / 2);
}

TENANTRY_GUI_TEST_MAIN(TestZoom)
#include "tst_zoom.moc"
