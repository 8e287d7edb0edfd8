// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log.h"
#include "core/log/logtail.h"

#include <QtTest>

#include <atomic>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestLogTail : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatCameSince();
    void isBounded();
    void keepsMoreThanGoesOut();
    void watchersAreToldUntilTheyLeave();
};

void TestLogTail::givesWhatCameSince()
{
    LogTail tail;
    QVERIFY(tail.since(0).lines.empty());
    tail.append("one\n");
    tail.append("two\n");
    const LogTail::Excerpt both = tail.since(0);
    QCOMPARE(both.lines, (std::vector<QByteArray>{"one", "two"}));
    QVERIFY(tail.since(both.next).lines.empty());
    tail.append("three\n");
    QCOMPARE(tail.since(both.next).lines, (std::vector<QByteArray>{"three"}));
    QVERIFY(tail.since(1'000'000).lines.empty());
}

void TestLogTail::isBounded()
{
    LogTail tail;
    for (std::size_t i = 0; i < LogTail::mostLines + 10; ++i)
        tail.append(QByteArray::number(qulonglong(i)));
    const LogTail::Excerpt all = tail.since(3); // what it asks for first is gone
    QCOMPARE(all.lines.size(), LogTail::mostLines);
    QCOMPARE(all.lines.front(), "10"_ba);
    tail.append(QByteArray(1'000'000, 'x'));
    QCOMPARE(tail.since(all.next).lines.front().size(), LogTail::mostLineBytes);
}

/// The terminal gets the warnings, whoever looks on sees the requests too.
void TestLogTail::keepsMoreThanGoesOut()
{
    const auto tail = std::make_shared<LogTail>();
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    {
        Log log(LogLevel::Warning, LogFormat::Standard, Clock(), ends[1]);
        QVERIFY(!log.wants(LogLevel::Info));
        log.keepTail(tail, LogLevel::Info);
        QVERIFY(log.wants(LogLevel::Info));
        QVERIFY(!log.wants(LogLevel::Debug));
        log.write(Logger::Api, LogLevel::Info, u"a request"_s);
        log.write(Logger::App, LogLevel::Debug, u"a detail"_s);
        log.write(Logger::App, LogLevel::Warning, u"a warning"_s);
    }
    close(ends[1]);
    QFile reader;
    QVERIFY(reader.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const QByteArray out = reader.readAll();
    QVERIFY(out.contains("a warning"));
    QVERIFY(!out.contains("a request"));
    const auto kept = tail->since(0).lines;
    QCOMPARE(kept.size(), std::size_t(2));
    QVERIFY(kept[0].contains("a request"));
    QVERIFY(kept[1].contains("a warning"));
}

void TestLogTail::watchersAreToldUntilTheyLeave()
{
    LogTail tail;
    std::atomic<int> told = 0;
    const int watcher = tail.watch([&told] { ++told; });
    std::thread writer([&tail] {
        for (int i = 0; i < 100; ++i)
            tail.append("line");
    });
    writer.join();
    QCOMPARE(told.load(), 100);
    tail.unwatch(watcher);
    tail.append("line");
    QCOMPARE(told.load(), 100);
}

QTEST_APPLESS_MAIN(TestLogTail)
#include "tst_logtail.moc"
