// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyservice.h"
#include "core/apps/appstore.h"
#include "core/data/cataloguestore.h"
#include "core/json/reader.h"
#include "core/packages/packageservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testvault.h"
#include "tests/support/travellingapp.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::packages;
using namespace Qt::StringLiterals;

/// Policies that travel with their app between two sites, on both engines.
class TestPackagePolicies : public QObject
{
    Q_OBJECT

    /// Derived roles, a rule that uses them, an exception for one user, and the policy of the system disabled.
    static void putPolicies(const test::TestSite &bench, const Site &site)
    {
        const data::CatalogueStore catalogues;
        const access::PolicyService policies(catalogues, bench.clock());
        const SitePrincipal manager = test::TestSite::administrator(site);
        const QString user = test::expectValue(site.read([](sql::Session &session) {
                                 return session.first("SELECT username FROM {users}", {},
                                                      [](const sql::Cursor &row) { return row.string(0); });
                             })).value_or(QString());
        QByteArray principal = R"({"apiVersion": "api.cerbos.dev/v1", "principalPolicy": {"principal": "USER",
            "version": "default", "rules": [{"resource": "invoice", "actions": [{"action": "read", "effect": "EFFECT_ALLOW"}]}]}})";
        principal.replace("USER", user.toUtf8());
        for (const QByteArray &body :
             {QByteArray(R"({"apiVersion": "api.cerbos.dev/v1", "derivedRoles": {"name": "owners", "definitions": [
                  {"name": "owner", "parentRoles": ["Clerk", "user"],
                   "condition": {"match": {"expr": "R.attr.shelf_id == 1"}}}]}})"),
              QByteArray(R"({"apiVersion": "api.cerbos.dev/v1", "resourcePolicy": {"resource": "datatable:books",
                  "version": "default", "importDerivedRoles": ["owners"], "rules": [
                  {"actions": ["read"], "effect": "EFFECT_ALLOW", "derivedRoles": ["owner"]}]}})"),
              principal})
            test::expectValue(policies.put(
                site, manager, u"shop"_s, test::expectValue(json::read({body.constData(), std::size_t(body.size())}))));
        test::expectValue(policies.setDisabled(site, manager, u"shop"_s, u"datatable:shelves:default"_s, true));
    }

    /// Of the app `shop`, those that are stored.
    static QStringList policyIds(const Site &site)
    {
        return test::expectValue(site.read([](sql::Session &session) -> Result<QStringList> {
            QStringList ids;
            const auto app = TRY(apps::appstore::find(session, u"shop"_s));
            if (!app)
                return ids;
            for (const access::StoredPolicy &policy : TRY(access::policystore::ofApp(session, app->id)))
                ids.append(policy.id() + (policy.disabled ? u" disabled"_s : QString()));
            return ids;
        }));
    }

    const test::TestVault m_keys;

private slots:
    void policiesTravelButExceptionsForUsers_data() { test::engineRows(); }
    void policiesTravelButExceptionsForUsers()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_keys.vault);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        putPolicies(bench, bench.site());
        AppPackage package = test::exportedShop(service, bench.site());
        QCOMPARE(package.policies.size(), std::size_t(3));
        QVERIFY(test::exportedShop(service, bench.site(), {.policies = false}).policies.empty());

        PackageOptions options;
        options.run = PackageRun::DryRun;
        QCOMPARE(test::imported(service, bench.otherSite(), package, options)->created.at(u"policies"_s), 3);
        QVERIFY(policyIds(bench.otherSite()).isEmpty());
        options.run = PackageRun::Apply;
        const auto made = test::imported(service, bench.otherSite(), package, options);
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->created.at(u"policies"_s), 3);
        QCOMPARE(made->warnings,
                 (QStringList{u"The policy 'owners:default' speaks of the role 'Clerk', which the app does "
                              "not have."_s}));
        // That of the system that is disabled is disabled there.
        QCOMPARE(
            policyIds(bench.otherSite()),
            (QStringList{u"datatable:books:default"_s, u"datatable:shelves:default disabled"_s, u"owners:default"_s}));

        // Again nothing changes; what differs does, and what the package does not have stays.
        options.existing = ExistingApp::Overwrite;
        const auto same = test::imported(service, bench.otherSite(), package, options);
        QVERIFY(same && !same->created.contains(u"policies"_s) && !same->updated.contains(u"policies"_s));
        package.policies.pop_back();
        package.policyPlaces.pop_back();
        package.policies[1].object()->set("disabled", false);
        QCOMPARE(test::imported(service, bench.otherSite(), package, options)->updated.at(u"policies"_s), 1);
        QCOMPARE(policyIds(bench.otherSite()).size(), 3);
    }

    void badPoliciesAreNamedAndNothingIsDone_data() { test::engineRows(); }
    void badPoliciesAreNamedAndNothingIsDone()
    {
        QFETCH(QString, engine);
        const test::TestSite bench(engine);
        const PackageService service(bench.clock(), m_keys.vault);
        bench.define(bench.site(), u"shop"_s, test::shopTables);
        AppPackage package = test::exportedShop(service, bench.site());
        const auto problem = [&](const char *policy) {
            package.policies = {test::expectValue(json::read(policy))};
            package.policyPlaces = {u"policies/p.json."_s};
            const auto done = test::imported(service, bench.otherSite(), package);
            return done || done.error().fields.empty() ? u"none"_s : done.error().fields.front().path;
        };
        QVERIFY(problem(R"({"apiVersion": "api.cerbos.dev/v1"})").startsWith(u"policies/p.json."));
        QCOMPARE(
            problem(
                R"({"apiVersion": "api.cerbos.dev/v1", "resourcePolicy": {"resource": "invoice", "version": "default",
            "importDerivedRoles": ["nowhere"], "rules": [{"actions": ["read"], "effect": "EFFECT_ALLOW", "roles": ["user"]}]}})"),
            u"policies/p.json.resourcePolicy.importDerivedRoles"_s);
        QCOMPARE(problem(R"({"apiVersion": "api.cerbos.dev/v1", "principalPolicy": {"principal": "administrator",
            "version": "default", "rules": [{"resource": "invoice", "actions": [{"action": "read", "effect": "EFFECT_ALLOW"}]}]}})"),
                 u"policies/p.json.principalPolicy"_s);
        QVERIFY(!test::expectValue(
            bench.otherSite().read([](sql::Session &session) { return apps::appstore::find(session, u"shop"_s); })));
    }
};

QTEST_GUILESS_MAIN(TestPackagePolicies)
#include "tst_packagepolicies.moc"
