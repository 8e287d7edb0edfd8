// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatcher.h"

#include "core/log/log.h"

#include <QTest>

#include <fcntl.h>
#include <semaphore>
#include <unistd.h>

using namespace tenantry;
using namespace tenantry::server;

namespace {

http::Request requestTo(const QByteArray &path, const QByteArray &host)
{
    http::Request request;
    request.path = path;
    request.host = host;
    request.remoteAddress = "192.0.2.1";
    return request;
}

} // namespace

class TestDispatcher : public QObject
{
    Q_OBJECT

private slots:
    /// What finds no room in the queue is refused at once, and the log has a line about it.
    void refusesWhatFindsNoRoom()
    {
        int pipe[2];
        QCOMPARE(::pipe2(pipe, O_NONBLOCK), 0);
        std::counting_semaphore<> go(0);
        std::atomic<int> running = 0;
        http::Outbox outbox([] {});
        {
            const Log log(LogLevel::Info, LogFormat::Json, Clock(), pipe[1]);
            const Router router;
            const Middleware wait{[&](Call &) -> Result<void> {
                                      ++running;
                                      go.acquire();
                                      return failure(ErrorCode::NotFound, QStringLiteral("none"));
                                  },
                                  {}};
            ThreadPool workers(1, 2);
            Dispatcher dispatcher(router, {wait}, workers, log);
            const auto shared = std::shared_ptr<http::Outbox>(&outbox, [](http::Outbox *) {});
            dispatcher.handle(requestTo("/a", "a"), http::Reply(shared, 1, 1));
            QTRY_COMPARE(running.load(), 1);
            for (quint64 number = 2; number <= 4; ++number) // two wait, one is too many
                dispatcher.handle(requestTo("/b", QByteArray::number(number)), http::Reply(shared, 1, number));

            std::vector<http::Outbox::Item> answers = outbox.takeAll();
            QCOMPARE(answers.size(), std::size_t(1));
            QCOMPARE(answers.front().request, quint64(4));
            const http::Response &busy = answers.front().response;
            QCOMPARE(busy.status, 503);
            const auto retry = std::find_if(busy.headers.begin(), busy.headers.end(),
                                            [](const auto &header) { return header.first == "Retry-After"; });
            QVERIFY(retry != busy.headers.end());
            QVERIFY(retry->second.toInt() > 0);

            go.release(3);
            dispatcher.waitUntilIdle(QDeadlineTimer(20'000));
            QCOMPARE(outbox.takeAll().size(), std::size_t(3));
        }
        outbox.close();
        QByteArray written(64 * 1024, Qt::Uninitialized);
        written.truncate(std::max<ssize_t>(::read(pipe[0], written.data(), std::size_t(written.size())), 0));
        QCOMPARE(written.count("\"status_code\":503"), 1);
        QVERIFY(written.contains("192.0.2.1"));
        ::close(pipe[0]);
        ::close(pipe[1]);
    }
};

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
