// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packages/packageservice.h"

#include "core/apps/appservice.h"
#include "core/data/cataloguestore.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::packages;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *shop = R"({"resources": [
    {"name": "shelves", "schema": {"fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"}},
    {"name": "books", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "shelf_id", "type": "integer"}],
        "primaryKey": "id",
        "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves", "fields": "id"}}]}}]})";

} // namespace

/// Apps that travel between two sites, on both engines.
class TestPackageService : public QObject
{
    Q_OBJECT

    static AppPackage exported(const PackageService &service, const Site &site, PackageParts parts = PackageParts::All)
    {
        const QByteArray archive =
            test::expectValue(service.exportApp(site, test::TestSite::administrator(site), u"shop"_s, parts));
        return test::expectValue(readPackage(test::expectValue(readZip(archive))));
    }

    static Result<PackageReport> import(const PackageService &service, const Site &site, const AppPackage &package,
                                        const PackageOptions &options = {})
    {
        return service.importApp(site, test::TestSite::administrator(site), package, options).wait();
    }

    static std::size_t tableCount(const Site &site, const QString &app)
    {
        const auto catalogue = test::expectValue(data::CatalogueStore().current(site));
        const data::Catalogue::App *found = catalogue->app(app);
        return found ? found->tables.size() : 99;
    }

private slots:
    void carriesAnAppToAnotherSite_data() { test::engineRows(); }
    void carriesAnAppToAnotherSite()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock());
        bench.define(bench.site(), u"shop"_s, shop);
        const AppPackage package = exported(service, bench.site());
        QCOMPARE(package.tables.size(), std::size_t(2));

        const Result<PackageReport> report = import(service, bench.otherSite(), package);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->app, u"shop"_s);
        QCOMPARE(report->created.at(u"app"_s), 1);
        QCOMPARE(report->created.at(u"datatables"_s), 2);
        QCOMPARE(tableCount(bench.otherSite(), u"shop"_s), std::size_t(2));
        QCOMPARE(exported(service, bench.otherSite()).tables.size(), std::size_t(2));
    }

    void refusesAnAppThatIsThere_data() { test::engineRows(); }
    void refusesAnAppThatIsThere()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock());
        bench.define(bench.site(), u"shop"_s, shop);
        AppPackage package = exported(service, bench.site());
        const auto refused = import(service, bench.site(), package);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);

        PackageOptions other;
        other.slug = u"second"_s;
        QVERIFY(import(service, bench.site(), package, other));
        QCOMPARE(tableCount(bench.site(), u"second"_s), std::size_t(2));

        PackageOptions over;
        over.existing = ExistingApp::Overwrite;
        package.app.name = u"Renamed"_s;
        const auto again = import(service, bench.site(), package, over);
        QVERIFY(again);
        QCOMPARE(again->updated.at(u"app"_s), 1);
        QCOMPARE(again->skipped.size(), std::size_t(2));
        const apps::AppService apps(bench.clock());
        const auto app = apps.find(bench.site(), test::TestSite::administrator(bench.site()), u"shop"_s);
        QCOMPARE(app->name, u"Renamed"_s);
    }

    void writesNothingInADryRunOrAFailure_data() { test::engineRows(); }
    void writesNothingInADryRunOrAFailure()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock());
        bench.define(bench.site(), u"shop"_s, shop);
        AppPackage package = exported(service, bench.site());
        PackageOptions dry;
        dry.run = PackageRun::DryRun;
        const auto planned = import(service, bench.otherSite(), package, dry);
        QVERIFY(planned);
        QCOMPARE(planned->created.at(u"datatables"_s), 2);
        QCOMPARE(tableCount(bench.otherSite(), u"shop"_s), std::size_t(99));

        package.tables.back().object()->set("json_schema", json::Value(json::Object()));
        const auto failed = import(service, bench.otherSite(), package);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Validation);
        QCOMPARE(tableCount(bench.otherSite(), u"shop"_s), std::size_t(99));
    }

    void leavesOutTablesWhenAsked_data() { test::engineRows(); }
    void leavesOutTablesWhenAsked()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock());
        bench.define(bench.site(), u"shop"_s, shop);
        QCOMPARE(exported(service, bench.site(), PackageParts::AppOnly).tables.size(), std::size_t(0));
    }

    void isForAppManagers_data() { test::engineRows(); }
    void isForAppManagers()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock());
        bench.define(bench.site(), u"shop"_s, shop);
        SitePrincipal somebody;
        somebody.id = u"00000000-0000-4000-8000-000000000009"_s;
        const auto read = service.exportApp(bench.site(), somebody, u"shop"_s, PackageParts::All);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Forbidden);
        AppPackage package = exported(service, bench.site());
        const auto written = service.importApp(bench.otherSite(), somebody, package, {}).wait();
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(TestPackageService)
#include "tst_packageservice.moc"
