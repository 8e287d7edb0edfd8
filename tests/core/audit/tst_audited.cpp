// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policystore.h"
#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolestore.h"
#include "core/apps/appservice.h"
#include "core/apps/appstore.h"
#include "core/json/writer.h"
#include "core/sql/origin.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
namespace history = audit::history;
using test::expectValue;

namespace {

const QString ada = u"00000000-0000-4000-8000-00000000000a"_s;

/// The app `store` with a role and a policy; ada is a user.
struct Store
{
    explicit Store(Site ofSite)
        : site(std::move(ofSite))
    {
        auto origin = std::make_shared<sql::Origin>();
        origin->username = u"boss"_s;
        origin->correlationId = u"request"_s;
        site.setOrigin(origin);
        apps::AppDraft draft;
        draft.name = u"Store"_s;
        app = expectValue(apps::AppService(clock).create(site, test::TestSite::administrator(site), draft));
        expectValue(site.write([this](sql::Transaction &transaction) { return make(transaction); }));
    }

    Result<void> make(sql::Transaction &transaction)
    {
        TRY(transaction.execute("INSERT INTO {users} (id, username, email, email_folded, is_active, is_staff, "
                                "is_superuser, is_deleted, is_cloud_user, attributes, date_joined, updated_at) "
                                "VALUES ($1, $1, $1, $1, TRUE, FALSE, FALSE, FALSE, FALSE, '{}', 1, 1)",
                                {ada}));
        access::AppRole role;
        role.appId = app.id;
        role.name = u"Clerk"_s;
        role.slug = u"store-clerk"_s;
        clerk = TRY(access::rolestore::insert(transaction, role));
        access::StoredPolicy policy;
        policy.appId = app.id;
        policy.name = u"invoice"_s;
        policy.version = u"default"_s;
        policy.body = json::Object();
        return access::policystore::put(transaction, policy, 1);
    }

    void give(std::optional<Micros> until, Micros now) const
    {
        expectValue(site.write([=, this](sql::Transaction &transaction) {
            return access::rolemembers::add(transaction, ada, access::RoleType::AppRole, {clerk}, {until, ada, now});
        }));
    }

    /// "+ - ~", the newest first, with the reasons.
    QString of(const history::Record &record) const
    {
        const auto page =
            expectValue(site.read([&](sql::Session &session) { return history::list(session, record, {}); }));
        QStringList told;
        for (const history::Entry &entry : page.items)
            told.append(entry.change + (entry.reason ? u' ' + *entry.reason : QString()));
        return told.join(u"; "_s);
    }

    const Clock clock;
    Site site;
    apps::App app;
    std::int64_t clerk = 0;
};

} // namespace

/// Changes that nobody asks for by name are in the histories, too: what goes with an app, or with time.
class TestAudited : public QObject
{
    Q_OBJECT

private slots:
    void rolesAndPoliciesGoWithTheirApp_data() { test::engineRows(); }
    void rolesAndPoliciesGoWithTheirApp()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Store store(fixture.site());
        const history::Record role = access::rolestore::historyOf(store.app.id, u"store-clerk"_s);
        const history::Record policy = access::policystore::historyOf(store.app.id, u"invoice:default"_s);
        QCOMPARE(store.of(role), u"+"_s);
        QCOMPARE(store.of(policy), u"+"_s);
        expectValue(apps::AppService(store.clock)
                        .remove(store.site, test::TestSite::administrator(store.site), store.app.slug));
        QCOMPARE(store.of(role), u"- The app was deleted; +"_s);
        QCOMPARE(store.of(policy), u"- The app was deleted; +"_s);
        QCOMPARE(store.of(apps::appstore::historyOf(store.app.id)), u"-; +"_s);
    }

    void membershipsExpire_data() { test::engineRows(); }
    void membershipsExpire()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Store store(fixture.site());
        const history::Record memberships = access::rolemembers::historyOf(ada);
        store.give(Micros{2'000}, 1'000);
        store.give(Micros{2'000}, 1'000);
        QCOMPARE(store.of(memberships), u"+"_s);
        store.give(Micros{3'000}, 1'000);
        QCOMPARE(store.of(memberships), u"~; +"_s);
        // Given anew after it was over.
        store.give(Micros{9'000}, 4'000);
        QCOMPARE(store.of(memberships), u"+; - The membership expired; ~; +"_s);
        expectValue(store.site.write(
            [](sql::Transaction &transaction) { return access::rolemembers::sweep(transaction, 10'000); }));
        QCOMPARE(store.of(memberships), u"- The membership expired; +; - The membership expired; ~; +"_s);
    }

    void theSiteSaysWhoAsked_data() { test::engineRows(); }
    void theSiteSaysWhoAsked()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Store store(fixture.site());
        const auto page = expectValue(store.site.read([&](sql::Session &session) {
            return history::list(session, apps::appstore::historyOf(store.app.id), {});
        }));
        QCOMPARE(page.items.front().username, std::optional(u"boss"_s));
        QCOMPARE(page.items.front().correlationId, std::optional(u"request"_s));
        // Another value of the same site is another's.
        expectValue(fixture.site().write([](sql::Transaction &transaction) -> Result<void> {
            if (transaction.origin())
                return failure(Error::internal(u"an origin leaked"_s));
            return {};
        }));
    }
};

QTEST_GUILESS_MAIN(TestAudited)
#include "tst_audited.moc"
