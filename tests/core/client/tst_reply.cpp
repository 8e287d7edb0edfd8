// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/reply.h"

#include <QtTest>

using namespace tenantry;
using namespace tenantry::client;

class TestReply : public QObject
{
    Q_OBJECT

private slots:
    void readyReplyAnswersAfterThenReturned();
    void answerOfADeadGuardIsDropped();
    void cancelledReplySaysNothing();
    void cancelReachesTheRunningCall();
    void mapSkipsErrors();
    void firstAnswerCounts();
};

void TestReply::readyReplyAnswersAfterThenReturned()
{
    int seen = 0;
    Reply<int>(Result<int>(7)).then(this, [&](Result<int> result) { seen = *result; });
    QCOMPARE(seen, 0);
    QCoreApplication::processEvents();
    QCOMPARE(seen, 7);
}

void TestReply::answerOfADeadGuardIsDropped()
{
    ReplySource<int> source;
    bool seen = false;
    auto guard = std::make_unique<QObject>();
    source.reply().then(guard.get(), [&](Result<int>) { seen = true; });
    Reply<int>(Result<int>(1)).then(guard.get(), [&](Result<int>) { seen = true; });
    guard.reset();
    source.settle(1);
    QCoreApplication::processEvents();
    QVERIFY(!seen);
}

void TestReply::cancelledReplySaysNothing()
{
    ReplySource<int> source;
    bool aborted = false;
    bool seen = false;
    source.onCancel([&] { aborted = true; });
    const CancelToken token = source.reply().then(this, [&](Result<int>) { seen = true; });
    token.cancel();
    token.cancel();
    source.settle(1);
    const CancelToken ready = Reply<int>(Result<int>(1)).then(this, [&](Result<int>) { seen = true; });
    ready.cancel();
    QCoreApplication::processEvents();
    QVERIFY(aborted);
    QVERIFY(!seen);
}

void TestReply::cancelReachesTheRunningCall()
{
    ReplySource<int> first;
    ReplySource<int> second;
    bool firstAborted = false;
    bool secondAborted = false;
    first.onCancel([&] { firstAborted = true; });
    second.onCancel([&] { secondAborted = true; });
    const CancelToken token = first.reply()
                                  .chain([&](Result<int>) { return second.reply(); })
                                  .map([](int value) -> Result<int> { return value + 1; })
                                  .then(this, [](Result<int>) { QFAIL("cancelled"); });
    first.settle(1);
    token.cancel();
    second.settle(2);
    QVERIFY(!firstAborted);
    QVERIFY(secondAborted);
}

void TestReply::mapSkipsErrors()
{
    ReplySource<int> source;
    bool mapped = false;
    ErrorCode code{};
    source.reply()
        .map([&](int value) -> Result<QString> {
            mapped = true;
            return QString::number(value);
        })
        .then(this, [&](Result<QString> result) { code = result.error().code; });
    source.settle(failure(ErrorCode::NotFound, QStringLiteral("gone")));
    QVERIFY(!mapped);
    QCOMPARE(code, ErrorCode::NotFound);
}

void TestReply::firstAnswerCounts()
{
    ReplySource<int> source;
    QList<int> seen;
    source.reply().then(this, [&](Result<int> result) { seen << *result; });
    source.settle(1);
    source.settle(2);
    QCOMPARE(seen, QList<int>{1});
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
