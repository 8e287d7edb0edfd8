// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/commandline.h"
#include "core/config/explain.h"
#include "core/config/option.h"
#include "tests/support/testnames.h"

#include <QCommandLineParser>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Result<LoadedConfig> withVariable(const QString &name, const QString &value)
{
    return loadConfig({{}, {{name, value}}, {}});
}

} // namespace

class TestConfig : public QObject
{
    Q_OBJECT

private slots:
    void strongerSourcesWin()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"my.conf"_s);
        writeFile(file, "# a comment\n\n BASE_DOMAIN = \"file.example\" \nWORKERS=1\nIO_THREADS=2\nLOG_LEVEL=error\n");
        const auto loaded = loadConfig({file,
                                        {{u"WORKERS"_s, u"3"_s},
                                         {u"IO_THREADS"_s, u"4"_s},
                                         {u"TENANTRY_IO_THREADS"_s, u"5"_s},
                                         {u"LISTEN"_s, u"127.0.0.1:1"_s}},
                                        {{u"LISTEN"_s, u"127.0.0.1:2"_s}}});
        QVERIFY(loaded);
        QCOMPARE(loaded->config.baseDomain, u"file.example"_s);
        QCOMPARE(loaded->config.logLevel, u"error"_s);
        QCOMPARE(loaded->config.workers, 3);
        QCOMPARE(loaded->config.ioThreads, 5);
        QCOMPARE(loaded->config.listen.front().port, quint16(2));
        QCOMPARE(loaded->config.sessionDays, 14);

        const QString text = explainConfig(*loaded);
        QVERIFY(text.contains(u"now: file.example (my.conf line 3)"));
        QVERIFY(text.contains(u"now: 3 (WORKERS)"));
        QVERIFY(text.contains(u"now: 5 (TENANTRY_IO_THREADS)"));
        QVERIFY(text.contains(u"now: 127.0.0.1:2 (--listen)"));
        QVERIFY(text.contains(u"now: 14 (default)"));
    }

    void findsTheFileInTheDataFolder()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"tenantry.conf"_s), "BASE_DOMAIN=here.example\n");
        QCOMPARE(loadConfig({{}, {{u"TENANTRY_DATA_DIR"_s, folder.path()}}, {}})->config.baseDomain, u"here.example"_s);
        QCOMPARE(loadConfig({{}, {}, {{u"DATA_DIR"_s, folder.path()}}})->config.baseDomain, u"here.example"_s);
        QVERIFY(loadConfig(ConfigSources()));
        QVERIFY(!loadConfig({folder.filePath(u"missing.conf"_s), {}, {}}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("number") << u"WORKERS"_s << u"many"_s;
        QTest::newRow("range") << u"IO_THREADS"_s << u"0"_s;
        QTest::newRow("no time at all") << u"STATEMENT_TIMEOUT"_s << u"0"_s;
        QTest::newRow("more than writes of many rows") << u"STATEMENT_TIMEOUT"_s << u"600001"_s;
        QTest::newRow("unit") << u"STATEMENT_TIMEOUT"_s << u"30s"_s;
        QTest::newRow("no depth") << u"GRAPH_MAX_DEPTH"_s << u"0"_s;
        QTest::newRow("bottomless") << u"GRAPH_MAX_DEPTH"_s << u"101"_s;
        QTest::newRow("choice") << u"ENVIRONMENT"_s << u"prod"_s;
        QTest::newRow("switch") << u"RATE_LIMIT_ENABLE"_s << u"maybe"_s;
        QTest::newRow("short key") << u"SECRET_KEY"_s << u"tooshort"_s;
        QTest::newRow("no port") << u"LISTEN"_s << u"127.0.0.1"_s;
        QTest::newRow("port range") << u"LISTEN"_s << u"127.0.0.1:70000"_s;
        QTest::newRow("host name") << u"LISTEN"_s << u"example.org:80"_s;
        QTest::newRow("bare IPv6") << u"LISTEN"_s << u"::1:80"_s;
        QTest::newRow("one of two") << u"LISTEN"_s << u"127.0.0.1:80,example.org:80"_s;
        QTest::newRow("the same twice") << u"LISTEN"_s << u"127.0.0.1:80,localhost:80"_s;
        QTest::newRow("nowhere") << u"LISTEN"_s << u""_s;
        QTest::newRow("plain without TLS") << u"LISTEN_PLAIN"_s << u"127.0.0.1:80"_s;
        QTest::newRow("prefixed") << u"TENANTRY_LOG_FORMAT"_s << u"xml"_s;
    }

    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto loaded = withVariable(name, value);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().fields.size(), 1u);
        QCOMPARE(loaded.error().fields.front().path, name);
    }

    void namesEveryFaultAtOnce()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a.conf"_s);
        writeFile(file, "WORKER=3\n");
        const auto loaded = loadConfig({file, {{u"WORKERS"_s, u"x"_s}}, {{u"LISTEN"_s, u"x"_s}}});
        QVERIFY(!loaded);
        QStringList paths;
        for (const FieldError &error : loaded.error().fields)
            paths += error.path;
        QCOMPARE(paths, (QStringList{u"a.conf line 1"_s, u"WORKERS"_s, u"--listen"_s}));
        writeFile(file, "nonsense\n");
        QCOMPARE(loadConfig({file, {}, {}}).error().fields.front().path, u"a.conf line 1"_s);
    }

    void localMeansLoopback()
    {
        QVERIFY(loadConfig({{}, {}, {{u"LOCAL"_s, u"true"_s}}}));
        QVERIFY(!loadConfig({{}, {{u"LISTEN"_s, u"0.0.0.0:80"_s}}, {{u"LOCAL"_s, u"true"_s}}}));
        QVERIFY(!loadConfig({{}, {{u"LISTEN"_s, u"127.0.0.1:80,0.0.0.0:80"_s}}, {{u"LOCAL"_s, u"true"_s}}}));
        QVERIFY(loadConfig({{}, {{u"LISTEN"_s, u"127.0.0.1:80,[::1]:80"_s}}, {{u"LOCAL"_s, u"true"_s}}}));
        QVERIFY(!withVariable(u"DATABASE_URL"_s, u"mysql://x"_s));
    }

    void readsEveryKindOfValue()
    {
        const auto listen = [](const QString &value) { return withVariable(u"LISTEN"_s, value)->config.listen; };
        QCOMPARE(listen(u"[::1]:0"_s), (std::vector{ListenAddress{u"::1"_s, 0}}));
        QCOMPARE(listen(u"localhost:9"_s), (std::vector{ListenAddress{u"127.0.0.1"_s, 9}}));
        QCOMPARE(listen(u"127.0.0.1:9, [::1]:9"_s),
                 (std::vector{ListenAddress{u"127.0.0.1"_s, 9}, ListenAddress{u"::1"_s, 9}}));
        QCOMPARE(withVariable(u"PLATFORM_HOSTS"_s, u"a.example, b.example,"_s)->config.platformHosts,
                 (QStringList{u"a.example"_s, u"b.example"_s}));
        QCOMPARE(withVariable(u"STATEMENT_TIMEOUT"_s, u"250"_s)->config.statementTimeoutMs, 250);
        QCOMPARE(withVariable(u"TENANTRY_GRAPH_MAX_DEPTH"_s, u"100"_s)->config.graphMaxDepth, 100);
        QCOMPARE(withVariable(u"DEVELOPMENT"_s, u"Yes"_s)->config.development, true);
        QVERIFY(withVariable(u"DATA_DIR"_s, u"data"_s)->config.dataDirectory.startsWith(u'/'));
    }

    void joinsFlagsThatAreGivenSeveralTimes()
    {
        QCommandLineParser parser;
        addConfigOptions(parser);
        QVERIFY(parser.parse({u"server"_s, u"--listen"_s, u"127.0.0.1:1"_s, u"--listen=[::1]:2"_s, u"--data"_s,
                              u"/first"_s, u"--data"_s, u"/last"_s}));
        const auto loaded = loadConfig(parser);
        QVERIFY(loaded);
        QCOMPARE(loaded->config.listen, (std::vector{ListenAddress{u"127.0.0.1"_s, 1}, ListenAddress{u"::1"_s, 2}}));
        QCOMPARE(loaded->config.dataDirectory, u"/last"_s);
        QVERIFY(explainConfig(*loaded).contains(u"now: 127.0.0.1:1,[::1]:2 (--listen)"));
    }

    void showsNoSecret()
    {
        const QString secret = u"0123456789abcdef0123456789abcdef"_s;
        const auto loaded = loadConfig({{},
                                        {{u"SECRET_KEY"_s, secret},
                                         {u"SECRET_KEY_PREVIOUS"_s, secret + u",another-secret-of-the-years-before"_s},
                                         {u"MASTER_KEY"_s, secret + u",another-master-of-the-years-before"_s},
                                         {u"ADMIN_PASSWORD"_s, secret},
                                         {u"DATABASE_URL"_s, u"postgresql://"_s + secret}},
                                        {}});
        QVERIFY(loaded);
        QCOMPARE(loaded->config.secretKey, secret.toUtf8());
        QCOMPARE(loaded->config.retiredKeys.size(), 2u);
        QCOMPARE(loaded->config.retiredKeys[0].secret, secret.toUtf8());
        QCOMPARE(loaded->config.masterKeys, (QByteArrayList{secret.toUtf8(), "another-master-of-the-years-before"}));
        const QString text = explainConfig(*loaded);
        QVERIFY(!text.contains(secret));
        QCOMPARE(text.count(u"(set, not shown)"), 5);
    }

    /// Every default is a value its own option accepts, and shows the same again.
    void defaultsAreAcceptable()
    {
        const Config defaults;
        for (const Option &option : allOptions()) {
            const QString text = option.access.show(defaults);
            Config config;
            if (!text.isEmpty())
                QVERIFY2(option.set(config, text), option.name.data());
            QCOMPARE(option.access.show(config), text);
        }
    }

    /// With TENANTRY_UPDATE_DOCS set the page is written instead of compared.
    void pageIsUpToDate()
    {
        QFile page(test::sourceDirectory() + u"/docs/configuration.md"_s);
        if (qEnvironmentVariableIsSet("TENANTRY_UPDATE_DOCS"))
            writeFile(page.fileName(), configurationPage().toUtf8());
        QVERIFY(page.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(page.readAll()), configurationPage());
    }
};

QTEST_APPLESS_MAIN(TestConfig)
#include "tst_config.moc"
