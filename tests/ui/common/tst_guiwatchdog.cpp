// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"

#include <QPushButton>
#include <QTimer>
#include <QtTest>

#include <ctime>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry::test;

namespace {

/// Of this thread: a busy machine must not make the work shorter.
std::chrono::nanoseconds processorTime()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

/// The tests' own alarm: it must ring when the GUI thread waits or works, and not otherwise.
class TestGuiWatchdog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { application().forgetStalls(); }
    void waitingIsAStall();
    void workingIsAStall();
    void aQuietEventLoopIsNone();
    void cleanupTestCase() { application().forgetStalls(); }

private:
    static WatchedApplication &application() { return *static_cast<WatchedApplication *>(qApp); }
    void press(const std::function<void()> &what);

    QPushButton m_button;
};

void TestGuiWatchdog::initTestCase()
{
    m_button.setObjectName(u"button"_s);
    m_button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_button));
}

void TestGuiWatchdog::press(const std::function<void()> &what)
{
    const auto connection = connect(&m_button, &QPushButton::clicked, this, what);
    QTest::keyClick(&m_button, Qt::Key_Space);
    disconnect(connection);
}

void TestGuiWatchdog::waitingIsAStall()
{
    press([] { std::this_thread::sleep_for(2 * WatchedApplication::longestFrame); });
    QCOMPARE(application().stalls().size(), 1);
    QVERIFY2(application().stalls().first().contains(u"KeyRelease for QPushButton"_s),
             qPrintable(application().stalls().first()));
    QCOMPARE(application().verdict(0), 1);
}

void TestGuiWatchdog::workingIsAStall()
{
    press([] {
        const auto begun = processorTime();
        while (processorTime() - begun < 2 * WatchedApplication::longestFrame) {
        }
    });
    QCOMPARE(application().stalls().size(), 1);
}

void TestGuiWatchdog::aQuietEventLoopIsNone()
{
    QTest::qWait(int(3 * WatchedApplication::longestFrame.count()));
    QCOMPARE(application().stalls(), QStringList());
    QCOMPARE(application().verdict(0), 0);
    QCOMPARE(application().verdict(3), 3);
}

TENANTRY_GUI_TEST_MAIN(TestGuiWatchdog)
#include "tst_guiwatchdog.moc"
