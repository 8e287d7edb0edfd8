// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "core/log/log.h"
#include "core/log/redaction.h"

#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

#include <array>
#include <thread>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

/// What `write` puts into a log that writes to a file.
template<class F>
QByteArray logged(LogFormat format, F write)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    {
        const Log log(LogLevel::Info, format, Clock([] { return Micros{1'000'000}; }), file.handle());
        write(log);
    }
    file.seek(0);
    return file.readAll();
}

/// Everything up to the end of the stream.
QByteArray drained(int descriptor)
{
    QByteArray all;
    std::array<char, 65536> piece;
    for (ssize_t n = 0; (n = ::read(descriptor, piece.data(), piece.size())) > 0;)
        all.append(piece.data(), n);
    return all;
}

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void writesJsonLines()
    {
        const QByteArray text = logged(LogFormat::Json, [](const Log &log) {
            log.write(Logger::Api, LogLevel::Info, u"GET answered"_s, {u"c-1"_s, u"acme"_s, u"ada"_s},
                      {{"status_code", 200}, {"path", "/api/?token=abc&page=2"}});
            log.write(Logger::App, LogLevel::Debug, u"not wanted"_s);
            log.write(Logger::Security, LogLevel::Warning, u"refused"_s);
        });
        QCOMPARE(text,
                 QByteArray(
                     "{\"timestamp\":\"1970-01-01T00:00:01Z\",\"level\":\"INFO\",\"logger\":\"api\",\"message\":\"GET "
                     "answered\",\"correlation_id\":\"c-1\",\"site\":\"acme\",\"user\":\"ada\",\"status_code\":"
                     "200,\"path\":\"/api/?token=[removed]&page=2\"}\n"
                     "{\"timestamp\":\"1970-01-01T00:00:01Z\",\"level\":\"WARNING\",\"logger\":\"security\","
                     "\"message\":\"refused\",\"correlation_id\":null,\"site\":null,\"user\":null}\n"));
    }

    void writesTextLines()
    {
        const QByteArray text = logged(LogFormat::Standard, [](const Log &log) {
            log.write(Logger::Worker, LogLevel::Error, u"job\nfailed"_s, {{}, u"acme"_s, {}}, {{"attempt", 2}});
        });
        QCOMPARE(text, QByteArray("1970-01-01T00:00:01Z ERROR worker job\\u000afailed site=\"acme\" attempt=2\n"));
    }

    void escapesControlCharacters()
    {
        for (const LogFormat format : {LogFormat::Json, LogFormat::Standard}) {
            const QByteArray text = logged(format, [](const Log &log) {
                log.write(Logger::App, LogLevel::Info, u"a\r\n\u001b[31m\u007f\u009b\u00e9"_s, {u"x\ny"_s, {}, {}},
                          {{"agent", "\x1b]0;title\x07"}});
            });
            QCOMPARE(text.count('\n'), 1);
            QVERIFY(
                std::none_of(text.begin(), text.end() - 1, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }));
            QVERIFY(text.contains("\\u007f\\u009b\xc3\xa9"));
            QVERIFY(!text.contains("\xc2\x9b"));
            if (format == LogFormat::Json)
                QVERIFY(json::read(text.toStdString()));
        }
    }

    void removesSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        QTest::newRow("query") << u"/x?a=1&refresh_token=abc.def&b=2"_s << u"/x?a=1&refresh_token=[removed]&b=2"_s;
        QTest::newRow("password") << u"Password='hunter2' password=hunter2"_s
                                  << u"Password='hunter2' password=[removed]"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer abcdefgh12345"_s << u"Authorization: Bearer [removed]"_s;
        QTest::newRow("jwt") << u"got eyJhbGciOiJI.eyJzdWIiOiIx.c2ln then"_s << u"got [removed] then"_s;
        QTest::newRow("nothing") << u"token was refused; page=2"_s << u"token was refused; page=2"_s;
    }

    void removesSecrets()
    {
        QFETCH(QString, text);
        QTEST(QString::fromStdString(withoutSecrets(text.toStdString())), "safe");
    }

    void removesSecretFieldsAtAnyDepth()
    {
        const auto value = json::read(R"({"user":"ada","api_key":"k","list":[{"Authorization":"x","n":1}]})");
        const auto safe =
            json::read(R"({"user":"ada","api_key":"[removed]","list":[{"Authorization":"[removed]","n":1}]})");
        QVERIFY(withoutSecrets("body", *value) == *safe);
        QVERIFY(withoutSecrets("client_secret", json::Value(5)).string() == "[removed]");
    }

    void neverWaitsForTheReader()
    {
        std::array<int, 2> ends{};
        QCOMPARE(pipe(ends.data()), 0);
        constexpr int lines = 40'000;
        QByteArray text;
        std::jthread reader;
        {
            const Log log(LogLevel::Info, LogFormat::Json, Clock(), ends[1]);
            for (int i = 0; i < lines; ++i) // more than pipe and buffer hold, while nobody reads
                log.write(Logger::App, LogLevel::Info, u"line %1"_s.arg(i), {}, {{"padding", std::string(150, 'x')}});
            reader = std::jthread([&] { text = drained(ends[0]); });
            for (int i = 0; i < 3; ++i)
                log.write(Logger::App, LogLevel::Info, u"after"_s);
        }
        close(ends[1]);
        reader.join();
        close(ends[0]);
        QVERIFY(text.count('\n') < lines);
        QVERIFY(text.contains("lines of the log were dropped"));
        for (const QByteArray &line : text.chopped(1).split('\n'))
            QVERIFY2(json::read(line.toStdString()), line.constData());
    }

    void survivesAReaderThatLeaves()
    {
        std::array<int, 2> ends{};
        QCOMPARE(pipe(ends.data()), 0);
        close(ends[0]);
        {
            const Log log(LogLevel::Info, LogFormat::Json, Clock(), ends[1]);
            log.write(Logger::App, LogLevel::Info, u"to nobody"_s);
        }
        close(ends[1]);
    }

    void isSilentByDefault()
    {
        const Log log;
        QVERIFY(!log.wants(LogLevel::Error));
        log.write(Logger::App, LogLevel::Error, u"nowhere"_s);
    }

    void knowsLevelsByName()
    {
        QCOMPARE(*logLevelFrom(u"WARNING"_s), LogLevel::Warning);
        QVERIFY(!logLevelFrom(u"loud"_s));
        QCOMPARE(*logFormatFrom(u"standard"_s), LogFormat::Standard);
        QVERIFY(!logFormatFrom(u"xml"_s));
    }
};

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
