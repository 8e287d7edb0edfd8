// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"

#include <QEvent>
#include <QFile>
#include <QMetaEnum>
#include <QTest>
#include <QWidget>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

using Clock = std::chrono::steady_clock;

/// Asking costs too much to do so for each event.
constexpr std::chrono::milliseconds stolenIsKnown{20};

/// How long this thread has been ready to run while others ran: the second number of schedstat,
/// https://docs.kernel.org/scheduler/sched-stats.html
std::chrono::nanoseconds waitedForProcessor()
{
    static const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    char text[96] = {};
    if (file < 0 || ::pread(file, text, sizeof text - 1, 0) <= 0)
        return {};
    return std::chrono::nanoseconds(QByteArray(text).split(' ').value(1).toLongLong());
}

/// How long the machine itself was kept from running by its host, of all its processors: the eighth number of the first
/// line of https://docs.kernel.org/filesystems/proc.html#miscellaneous-kernel-statistics-in-proc-stat
std::chrono::nanoseconds stolenFromMachine()
{
    static const int file = ::open("/proc/stat", O_RDONLY | O_CLOEXEC);
    char text[256] = {};
    if (file < 0 || ::pread(file, text, sizeof text - 1, 0) <= 0)
        return {};
    const qlonglong ticks = QByteArray(text).simplified().split(' ').value(8).toLongLong();
    return std::chrono::nanoseconds(std::chrono::seconds(ticks)) / ::sysconf(_SC_CLK_TCK);
}

QString describe(const QObject *receiver, QEvent::Type type, std::chrono::nanoseconds time)
{
    const char *event = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    const char *test = QTest::currentTestFunction();
    return u"%1 ms: %2 for %3 \"%4\" in %5"_s.arg(std::chrono::duration_cast<std::chrono::milliseconds>(time).count())
        .arg(QLatin1StringView(event ? event : "an event of its own"),
             QLatin1StringView(receiver->metaObject()->className()), receiver->objectName(),
             QLatin1StringView(test ? test : "no test"));
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
{
    setAttribute(Qt::AA_Use96Dpi, true); // as QTEST_MAIN does
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    const bool inGui = m_depth == 0 && QThread::currentThread() == thread();
    if (!inGui || !m_painted) {
        m_painted = m_painted || (inGui && event->type() == QEvent::Paint);
        return QApplication::notify(receiver, event);
    }
    const QEvent::Type type = event->type();
    const QPointer<QObject> alive(receiver);
    const Clock::time_point began = Clock::now();
    if (began - m_stolenRead > stolenIsKnown) {
        m_stolen = stolenFromMachine();
        m_stolenRead = began;
    }
    const auto waitedBefore = waitedForProcessor();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    const auto time = Clock::now() - began;
    const auto fault = [&] { return time - (waitedForProcessor() - waitedBefore) - (stolenFromMachine() - m_stolen); };
    if (time > longestFrame && fault() > longestFrame)
        m_stalls << describe(alive ? alive.data() : this, type, time);
    return taken;
}

int WatchedApplication::verdict(int tests) const
{
    for (const QString &stall : m_stalls)
        qWarning("The GUI thread stalled. %s", qUtf8Printable(stall));
    return tests != 0 || m_stalls.isEmpty() ? tests : 1;
}

} // namespace tenantry::test
