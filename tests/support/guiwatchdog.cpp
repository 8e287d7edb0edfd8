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
    const auto waitedBefore = waitedForProcessor();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    const auto time = Clock::now() - began;
    if (time > longestFrame && time - (waitedForProcessor() - waitedBefore) > longestFrame)
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
