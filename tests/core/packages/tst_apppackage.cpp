// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packages/apppackage.h"

#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using packages::AppPackage;
using packages::ArchiveFiles;

class TestAppPackage : public QObject
{
    Q_OBJECT

    static QString refusal(const ArchiveFiles &files)
    {
        const Result<AppPackage> package = packages::readPackage(files);
        return package ? u"read"_s : package.error().message;
    }

private slots:
    void readsWhatItWrites()
    {
        apps::App app;
        app.name = u"Field Library"_s;
        app.slug = u"field-library"_s;
        app.description = u"Loans"_s;
        app.settings.displayName = app.name;
        app.settings.category = u"books"_s;
        data::TableRecord record;
        record.table.name = "shelves";
        record.table.title = u"Shelves"_s;
        record.table.definition = json::Value(json::Object());
        record.auditEnabled = true;
        const ArchiveFiles files = packages::packageFiles(
            app, {.roles = {{u"Night Clerk"_s, u"After dark"_s, u"Manager"_s}, {u"Manager"_s, {}, {}}},
                  .tables = {record},
                  .policies = {{u"datatable:shelves:default"_s, json::Object()},
                               {u"datatable/shelves:default"_s, json::Object()}}});
        QCOMPARE(files.size(), std::size_t(6));
        QVERIFY(files.contains("policies/datatable-shelves-default.json"));
        QVERIFY(files.contains("policies/datatable-shelves-default-2.json"));
        QVERIFY(files.contains("roles/night-clerk.json"));
        QVERIFY(files.contains("datatables/shelves.json"));

        const AppPackage package = test::expectValue(packages::readPackage(files));
        QCOMPARE(*package.app.name, app.name);
        QCOMPARE(*package.app.slug, app.slug);
        QCOMPARE(*package.app.description, app.description);
        QCOMPARE(package.app.settings.find("category")->text(), u"books"_s);
        QCOMPARE(package.roles.size(), std::size_t(2));
        QVERIFY(!package.roles.front().parent);
        QCOMPARE(package.roles.back().name, u"Night Clerk"_s);
        QCOMPARE(package.roles.back().description, u"After dark"_s);
        QCOMPARE(package.roles.back().parent, std::optional(u"Manager"_s));
        QCOMPARE(package.rolePlaces, (QStringList{u"roles/manager.json."_s, u"roles/night-clerk.json."_s}));
        QCOMPARE(package.policies.size(), std::size_t(2));
        QCOMPARE(package.policyPlaces.front(), u"policies/datatable-shelves-default-2.json."_s);
        QCOMPARE(package.tables.size(), std::size_t(1));
        QCOMPARE(package.tables.front()["title"].text(), u"Shelves"_s);
        QVERIFY(package.tables.front()["audit_enabled"].boolean());
        QVERIFY(package.skipped.empty());
    }

    void refusesWhatIsNoPackage()
    {
        QVERIFY(refusal({}).contains(u"app.json"));
        QVERIFY(refusal({{"app.json", "[]"}}).contains(u"no JSON object"));
        QVERIFY(refusal({{"app.json", "{"}}).contains(u"not valid JSON"));
        QVERIFY(refusal({{"app.json", "{}"}}).contains(u"which format"));
        QVERIFY(refusal({{"app.json", R"({"format": 2, "name": "A"})"}}).contains(u"upgrade"));
        QVERIFY(refusal({{"app.json", R"({"format": 1, "name": "A"})"}, {"datatables/a.json", "5"}})
                    .contains(u"no JSON object"));
        QVERIFY(refusal({{"app.json", R"({"format": 1})"}}) != u"read"_s);
        QCOMPARE(refusal({{"app.json", R"({"format": 1, "name": "A"})"}}), u"read"_s);
    }

    void readsSecretsAndRefusesBadOnes()
    {
        const auto read = [](const char *secret) {
            return packages::readPackage(
                {{"app.json", R"({"format": 1, "name": "A"})"}, {"secrets/a.json", QByteArray(secret)}});
        };
        const auto good = read(R"({"key": "a", "secret_type": "api-key", "tags": ["b"], "value": "never taken"})");
        QVERIFY(good);
        QCOMPARE(good->secrets.size(), std::size_t(1));
        QCOMPARE(good->secrets.front().tags, QStringList{u"b"_s});
        for (const char *bad :
             {"5", "{}", R"({"key": "a"})", R"({"key": 1, "secret_type": "api-key"})",
              R"({"key": "../a", "secret_type": "api-key"})", R"({"key": "a", "secret_type": "api-key", "tags": [1]})",
              R"({"key": "a", "secret_type": "api-key", "tags": ["b,c"]})"}) {
            const auto refused = read(bad);
            QVERIFY2(!refused, bad);
            QVERIFY(refused.error().code == ErrorCode::BadRequest || refused.error().code == ErrorCode::Validation);
        }
    }

    void namesWhatItCannotTake()
    {
        const AppPackage package = test::expectValue(packages::readPackage(
            {{"app.json", R"({"format": 1, "name": "A"})"}, {"functions/send/code.py", ""}, {"readme.txt", ""}}));
        QCOMPARE(package.skipped.size(), std::size_t(2));
        QCOMPARE(package.skipped[0].kind, u"functions"_s);
        QCOMPARE(package.skipped[0].name, u"send/code.py"_s);
    }
};

QTEST_APPLESS_MAIN(TestAppPackage)
#include "tst_apppackage.moc"
