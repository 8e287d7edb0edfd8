// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policies.h"

#include "core/access/policies/policystore.h"
#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolestore.h"
#include "core/json/reader.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;
using test::expectValue;

namespace {

constexpr const char *package =
    R"json({"name": "store", "resources": [{"name": "notes", "schema": {"fields": [{"name": "id", "type": "integer"},
        {"name": "owner", "type": "string"}], "primaryKey": "id"}}]})json";

const QString ada = u"00000000-0000-4000-8000-00000000000a"_s;

/// The table's, with one rule for reading; `condition` may be null.
json::Value policyFor(const char *role, const char *condition = nullptr)
{
    json::Object rule;
    rule.set("actions", json::Array{"read"});
    rule.set("effect", "EFFECT_ALLOW");
    rule.set("roles", json::Array{role});
    if (condition) {
        json::Object match;
        match.set("expr", condition);
        json::Object whole;
        whole.set("match", std::move(match));
        rule.set("condition", std::move(whole));
    }
    json::Object policy;
    policy.set("resource", "datatable:notes");
    policy.set("rules", json::Array{std::move(rule)});
    json::Object body;
    body.set("resourcePolicy", std::move(policy));
    return body;
}

Result<void> addAda(sql::Transaction &transaction)
{
    TRY(transaction.execute("INSERT INTO {users} (id, username, email, email_folded, is_active, is_staff, "
                            "is_superuser, is_deleted, is_cloud_user, attributes, date_joined, updated_at) VALUES "
                            "($1, 'ada', 'ada@example.org', 'ada@example.org', TRUE, FALSE, FALSE, FALSE, FALSE, "
                            "'{\"region\": \"north\", \"username\": \"eve\"}', 1, 1)",
                            {ada}));
    return {};
}

} // namespace

/// What the policies that a site has decide, and how soon changes of them count.
class TestPolicyEvaluator : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TestSite> m_instance;
    const data::CatalogueStore m_catalogues{};
    Micros m_now = 1'000'000;
    const Clock m_clock{[this] { return m_now; }};
    std::unique_ptr<Policies> m_policies;

    SitePrincipal principal() const
    {
        SitePrincipal who;
        who.siteUuid = m_instance->site().uuid();
        who.id = ada;
        who.username = u"ada"_s;
        return who;
    }

    Decision decide(Action action = Action::Read) const
    {
        return m_policies->evaluator.decide(m_instance->site(), principal(), action,
                                            {u"store"_s, u"datatable:notes"_s});
    }

    void put(const json::Value &body) const
    {
        const Site &site = m_instance->site();
        expectValue(m_policies->ofApps.put(site, test::TestSite::administrator(site), u"store"_s, body));
    }

    void setUp(const QString &engine)
    {
        m_now = 1'000'000;
        m_instance = std::make_unique<test::TestSite>(engine);
        m_policies = std::make_unique<Policies>(m_catalogues, m_clock);
        m_instance->define(m_instance->site(), u"store"_s, package);
        expectValue(m_instance->site().write(addAda));
    }

    /// Ada holds the role Editor, which nobody has made before.
    void makeEditor(std::optional<Micros> until) const
    {
        expectValue(m_instance->site().write([this, until](sql::Transaction &transaction) -> Result<void> {
            AppRole role;
            role.appId =
                TRY(transaction.first("SELECT id FROM {apps} WHERE slug = 'store'", {}, [](const sql::Cursor &row) {
                    return row.integer(0);
                })).value_or(0);
            role.name = u"Editor"_s;
            role.slug = u"store-editor"_s;
            const auto id = TRY(rolestore::insert(transaction, role));
            return rolemembers::add(transaction, ada, RoleType::AppRole, {id}, {until, ada, m_now});
        }));
    }

private slots:
    void cleanup()
    {
        m_policies.reset();
        m_instance.reset();
    }

    void namesTheRules_data() { test::engineRows(); }
    void namesTheRules()
    {
        QFETCH(QString, engine);
        setUp(engine);
        put(expectValue(json::read(R"({"apiVersion": "api.cerbos.dev/v1", "resourcePolicy": {
            "resource": "datatable:notes", "version": "default", "rules": [
            {"name": "first", "actions": ["read"], "effect": "EFFECT_ALLOW", "roles": ["user"],
             "condition": {"match": {"expr": "R.attr.id == 1"}}},
            {"actions": ["read"], "effect": "EFFECT_ALLOW", "roles": ["user"],
             "condition": {"match": {"expr": "R.attr.id == 2"}}},
            {"name": "nobody", "actions": ["delete"], "effect": "EFFECT_DENY", "roles": ["*"]}]}})")));
        const auto clause = [this](Action action) { return decide(action).chain.back().clause; };
        QVERIFY(decide(Action::Read).effect == Effect::Conditional);
        QCOMPARE(clause(Action::Read), u"rule 0 'first', rule 1"_s);
        QVERIFY(decide(Action::Delete).effect == Effect::Never);
        QCOMPARE(clause(Action::Delete), u"rule 2 'nobody'"_s);
        QCOMPARE(clause(Action::Update), u"no rule allows it"_s);
        const Site &site = m_instance->site();
        expectValue(m_policies->ofApps.setDisabled(site, test::TestSite::administrator(site), u"store"_s,
                                                   u"datatable:notes:default"_s, true));
        QCOMPARE(clause(Action::Read), u"datatable:notes:default is disabled"_s);
    }

    void saysWhatDecided_data() { test::engineRows(); }
    void saysWhatDecided()
    {
        QFETCH(QString, engine);
        setUp(engine);
        QVERIFY(decide().effect == Effect::Always);
        QCOMPARE(decide().chain.back().kind, u"system_policy"_s);

        put(policyFor("user"));
        QVERIFY(decide().effect == Effect::Always);
        QCOMPARE(decide().chain.back().kind, u"policy"_s);
        QCOMPARE(decide().chain.back().name, u"datatable:notes:default"_s);
        QVERIFY(decide(Action::Update).effect == Effect::Never);

        SitePrincipal boss = principal();
        boss.sitePermissions = {u"admin_site"_s};
        const ResourceKind notes{u"store"_s, u"datatable:notes"_s};
        const auto ofBoss = m_policies->evaluator.decide(m_instance->site(), boss, Action::Delete, notes);
        QVERIFY(ofBoss.effect == Effect::Always);
        QCOMPARE(ofBoss.chain.back().kind, u"permission"_s);

        SitePrincipal stranger = principal();
        stranger.siteUuid = m_instance->otherSite().uuid();
        QVERIFY(m_policies->evaluator.decide(m_instance->site(), stranger, Action::Read, notes).effect ==
                Effect::Never);
        QVERIFY(m_policies->evaluator.decide(m_instance->site(), {}, Action::Read, notes).effect == Effect::Never);
    }

    void knowsAttributes_data() { test::engineRows(); }
    void knowsAttributes()
    {
        QFETCH(QString, engine);
        setUp(engine);
        const auto with = [this](const char *condition) {
            put(policyFor("*", condition));
            return decide().effect;
        };
        QVERIFY(with("P.attr.region == 'north' && P.attr.username == 'ada'") == Effect::Always);
        QVERIFY(with("P.attr.username == 'eve'") == Effect::Never);
        QVERIFY(with("P.attr.missing == 'north'") == Effect::Never);
        QVERIFY(with("R.attr.owner == P.attr.username") == Effect::Conditional);
        QVERIFY(with("R.attr.owner == P.attr.username || P.attr.is_staff == false") == Effect::Always);
    }

    void rolesExpire_data() { test::engineRows(); }
    void rolesExpire()
    {
        QFETCH(QString, engine);
        setUp(engine);
        put(policyFor("Editor"));
        QVERIFY(decide().effect == Effect::Never);
        makeEditor(m_now + 5'000'000);
        QVERIFY(decide().effect == Effect::Always); // at once
        m_now += 6'000'000;
        QVERIFY(decide().effect == Effect::Never); // at once
    }

    /// On PostgreSQL several servers have the same sites; on SQLite what is remembered elsewhere is as old.
    void otherServersSeeChangesWithinASecond_data() { test::engineRows(); }
    void otherServersSeeChangesWithinASecond()
    {
        QFETCH(QString, engine);
        setUp(engine);
        const Site there = m_instance->siteOfAnotherServer();
        Policies others(m_catalogues, m_clock);
        const auto decideThere = [&] {
            return others.evaluator.decide(there, principal(), Action::Read, {u"store"_s, u"datatable:notes"_s}).effect;
        };
        QVERIFY(decideThere() == Effect::Always);
        put(policyFor("Editor"));
        QTest::qWait(1'000);
        QVERIFY(decideThere() == Effect::Never);
        makeEditor(std::nullopt);
        QTest::qWait(1'000);
        QVERIFY(decideThere() == Effect::Always);
        expectValue(m_instance->site().write([](sql::Transaction &transaction) -> Result<void> {
            TRY(transaction.execute("DELETE FROM {app_role_members} WHERE user_id = $1", {ada}));
            return {};
        }));
        QTest::qWait(1'000);
        QVERIFY(decideThere() == Effect::Never);
        put(policyFor("user", "P.attr.region == 'north'"));
        QTest::qWait(1'000);
        QVERIFY(decideThere() == Effect::Always);
        expectValue(m_instance->site().write([](sql::Transaction &transaction) -> Result<void> {
            TRY(transaction.execute("UPDATE {users} SET attributes = '{}' WHERE id = $1", {ada}));
            return {};
        }));
        QTest::qWait(1'000);
        QVERIFY(decideThere() == Effect::Never);
    }

    /// A write plans again where tables have changed meanwhile, and reads nothing beside its transaction.
    void decidesInsideAWrite_data() { test::engineRows(); }
    void decidesInsideAWrite()
    {
        QFETCH(QString, engine);
        setUp(engine);
        put(policyFor("Editor"));
        QVERIFY(decide().effect == Effect::Never);
        const auto effect = expectValue(
            m_instance->site().write([this](sql::Transaction &) -> Result<Effect> { return decide().effect; }));
        QVERIFY(effect == Effect::Never);

        // What was never read before cannot be read there: nobody is let through.
        Policies fresh(m_catalogues, m_clock);
        const auto kind = expectValue(m_instance->site().write([&](sql::Transaction &) -> Result<QString> {
            return fresh.evaluator
                .decide(m_instance->site(), principal(), Action::Read, {u"store"_s, u"datatable:notes"_s})
                .chain.back()
                .kind;
        }));
        QCOMPARE(kind, u"unavailable"_s);
    }

    /// What was held may have been taken back since.
    void whatCannotBeReadAgainLetsNobodyThrough_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("table");
        for (const QString &engine : test::engineNames()) {
            for (const char *table : {"policy_version", "app_role_members", "users"})
                QTest::addRow("%s, %s", qPrintable(engine), table) << engine << QString::fromLatin1(table);
        }
    }
    void whatCannotBeReadAgainLetsNobodyThrough()
    {
        QFETCH(QString, engine);
        QFETCH(QString, table);
        setUp(engine);
        put(policyFor("Editor"));
        makeEditor(std::nullopt);
        QVERIFY(decide().effect == Effect::Always);
        expectValue(m_instance->site().write([&](sql::Transaction &transaction) -> Result<void> {
            TRY(transaction.execute("DELETE FROM {app_role_members}", {}));
            TRY(transaction.execute("ALTER TABLE {" + table.toStdString() + "} RENAME TO elsewhere", {}));
            return {};
        }));
        const Decision decision = decide();
        QVERIFY(decision.effect == Effect::Never);
        QCOMPARE(decision.chain.back().kind, u"unavailable"_s);
    }

    /// Policies of a version of the program that knows more.
    void whatIsNotUnderstoodLetsNobodyThrough_data() { test::engineRows(); }
    void whatIsNotUnderstoodLetsNobodyThrough()
    {
        QFETCH(QString, engine);
        for (const PolicyKind kind : {PolicyKind::Resource, PolicyKind::Principal}) {
            setUp(engine);
            put(policyFor("user"));
            QVERIFY(decide().effect == Effect::Always);
            expectValue(m_instance->site().write([&](sql::Transaction &transaction) -> Result<void> {
                StoredPolicy strange;
                strange.appId =
                    TRY(transaction.first("SELECT id FROM {apps} WHERE slug = 'store'", {}, [](const sql::Cursor &row) {
                        return row.integer(0);
                    })).value_or(0);
                strange.kind = kind;
                strange.name = kind == PolicyKind::Resource ? u"datatable:notes"_s : ada;
                strange.version = u"default"_s;
                strange.body = json::Object();
                return policystore::put(transaction, strange, 1);
            }));
            QVERIFY(decide().effect == Effect::Never);
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicyEvaluator)
#include "tst_policyevaluator.moc"
