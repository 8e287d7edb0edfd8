// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packages/packageservice.h"

#include "core/access/policies/policies.h"
#include "core/access/roles/approleservice.h"
#include "core/apps/appservice.h"
#include "core/data/cataloguestore.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "core/log/log.h"
#include "core/secrets/secrets.h"
#include "tests/support/testsite.h"
#include "tests/support/travellingapp.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::packages;
using namespace Qt::StringLiterals;

namespace {

/// Documents, and a flat table beside them that refers to one of them.
constexpr const char *library = R"({"resources": [
    {"name": "notes", "title": "Notes", "provider_type": "jsonb", "audit_enabled": true, "schema": {
        "fields": [{"name": "id", "type": "integer"},
            {"name": "title", "type": "string", "constraints": {"required": true, "unique": true, "maxLength": 20}},
            {"name": "due", "type": "date", "x-index": "btree"}, {"name": "size", "type": "number", "default": 1.50},
            {"name": "labels", "type": "object", "x-index": "gin"}],
        "primaryKey": "id", "indexes": [{"name": "by_size", "fields": ["size", "due"]}]}},
    {"name": "pairs", "provider_type": "jsonb", "schema": {
        "fields": [{"name": "a", "type": "string"}, {"name": "b", "type": "integer"}, {"name": "v", "type": "any"}],
        "primaryKey": ["b", "a"]}},
    {"name": "links", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "note_id", "type": "integer"}], "primaryKey": "id",
        "foreignKeys": [{"fields": "note_id", "reference": {"resource": "notes", "fields": "id"}}]}}]})";

/// What is written to a table of an app, and what is read of it then.
class Rows
{
public:
    Rows(const test::TestSite &bench, const Site &site, const QString &app)
        : m_access(m_catalogues, m_evaluator, bench.clock())
        , m_site(site)
        , m_app(app)
    {
    }

    Result<data::Written> add(const QString &table, const char *row) const
    {
        return data::RowWrites(m_access).create(caller(table), test::expectValue(json::read(row))).wait();
    }
    QByteArray list(const QString &table, const data::Parameters &parameters = {}) const
    {
        return test::expectValue(data::RowReads(m_access).list(caller(table), parameters)).rows;
    }

private:
    data::RowCaller caller(const QString &table) const
    {
        return {m_site, test::TestSite::administrator(m_site), m_app, table};
    }

    const data::CatalogueStore m_catalogues{};
    const access::SignedInEvaluator m_evaluator{};
    const data::RowAccess m_access;
    const Site m_site;
    const QString m_app;
};

} // namespace

/// Apps that travel between two sites, on both engines.
class TestPackageService : public QObject
{
    Q_OBJECT

    static QStringList packageTexts(const AppPackage &package)
    {
        QStringList texts;
        for (const json::Value &table : package.tables)
            texts.append(QString::fromUtf8(json::write(table)));
        return texts;
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
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        const AppPackage package = test::exportedShop(service, bench.site());
        QCOMPARE(package.tables.size(), std::size_t(2));

        const Result<PackageReport> report = test::imported(service, bench.otherSite(), package);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->app, u"shop"_s);
        QCOMPARE(report->created.at(u"app"_s), 1);
        QCOMPARE(report->created.at(u"datatables"_s), 2);
        QCOMPARE(tableCount(bench.otherSite(), u"shop"_s), std::size_t(2));
        QCOMPARE(test::exportedShop(service, bench.otherSite()).tables.size(), std::size_t(2));
    }

    /// What holds edges is made anew with the table that declares them.
    void carriesAGraphWithItsTable_data() { test::engineRows(); }
    void carriesAGraphWithItsTable()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, R"({"resources": [{"name": "people", "schema": {
            "fields": [{"name": "id", "type": "integer"}], "primaryKey": "id", "graph": {}}}]})");
        QCOMPARE(tableCount(bench.site(), u"shop"_s), std::size_t(2));
        const AppPackage package = test::exportedShop(service, bench.site());
        QCOMPARE(package.tables.size(), std::size_t(1));
        const Result<PackageReport> report = test::imported(service, bench.otherSite(), package);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(tableCount(bench.otherSite(), u"shop"_s), std::size_t(2));
    }

    void refusesAnAppThatIsThere_data() { test::engineRows(); }
    void refusesAnAppThatIsThere()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        AppPackage package = test::exportedShop(service, bench.site());
        const auto refused = test::imported(service, bench.site(), package);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);

        PackageOptions other;
        other.slug = u"second"_s;
        QVERIFY(test::imported(service, bench.site(), package, other));
        QCOMPARE(tableCount(bench.site(), u"second"_s), std::size_t(2));

        PackageOptions over;
        over.existing = ExistingApp::Overwrite;
        package.app.name = u"Renamed"_s;
        const auto again = test::imported(service, bench.site(), package, over);
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
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        AppPackage package = test::exportedShop(service, bench.site());
        PackageOptions dry;
        dry.run = PackageRun::DryRun;
        const auto planned = test::imported(service, bench.otherSite(), package, dry);
        QVERIFY(planned);
        QCOMPARE(planned->created.at(u"datatables"_s), 2);
        QCOMPARE(tableCount(bench.otherSite(), u"shop"_s), std::size_t(99));

        package.tables.back().object()->set("json_schema", json::Value(json::Object()));
        const auto failed = test::imported(service, bench.otherSite(), package);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Validation);
        QCOMPARE(tableCount(bench.otherSite(), u"shop"_s), std::size_t(99));
    }

    void carriesTablesOfDocuments_data() { test::engineRows(); }
    void carriesTablesOfDocuments()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, library);
        QVERIFY(Rows(bench, bench.site(), u"shop"_s).add(u"notes"_s, R"({"title": "at home"})"));
        const AppPackage package = test::exportedShop(service, bench.site());
        const auto report = test::imported(service, bench.otherSite(), package);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->created.at(u"datatables"_s), 3);

        for (const char *name : {"notes", "pairs", "links"}) {
            const auto before = test::expectValue(data::CatalogueStore().current(bench.site()))->table(u"shop"_s, name);
            const auto after =
                test::expectValue(data::CatalogueStore().current(bench.otherSite()))->table(u"shop"_s, name);
            QCOMPARE(after->providerType, before->providerType);
            QCOMPARE(after->schemaHash, before->schemaHash);
            QCOMPARE(after->indexes.size(), before->indexes.size());
        }
        const AppPackage again = test::exportedShop(service, bench.otherSite());
        QCOMPARE(packageTexts(again), packageTexts(package));
    }

    void whatWasCarriedKeepsDocuments_data() { test::engineRows(); }
    void whatWasCarriedKeepsDocuments()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, library);
        QVERIFY(test::imported(service, bench.otherSite(), test::exportedShop(service, bench.site())));

        const Rows rows(bench, bench.otherSite(), u"shop"_s);
        QCOMPARE(rows.list(u"notes"_s), QByteArray("[]")); // rows stay at home
        QVERIFY(rows.add(u"notes"_s, R"({"title": "Sea", "due": "2026-01-05", "labels": {"k": 1}})"));
        QVERIFY(!rows.add(u"notes"_s, R"({"title": "Sea"})"));
        QVERIFY(!rows.add(u"notes"_s, R"({"due": "2026-01-05"})"));
        QVERIFY(rows.add(u"links"_s, R"({"note_id": 1})"));
        QVERIFY(!rows.add(u"links"_s, R"({"note_id": 2})"));
        QVERIFY(rows.add(u"pairs"_s, R"({"b": 1, "a": "x", "v": [1, null]})"));
        QCOMPARE(rows.list(u"notes"_s, {{u"due__lt"_s, u"2026-02-01"_s}}),
                 QByteArray(R"([{"id":1,"title":"Sea","due":"2026-01-05","size":1.5,"labels":{"k": 1}}])"));
        QCOMPARE(rows.list(u"pairs"_s), QByteArray(R"([{"a":"x","b":1,"v":[1, null]}])"));
    }

    void changesTablesOfDocuments_data() { test::engineRows(); }
    void changesTablesOfDocuments()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, library);
        AppPackage package = test::exportedShop(service, bench.site());
        PackageOptions over;
        over.existing = ExistingApp::Overwrite;
        const auto same = test::imported(service, bench.site(), package, over);
        QVERIFY2(same, qPrintable(same ? QString() : same.error().message));
        QCOMPARE(same->skipped.size(), std::size_t(3));

        const Rows rows(bench, bench.site(), u"shop"_s);
        QVERIFY(rows.add(u"pairs"_s, R"({"b": 1, "a": "x", "v": 5})"));
        const auto pairs = std::find_if(package.tables.begin(), package.tables.end(),
                                        [](const json::Value &table) { return table["name"].text() == u"pairs"_s; });
        const json::Value changed = test::expectValue(json::read(R"({"fields": [{"name": "a", "type": "string"},
            {"name": "b", "type": "integer"}, {"name": "v", "type": "integer", "x-index": "btree"},
            {"name": "w", "type": "string"}], "primaryKey": ["b", "a"]})"));
        pairs->object()->set("json_schema", changed);
        const auto report = test::imported(service, bench.site(), package, over);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->updated.at(u"datatables"_s), 1);
        QCOMPARE(rows.list(u"pairs"_s, {{u"v"_s, u"5"_s}}), QByteArray(R"([{"a":"x","b":1,"v":5,"w":null}])"));

        // Another provider is another table.
        pairs->object()->set("provider_type", "flat_table");
        const auto refused = test::imported(service, bench.site(), package, over);
        QVERIFY(!refused);
        QVERIFY2(describe(refused.error().code).status < 500, qPrintable(refused.error().message));
        QCOMPARE(rows.list(u"pairs"_s), QByteArray(R"([{"a":"x","b":1,"v":5,"w":null}])"));
    }

    void carriesRoles_data() { test::engineRows(); }
    void carriesRoles()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        const access::AppRoleService roles(bench.clock());
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        const SitePrincipal manager = test::TestSite::administrator(bench.site());
        test::expectValue(roles.createAll(bench.site(), manager, u"shop"_s,
                                          {{u"Clerk"_s, u"Sells"_s, u"shop-manager"_s}, {u"Manager"_s, {}, {}}}));
        AppPackage package = test::exportedShop(service, bench.site());
        QCOMPARE(package.roles.size(), std::size_t(2));
        QVERIFY(test::exportedShop(service, bench.site(), {.roles = false}).roles.empty());

        // Under another slug the roles are others, with the same names.
        const auto made = test::imported(service, bench.otherSite(), package, {.slug = u"store"_s});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        QCOMPARE(made->created.at(u"roles"_s), 2);
        const auto clerk = test::expectValue(roles.find(bench.otherSite(), u"store"_s, u"store-clerk"_s));
        QCOMPARE(clerk.parentSlug, std::optional(u"store-manager"_s));
        QCOMPARE(clerk.role.description, u"Sells"_s);

        // Once more: what differs changes, what is new comes, what the package does not have stays.
        test::expectValue(
            roles.createAll(bench.otherSite(), manager, u"store"_s, {{u"Guest"_s, {}, u"store-clerk"_s}}));
        package.roles[0].parent.reset();      // Clerk
        package.roles[1].parent = u"Chief"_s; // Manager
        package.roles.push_back({u"Chief"_s, {}, u"Guest"_s});
        package.rolePlaces.append(u"roles/chief.json."_s);
        const PackageOptions over{.slug = u"store"_s, .existing = ExistingApp::Overwrite};
        PackageOptions rehearsal = over;
        rehearsal.run = PackageRun::DryRun;
        for (const PackageOptions &options : {rehearsal, over}) {
            const auto changed = test::imported(service, bench.otherSite(), package, options);
            QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().message));
            QCOMPARE(changed->created.at(u"roles"_s), 1);
            QCOMPARE(changed->updated.at(u"roles"_s), 2);
        }
        const auto after = test::expectValue(roles.list(bench.otherSite(), u"store"_s));
        QStringList levels;
        for (const access::AppRoleView &view : after)
            levels.append(u"%1 %2"_s.arg(view.role.name).arg(view.level));
        QCOMPARE(levels, (QStringList{u"Chief 3"_s, u"Clerk 1"_s, u"Guest 2"_s, u"Manager 4"_s}));
        const auto same = test::imported(service, bench.otherSite(), package, over);
        QVERIFY(same && !same->created.contains(u"roles"_s) && !same->updated.contains(u"roles"_s));
        QVERIFY(test::expectValue(roles.list(bench.site(), u"shop"_s)).size() == 2);
    }

    void refusesRolesThatFitNowhere_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("parent");
        QTest::addColumn<QString>("problem");
        for (const QString &engine : test::engineNames()) {
            const auto row = [&](const char *what, const QString &name, const QString &parent, const QString &problem) {
                QTest::addRow("%s on %s", what, qPrintable(engine)) << engine << name << parent << problem;
            };
            row("no parent", u"Clerk"_s, u"Nobody"_s, u"roles/clerk.json.parent"_s);
            row("itself", u"Clerk"_s, u"Clerk"_s, u"roles/clerk.json.parent"_s);
            row("above itself", u"Clerk"_s, u"Guest"_s, u"roles/clerk.json.parent"_s);
            row("a name for everybody", u"user"_s, {}, u"roles/clerk.json.name"_s);
            row("the slug of another", u"guest"_s, {}, u"roles/guest.json.name"_s);
            row("the name of another", u"Guest"_s, {}, u"roles/guest.json.name"_s);
        }
    }
    void refusesRolesThatFitNowhere()
    {
        QFETCH(QString, engine);
        QFETCH(QString, name);
        QFETCH(QString, parent);
        QFETCH(QString, problem);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        AppPackage package;
        package.app.name = u"Shop"_s;
        package.roles = {{name, {}, parent.isEmpty() ? std::nullopt : std::optional(parent)},
                         {u"Guest"_s, {}, name == u"Clerk"_s ? std::optional(u"Clerk"_s) : std::nullopt}};
        package.rolePlaces = {u"roles/clerk.json."_s, u"roles/guest.json."_s};
        for (const PackageRun run : {PackageRun::DryRun, PackageRun::Apply}) {
            PackageOptions options;
            options.run = run;
            const auto refused = test::imported(service, bench.site(), package, options);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Validation);
            QVERIFY(std::ranges::any_of(refused.error().fields,
                                        [&](const FieldError &field) { return field.path == problem; }));
        }
        QCOMPARE(tableCount(bench.site(), u"shop"_s), std::size_t(99)); // there is no such app
    }

    void leavesOutTablesWhenAsked_data() { test::engineRows(); }
    void leavesOutTablesWhenAsked()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        QCOMPARE(test::exportedShop(service, bench.site(), {.tables = false}).tables.size(), std::size_t(0));
    }

    void isForAppManagers_data() { test::engineRows(); }
    void isForAppManagers()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_vault);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        SitePrincipal somebody;
        somebody.id = u"00000000-0000-4000-8000-000000000009"_s;
        const auto read = service.exportApp(bench.site(), somebody, u"shop"_s, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Forbidden);
        AppPackage package = test::exportedShop(service, bench.site());
        const auto written = service.importApp(bench.otherSite(), somebody, package, {}).wait();
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Forbidden);
    }

    void secretsComeWithoutTheirValues_data() { test::engineRows(); }
    void secretsComeWithoutTheirValues()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        const SitePrincipal admin = test::TestSite::administrator(bench.site());
        const secrets::Caller caller{admin, {}, {}};
        const Log log;
        const secrets::SecretWrites writes(m_vault, bench.clock());
        const data::CatalogueStore catalogues;
        const access::Policies policies(catalogues, bench.clock());
        const secrets::SecretReads reads(m_vault, policies.checks, bench.clock(), log);
        secrets::SecretChange secret;
        secret.value = json::Value("ammonite-1234");
        secret.type = u"api-key"_s;
        secret.tags = QStringList{u"payments"_s};
        test::expectValue(writes.create(bench.site(), caller, u"shop"_s, u"STRIPE"_s, secret));
        secret.type = u"public-config"_s;
        test::expectValue(writes.create(bench.site(), caller, u"shop"_s, u"title"_s, secret));
        test::expectValue(writes.create(bench.site(), caller, {}, u"of_the_site"_s, secret));

        const PackageService service(bench.clock(), m_vault);
        const QByteArray archive = test::expectValue(service.exportApp(bench.site(), admin, u"shop"_s, {}));
        const ArchiveFiles files = test::expectValue(readZip(archive));
        QVERIFY(files.contains("secrets/STRIPE.json") && files.contains("secrets/title.json"));
        QVERIFY(!files.contains("secrets/of_the_site.json"));
        for (const auto &[path, content] : files)
            QVERIFY2(!content.contains("ammonite-1234"), path.c_str());
        QVERIFY(test::exportedShop(service, bench.site(), {.secrets = false}).secrets.empty());

        AppPackage package = test::expectValue(readPackage(files));
        package.secrets.push_back({u"EXOTIC"_s, u"of-another-site"_s, {}, {}});
        package.secrets.push_back({u"STRIPE"_s, u"api-key"_s, {}, {}}); // once more
        const PackageReport report = test::expectValue(test::imported(service, bench.otherSite(), package));
        QCOMPARE(report.created.at(u"secrets"_s), 2);
        QCOMPARE(report.warnings.size(), 2);
        QCOMPARE(report.skipped.size(), std::size_t(2));
        QCOMPARE(report.skipped.back().name, u"EXOTIC"_s);
        const secrets::Caller there{test::TestSite::administrator(bench.otherSite()), {}, {}};
        const auto taken =
            test::expectValue(reads.find(bench.otherSite(), there, u"shop"_s, u"STRIPE"_s, {u"payments"_s}));
        QCOMPARE(*taken.value, json::Value(secrets::placeholderValue));
        QCOMPARE(taken.typeName, u"api-key"_s);

        // What has a value by then keeps it.
        secret = {};
        secret.value = json::Value("given");
        test::expectValue(writes.update(bench.otherSite(), there, u"shop"_s, u"STRIPE"_s, secret));
        PackageOptions overwriting;
        overwriting.existing = ExistingApp::Overwrite;
        const PackageReport again = test::expectValue(test::imported(service, bench.otherSite(), package, overwriting));
        QVERIFY(!again.created.contains(u"secrets"_s));
        const auto kept = test::expectValue(reads.find(bench.otherSite(), there, u"shop"_s, u"STRIPE"_s, {}));
        QCOMPARE(*kept.value, json::Value("given"));
    }

private:
    const std::unique_ptr<secrets::MasterKeys> m_masterKeys = test::expectValue(
        secrets::MasterKeys::create([]() -> Result<QByteArrayList> { return QByteArrayList{QByteArray(40, 'k')}; }));
    const secrets::Vault m_vault{*m_masterKeys};
};

QTEST_GUILESS_MAIN(TestPackageService)
#include "tst_packageservice.moc"
