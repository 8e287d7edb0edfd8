// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apps/appservice.h"

#include "core/data/cataloguestore.h"
#include "core/json/reader.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::apps;
using namespace Qt::StringLiterals;

/// Apps of a site beside another site, on both engines, as different people see them.
class TestAppService : public QObject
{
    Q_OBJECT

private slots:
    void readsDrafts_data();
    void readsDrafts();
    void hidesInactiveAppsFromUsers_data() { test::engineRows(); }
    void hidesInactiveAppsFromUsers();
    void isChangedByAppManagersOnly_data() { test::engineRows(); }
    void isChangedByAppManagersOnly();
    void givesEachOfManyItsOwnSlug_data() { test::engineRows(); }
    void givesEachOfManyItsOwnSlug();
};

namespace {

AppDraft draftOf(const QString &name)
{
    AppDraft draft;
    draft.name = name;
    return draft;
}

SitePrincipal somebody()
{
    SitePrincipal user;
    user.id = u"00000000-0000-4000-8000-000000000009"_s;
    return user;
}

} // namespace

void TestAppService::readsDrafts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *body, const QStringList &problems) {
        QTest::newRow(body) << QByteArray(body) << problems;
    };
    row(R"({"name":"A"})", {});
    row(R"({"name":"  "})", {u"name"_s});
    row(R"({})", {u"name"_s});
    row(R"([])", {u"name"_s});
    row(R"({"name":null})", {u"name"_s});
    row(R"({"name":"A","slug":"a b"})", {u"slug"_s});
    row(R"({"name":"A","slug":"-a"})", {u"slug"_s});
    row(R"({"name":"A","is_active":1})", {u"is_active"_s});
    row(R"({"name":"A","settings":[]})", {u"settings"_s});
    row(R"({"name":"A","settings":{"primary_color":"#12345g"}})", {u"settings.primary_color"_s});
    row(R"({"name":"A","settings":{"primary_color":"#123456\n"}})", {u"settings.primary_color"_s});
    row(R"({"name":"A","settings":{"primary_color":null}})", {u"settings.primary_color"_s});
    row(R"({"name":"A","settings":{"support_email":"a@b"}})", {u"settings.support_email"_s});
    row(R"({"name":"A","settings":{"documentation_url":"ftp://example.org"}})", {u"settings.documentation_url"_s});
    row(R"({"name":"A","settings":{"documentation_url":null,"support_email":"a@example.org","unheard":1}})", {});
}

void TestAppService::readsDrafts()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, problems);
    const json::Value value = test::expectValue(json::read({body.constData(), std::size_t(body.size())}));
    const Result<AppDraft> draft = readAppDraft(value, DraftPurpose::Create);
    QStringList paths;
    if (!draft) {
        QCOMPARE(draft.error().code, ErrorCode::Validation);
        for (const FieldError &field : draft.error().fields)
            paths.append(field.path);
    }
    QCOMPARE(paths, problems);
}

void TestAppService::hidesInactiveAppsFromUsers()
{
    QFETCH(QString, engine);
    const test::TestSite fixture(engine);
    const AppService service(fixture.clock());
    const SitePrincipal manager = test::TestSite::administrator(fixture.site());
    test::expectValue(service.create(fixture.site(), manager, draftOf(u"Open"_s)));
    AppDraft hidden = draftOf(u"Hidden"_s);
    hidden.active = false;
    test::expectValue(service.create(fixture.site(), manager, hidden));

    QCOMPARE(test::expectValue(service.list(fixture.site(), manager)).size(), std::size_t(2));
    const std::vector<App> seen = test::expectValue(service.list(fixture.site(), somebody()));
    QCOMPARE(seen.size(), std::size_t(1));
    QCOMPARE(seen.front().slug, u"open"_s);
    QVERIFY(service.find(fixture.site(), somebody(), u"open"_s));
    QCOMPARE(service.find(fixture.site(), somebody(), u"hidden"_s).error().code, ErrorCode::NotFound);
    QVERIFY(service.find(fixture.site(), manager, u"hidden"_s));
    QVERIFY(test::expectValue(service.list(fixture.otherSite(), manager)).empty());

    // The catalogue, which rows are served by, knows too.
    const auto catalogue = test::expectValue(data::CatalogueStore().current(fixture.site()));
    QVERIFY(catalogue->app(u"open"_s)->active);
    QVERIFY(!catalogue->app(u"hidden"_s)->active);
    test::expectValue(service.remove(fixture.site(), manager, u"open"_s));
    QVERIFY(!test::expectValue(data::CatalogueStore().current(fixture.site()))->app(u"open"_s));
}

void TestAppService::isChangedByAppManagersOnly()
{
    QFETCH(QString, engine);
    const test::TestSite fixture(engine);
    const AppService service(fixture.clock());
    const Site &site = fixture.site();
    test::expectValue(service.create(site, test::TestSite::administrator(site), draftOf(u"Shop"_s)));
    QCOMPARE(service.create(site, somebody(), draftOf(u"Mine"_s)).wait().error().code, ErrorCode::Forbidden);
    QCOMPARE(service.update(site, somebody(), u"shop"_s, draftOf(u"Mine"_s)).wait().error().code, ErrorCode::Forbidden);
    QCOMPARE(service.remove(site, somebody(), u"shop"_s).wait().error().code, ErrorCode::Forbidden);
    SitePrincipal manager = somebody();
    manager.sitePermissions = QStringList{u"manage_site"_s};
    const App changed = test::expectValue(service.update(site, manager, u"shop"_s, draftOf(u"Mine"_s)));
    QCOMPARE(changed.name, u"Mine"_s);
    QCOMPARE(changed.slug, u"shop"_s);
    QCOMPARE(changed.settings.displayName, u"Shop"_s);
    QCOMPARE(changed.modifiedBy, std::optional<QString>(manager.id));
}

void TestAppService::givesEachOfManyItsOwnSlug()
{
    QFETCH(QString, engine);
    const test::TestSite fixture(engine);
    const AppService service(fixture.clock());
    const SitePrincipal manager = test::TestSite::administrator(fixture.site());
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(
            [&] { test::expectValue(service.create(fixture.site(), manager, draftOf(u"Même nom"_s))); });
    }
    for (std::thread &thread : threads)
        thread.join();
    QStringList slugs;
    for (const App &app : test::expectValue(service.list(fixture.site(), manager)))
        slugs.append(app.slug);
    QCOMPARE(slugs, (QStringList{u"meme-nom"_s, u"meme-nom-1"_s, u"meme-nom-2"_s, u"meme-nom-3"_s}));
}

QTEST_GUILESS_MAIN(TestAppService)
#include "tst_appservice.moc"
