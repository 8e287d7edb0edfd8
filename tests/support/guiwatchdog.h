// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <chrono>

namespace tenantry::test {

/// An application that notes each event during which the GUI thread was busy or blocked for longer than a frame may
/// take. Time in which the machine gave the processor to somebody else, or its host did, does not count, so a busy one
/// raises no alarm.
/// The start-up of the program, until the first window has been painted, is not watched.
class WatchedApplication : public QApplication
{
public:
    /// Sanitizers make everything many times slower, and what is found is the same.
    static constexpr std::chrono::milliseconds longestFrame{TENANTRY_SANITIZED ? 1000 : 50};

    WatchedApplication(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    /// A line for each: how long, which event, which object.
    const QStringList &stalls() const { return m_stalls; }
    void forgetStalls() { m_stalls.clear(); }
    /// 1 when the GUI thread stalled, else what the tests ended with. Says what stalled.
    int verdict(int tests) const;

private:
    bool m_painted = false;
    int m_depth = 0;
    std::chrono::nanoseconds m_stolen{}; ///< from the machine by its host, when last looked at
    std::chrono::steady_clock::time_point m_stolenRead;
    QStringList m_stalls;
};

} // namespace tenantry::test

/// QTEST_MAIN for tests of the console: they fail too when the GUI thread stalls.
#define TENANTRY_GUI_TEST_MAIN(TestClass)                                                                              \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        tenantry::test::WatchedApplication application(argc, argv);                                                    \
        TestClass test;                                                                                                \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return application.verdict(QTest::qExec(&test, argc, argv));                                                   \
    }
