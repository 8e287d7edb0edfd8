// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrets.h"

#include "core/access/policies/policies.h"
#include "core/json/reader.h"
#include "core/log/log.h"
#include "tests/support/testsite.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tenantry;
using namespace tenantry::secrets;
using namespace Qt::StringLiterals;
using test::expectValue;

namespace {

Config configWithKey()
{
    Config config;
    config.masterKeys = {QByteArray(40, 'k')};
    return config;
}

/// The secrets as one server has them; two of them share nothing but the data.
struct Server
{
    explicit Server(Site given)
        : site(std::move(given))
        , secrets(expectValue(Secrets::open(config, policies.checks, clock, log)))
        , manager{test::TestSite::administrator(site), u"127.0.0.1"_s, u"one"_s}
    {
    }

    void put(const QString &key, const json::Value &value, const QString &type = u"api-key"_s, const QString &app = {})
    {
        SecretChange change;
        change.value = value;
        change.type = type;
        expectValue(secrets->writes().create(site, manager, app, key, change));
    }
    void change(const QString &key, const json::Value &value, const QString &app = {})
    {
        SecretChange change;
        change.value = value;
        expectValue(secrets->writes().update(site, manager, app, key, change));
    }
    Result<json::Value> get(const QString &key, const QString &app = {})
    {
        auto found = secrets->reads().find(site, manager, app, key, {}).wait();
        if (!found)
            return failure(found.error());
        return *found->value;
    }
    bool sees(const QString &key, const json::Value &value)
    {
        const auto found = get(key);
        return found && *found == value;
    }
    std::int64_t auditCount()
    {
        return expectValue(site.read([](sql::Session &session) {
                   return session.first("SELECT count(*) FROM {audit_events}", {},
                                        [](const sql::Cursor &row) { return row.integer(0); });
               }))
            .value_or(-1);
    }

    const Config config = configWithKey();
    const Clock clock;
    const Log log;
    const data::CatalogueStore catalogues{};
    const access::Policies policies{catalogues, clock};
    const Site site;
    const std::unique_ptr<Secrets> secrets;
    const Caller manager;
};

/// How long until it holds, in milliseconds; some seconds at most.
template<class Condition>
qint64 timeUntil(Condition holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds() && timer.elapsed() < 5'000)
        QTest::qSleep(10);
    return timer.elapsed();
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void whatThisServerWritesItKnowsAtOnce_data() { test::engineRows(); }
    void whatThisServerWritesItKnowsAtOnce()
    {
        QFETCH(QString, engine);
        Server server(m_sites.on(engine).site());
        QVERIFY(!server.get(u"once"_s));
        server.put(u"once"_s, "one");
        QVERIFY(server.sees(u"once"_s, "one"));
        for (int i = 0; i < 20; ++i) {
            const QString value = u"value %1"_s.arg(i);
            server.change(u"once"_s, value);
            QVERIFY(server.sees(u"once"_s, value));
        }
        expectValue(server.secrets->writes().remove(server.site, server.manager, {}, u"once"_s));
        QVERIFY(!server.get(u"once"_s));
    }

    void whatAnotherServerWritesIsKnownWithinASecond_data() { test::engineRows(); }
    void whatAnotherServerWritesIsKnownWithinASecond()
    {
        QFETCH(QString, engine);
        Server here(m_sites.on(engine).site());
        Server there(m_sites.on(engine).siteOfAnotherServer());
        QVERIFY(!here.get(u"far"_s));
        there.put(u"far"_s, "one");
        QVERIFY(timeUntil([&] { return here.sees(u"far"_s, "one"); }) <= 1'000);
        there.change(u"far"_s, "two");
        QVERIFY(timeUntil([&] { return here.sees(u"far"_s, "two"); }) <= 1'000);
        expectValue(there.secrets->writes().remove(there.site, there.manager, {}, u"far"_s));
        QVERIFY(timeUntil([&] { return !here.get(u"far"_s); }) <= 1'000);
    }

    void valuesComeBackDigitForDigit_data() { test::engineRows(); }
    void valuesComeBackDigitForDigit()
    {
        QFETCH(QString, engine);
        Server server(m_sites.on(engine).site());
        const json::Value value = *json::read(R"({"b":[1.50,12345678901234567890.1,null],"a":"\u00e9\ud83d\ude00"})");
        SecretTypeChange type;
        type.name = u"any"_s;
        type.description = u"Anything"_s;
        expectValue(server.secrets->types().create(server.site, *server.manager.user, type));
        server.put(u"digits"_s, value, u"any"_s);
        QCOMPARE(expectValue(server.get(u"digits"_s)), value);
    }

    void sealedValuesStandInNoColumn_data() { test::engineRows(); }
    void sealedValuesStandInNoColumn()
    {
        QFETCH(QString, engine);
        Server server(m_sites.on(engine).site());
        server.put(u"sealed"_s, "hunter2");
        server.put(u"open"_s, "in the clear", u"public-config"_s);
        const auto columns = [&](const QString &key) {
            return *expectValue(server.site.read([&](sql::Session &session) {
                return session.first("SELECT plain_value, sealed_value FROM {secrets} WHERE key = $1", {key},
                                     [](const sql::Cursor &row) {
                                         return std::pair(row.isNull(0) ? QString() : row.string(0),
                                                          row.isNull(1) ? QString() : row.string(1));
                                     });
            }));
        };
        QVERIFY(columns(u"sealed"_s).first.isEmpty());
        QVERIFY(columns(u"sealed"_s).second.startsWith(u"v1."_s));
        QVERIFY(!columns(u"sealed"_s).second.contains(u"hunter2"_s));
        QCOMPARE(columns(u"open"_s).first, u"\"in the clear\""_s);
        QVERIFY(columns(u"open"_s).second.isEmpty());

        // Made more sensitive, it does not stay in the clear.
        SecretChange change;
        change.type = u"api-key"_s;
        expectValue(server.secrets->writes().update(server.site, server.manager, {}, u"open"_s, change));
        QVERIFY(columns(u"open"_s).first.isEmpty());
        QVERIFY(columns(u"open"_s).second.startsWith(u"v1."_s));
        QVERIFY(server.sees(u"open"_s, "in the clear"));
    }

    void everyReadingOfASensitiveOneIsWrittenDown_data() { test::engineRows(); }
    void everyReadingOfASensitiveOneIsWrittenDown()
    {
        QFETCH(QString, engine);
        Server server(m_sites.on(engine).site());
        server.put(u"url"_s, "postgresql://db", u"database-url"_s);
        server.put(u"quiet"_s, "quiet");
        const std::int64_t before = server.auditCount();
        for (int i = 0; i < 3; ++i) // remembered or not
            QVERIFY(server.get(u"url"_s));
        QVERIFY(server.get(u"quiet"_s));
        expectValue(server.secrets->reads().batch(server.site, server.manager, {}, {u"url"_s, u"quiet"_s}));
        QCOMPARE(server.auditCount(), before + 4);
        QVERIFY(!server.secrets->reads().find(server.site, Caller(), {}, u"url"_s, {}).wait());
        QCOMPARE(server.auditCount(), before + 4);
    }

    void sitesKeepTheirSecretsApart_data() { test::engineRows(); }
    void sitesKeepTheirSecretsApart()
    {
        QFETCH(QString, engine);
        Server shop(m_sites.on(engine).site());
        Server other(m_sites.on(engine).otherSite());
        shop.put(u"mine"_s, "shop's");
        QVERIFY(!other.get(u"mine"_s));
        other.put(u"mine"_s, "the other's");
        QVERIFY(shop.sees(u"mine"_s, "shop's"));
        QVERIFY(other.sees(u"mine"_s, "the other's"));

        // Also where one server holds both, and remembers.
        const Caller &manager = other.manager;
        const auto found = expectValue(shop.secrets->reads().find(other.site, manager, {}, u"mine"_s, {}));
        QCOMPARE(*found.value, json::Value("the other's"));
        QVERIFY(shop.sees(u"mine"_s, "shop's"));
    }

    void manyAtOnceAreMadeWithOneDataKey_data() { test::engineRows(); }
    void manyAtOnceAreMadeWithOneDataKey()
    {
        QFETCH(QString, engine);
        const test::TestSite fresh(engine);
        Server server(fresh.site());
        std::vector<Later<Secret>> made;
        for (int i = 0; i < 20; ++i) {
            SecretChange change;
            change.value = json::Value("value");
            change.type = u"api-key"_s;
            made.push_back(
                server.secrets->writes().create(server.site, server.manager, {}, u"many_%1"_s.arg(i), change));
        }
        for (Later<Secret> &secret : made)
            expectValue(std::move(secret));
        for (int i = 0; i < 20; ++i)
            QVERIFY(server.sees(u"many_%1"_s.arg(i), "value"));
    }

private:
    test::TestSites m_sites;
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
