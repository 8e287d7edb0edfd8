// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/apikeys.h"

#include "core/identity/passwordhasher.h"
#include "core/identity/siteuserservice.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros second = 1'000'000;

/// Users of one site, and a clock that the test moves.
struct Place
{
    explicit Place(const test::TestSite &given)
        : site(given.site())
        , other(given.otherSite())
    {
    }

    SitePrincipal user(const QString &name)
    {
        SiteUserChange change;
        change.username = name;
        change.email = name + u"@example.org"_s;
        const SiteUser made =
            test::expectValue(users.create(site, test::TestSite::administrator(site), change).wait()).user;
        SitePrincipal who;
        who.siteUuid = site.uuid();
        who.id = made.id;
        who.username = made.username;
        return who;
    }

    IssuedApiKey key(const SitePrincipal &who, std::optional<Micros> expiry = {})
    {
        return test::expectValue(keys.create(site, who, {u"a key"_s, expiry, {}}).wait());
    }
    std::optional<QString> holder(const QString &key) { return test::expectValue(keys.holder(site, key.toLatin1())); }

    Site site;
    Site other;
    Micros now = 1'700'000'000 * second;
    Clock clock{[this] { return now; }};
    PasswordHasher hasher;
    SiteUserService users{hasher, clock};
    ApiKeys keys{clock};
};

} // namespace

class TestApiKeys : public QObject
{
    Q_OBJECT

private slots:
    void standsForItsUserOnItsSite_data() { test::engineRows(); }
    void standsForItsUserOnItsSite()
    {
        QFETCH(QString, engine);
        Place place(m_sites.on(engine));
        const SitePrincipal ada = place.user(u"ada"_s);
        const IssuedApiKey key = place.key(ada);
        QCOMPARE(place.holder(key.key), std::optional(ada.id));
        QCOMPARE(place.holder(key.key.toUpper()), std::nullopt);
        QCOMPARE(place.holder(key.about.prefix), std::nullopt);
        QCOMPARE(place.holder(QString()), std::nullopt);
        QCOMPARE(test::expectValue(place.keys.holder(place.other, key.key.toLatin1())), std::nullopt);
    }

    void endsWhenItExpires_data() { test::engineRows(); }
    void endsWhenItExpires()
    {
        QFETCH(QString, engine);
        Place place(m_sites.on(engine));
        const SitePrincipal bea = place.user(u"bea"_s);
        const IssuedApiKey key = place.key(bea, place.now + 10 * second);
        place.now += 9 * second;
        QVERIFY(place.holder(key.key));
        place.now += second;
        QVERIFY(!place.holder(key.key));
    }

    void itsUseIsNotedNowAndThen_data() { test::engineRows(); }
    void itsUseIsNotedNowAndThen()
    {
        QFETCH(QString, engine);
        Place place(m_sites.on(engine));
        const SitePrincipal cy = place.user(u"cy"_s);
        const IssuedApiKey key = place.key(cy);
        const auto noted = [&] {
            return test::expectValue(place.keys.list(place.site, cy, {}, {})).items.at(0).lastUsedAt.value_or(0);
        };
        QCOMPARE(noted(), 0);
        const Micros first = place.now;
        place.holder(key.key);
        QTRY_COMPARE(noted(), first);
        place.now += 299 * second;
        place.holder(key.key);
        place.key(cy); // writes come one after the other
        QCOMPARE(test::expectValue(place.keys.list(place.site, cy, {}, {})).items.at(1).lastUsedAt,
                 std::optional(first));
        place.now += second;
        place.holder(key.key);
        QTRY_COMPARE(test::expectValue(place.keys.list(place.site, cy, {}, {})).items.at(1).lastUsedAt,
                     std::optional(place.now));
    }

    void oneUserHasSoManyAndNoMore_data() { test::engineRows(); }
    void oneUserHasSoManyAndNoMore()
    {
        QFETCH(QString, engine);
        Place place(m_sites.on(engine));
        const SitePrincipal dan = place.user(u"dan"_s);
        for (int i = 0; i < ApiKeys::most; ++i)
            place.key(dan);
        const auto further = place.keys.create(place.site, dan, {u"one more"_s, {}, {}}).wait();
        QVERIFY(!further);
        QCOMPARE(further.error().code, ErrorCode::BadRequest);
        const auto page = test::expectValue(place.keys.list(place.site, dan, {}, {10, 5}));
        QCOMPARE(page.total, std::int64_t(ApiKeys::most));
        QCOMPARE(page.items.size(), std::size_t(5));
        QVERIFY(place.keys.revoke(place.site, dan, page.items.front().id).wait());
        QVERIFY(place.keys.create(place.site, dan, {u"one more"_s, {}, {}}).wait());
    }

    /// A stolen database opens nothing.
    void theKeyIsNotStored_data() { test::engineRows(); }
    void theKeyIsNotStored()
    {
        QFETCH(QString, engine);
        Place place(m_sites.on(engine));
        const IssuedApiKey key = place.key(place.user(u"eve"_s));
        const auto rows = test::expectValue(place.site.read([](sql::Session &session) {
            return session.all("SELECT key_hash, prefix, name FROM {api_keys}", {}, [](const sql::Cursor &row) {
                return QStringList{row.string(0), row.string(1), row.string(2)}.join(u' ');
            });
        }));
        QVERIFY(!rows.empty());
        for (const QString &row : rows)
            QVERIFY(!row.contains(key.key) && !row.contains(key.key.mid(8)));
    }

private:
    test::TestSites m_sites;
};

QTEST_GUILESS_MAIN(TestApiKeys)
#include "tst_apikeys.moc"
