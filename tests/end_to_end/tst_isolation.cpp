// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/operationworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::Caller;
using test::Operation;
using test::OperationWorld;

namespace {

/// One of the ways in which a request finds a site.
struct Address
{
    const char *name;
    QByteArray prefix;
    test::HttpHeaders headers;
};

std::vector<Address> addressesOfShop()
{
    return {{"path prefix", "/sites/shop", {}},
            {"host", "", {{"Host", "shop.tenantry.test"}}},
            {"X-Tenant", "", {{"X-Tenant", "shop"}}}};
}

test::HttpAnswer sent(const OperationWorld &world, const test::ReadyRequest &request, const Address &address,
                      const test::HttpHeaders &credential)
{
    test::HttpHeaders headers = request.headers;
    headers.insert(headers.end(), address.headers.begin(), address.headers.end());
    headers.insert(headers.end(), credential.begin(), credential.end());
    return world.server().client().request(request.method, address.prefix + request.target, request.body, headers);
}

/// Status and body, but for what was asked for and what differs each time.
QByteArray told(const test::HttpAnswer &answer, const QByteArrayList &askedFor)
{
    QByteArray text = test::comparable(answer.body);
    for (const QByteArray &word : askedFor)
        text.replace(word, "?");
    return QByteArray::number(answer.status) + ' ' + text;
}

/// Says what went wrong, all of it (QVERIFY2 cuts long messages off), and how many there are.
qsizetype said(const QByteArrayList &problems)
{
    for (const QByteArray &problem : problems)
        qWarning("%s", problem.constData());
    return problems.size();
}

} // namespace

/// Two sites have users, apps, tables and ids of the same names, and things that the other lacks. Whoever belongs to
/// `rival` tries every operation of operations.txt on `shop`, in every way that leads there and with everything that
/// names something: nothing is read, nothing is written, and what is there is answered as what is not. The server works
/// with DEVELOPMENT, where X-Tenant leads to sites too.
class TestIsolation : public QObject
{
    Q_OBJECT

    const test::OperationTable m_table = test::OperationTable::ofTree();

    /// What people of `rival` and of the platform have to show.
    static std::vector<std::pair<const char *, test::HttpHeaders>> credentialsOfElsewhere(OperationWorld &world)
    {
        test::RealmCredentials &credentials = world.credentials();
        const QByteArray session = credentials.session("rival", "admin").front().second;
        const QByteArray csrf(43, 'c');
        const test::HttpHeaders browser = {{"Cookie", "sessionid=" + session + "; sessionid_shop=" + session +
                                                          "; csrftoken=" + csrf + "; csrftoken_shop=" + csrf},
                                           {"X-CSRFToken", csrf}};
        return {{"a browser's cookies", browser},
                {"an administrator's token", credentials.bearer("rival", "admin")},
                {"a session", credentials.session("rival", "admin")},
                {"an API key", credentials.apiKey("rival", "admin")},
                {"the token of a user of the same name", credentials.bearer("rival", "rita")},
                {"the platform's token", credentials.bearer("platform", "admin")}};
    }

    QByteArrayList tryCredentials(OperationWorld &world)
    {
        const auto credentials = credentialsOfElsewhere(world);
        QByteArrayList problems;
        for (const Operation &operation : m_table.operations) {
            if (OperationWorld::homeOf(operation) != "shop" || operation.status(Caller::Stranger) != 401)
                continue;
            const test::ReadyRequest request = world.ready(operation, "shop");
            for (const auto &[what, headers] : credentials) {
                for (const Address &address : addressesOfShop()) {
                    const test::HttpAnswer answer = sent(world, request, address, headers);
                    if (answer.status != 401)
                        problems += operation.name() + " with " + what + " by " + address.name + ": " +
                                    QByteArray::number(answer.status) + ' ' + answer.body.left(200);
                }
            }
        }
        return problems;
    }

    /// What is the platform's is served at the addresses of sites too, there for accounts of the platform alone.
    QByteArrayList tryPlatformThroughSites(OperationWorld &world)
    {
        QByteArrayList problems;
        for (const Operation &operation : m_table.operations) {
            if (OperationWorld::homeOf(operation) != "platform" || operation.has("public"))
                continue;
            const test::ReadyRequest request = world.ready(operation, "platform");
            const auto expectRefusal = [&](const char *where, const test::HttpHeaders &credential, int least) {
                const test::HttpAnswer answer = world.send(request, where, credential);
                if (answer.status < least || answer.status > 404)
                    problems += operation.name() + " at " + where + ": " + QByteArray::number(answer.status) + ' ' +
                                answer.body.left(200);
            };
            for (const auto &[what, headers] : credentialsOfElsewhere(world))
                expectRefusal("shop", headers, 401);
            expectRefusal("rival", world.credentials().bearer("rival", "mark"), 403);
            expectRefusal("rival", world.credentials().session("rival", "rita"), 403);
            expectRefusal("platform", world.credentials().apiKey("rival", "admin"), 401);
            expectRefusal("platform", world.credentials().session("rival", "admin"), 401);
        }
        return problems;
    }

    /// The host says one site and the path another.
    QByteArrayList tryMixedAddresses(OperationWorld &world)
    {
        QByteArrayList problems;
        for (const Operation &operation : m_table.operations) {
            if (OperationWorld::homeOf(operation) != "shop")
                continue;
            const test::ReadyRequest request = world.ready(operation, "shop");
            const Address mixed{"both", "/sites/shop", {{"Host", "rival.tenantry.test"}, {"X-Tenant", "shop"}}};
            for (const char *realm : {"rival", "shop"}) {
                const test::HttpAnswer answer = sent(world, request, mixed, world.credentials().bearer(realm, "admin"));
                if (answer.status != 404)
                    problems += operation.name() + " at the host of one site and the path of another: " +
                                QByteArray::number(answer.status);
            }
        }
        return problems;
    }

    /// Ids and names that `shop` alone has, in paths: by who may do everything in `rival`, and by the owner of another
    /// organization on the platform.
    QByteArrayList tryPaths(OperationWorld &world)
    {
        QByteArrayList problems;
        for (const Operation &operation : m_table.operations) {
            const bool platform = OperationWorld::homeOf(operation) == "platform";
            const QByteArray realm = platform ? "platform" : "rival";
            const test::HttpHeaders credential =
                platform ? world.credentials().bearer(realm, "greta") : world.credentials().bearer(realm, "admin");
            for (const QByteArray &parameter : OperationWorld::parametersOf(operation.target)) {
                const test::Stand stand = world.standFor(operation, parameter);
                if (stand.theirs.isEmpty() || operation.has("public"))
                    continue;
                const auto toldOf = [&](const QByteArray &value) {
                    const test::ReadyRequest request = world.ready(operation, realm, {{parameter, value}});
                    return told(world.send(request, realm, credential), {world.filled(value, realm, operation.line)});
                };
                const QByteArray theirs = toldOf(stand.theirs);
                const QByteArray missing = toldOf(stand.missing);
                if (theirs != missing)
                    problems += operation.name() + ": {" + parameter + "} of the other site is told from nothing\n  " +
                                theirs + "\n  " + missing;
            }
        }
        return problems;
    }

    /// The lines `cross`: the same in queries and bodies, where %{parameter} stands for it.
    QByteArrayList tryCrossings(OperationWorld &world)
    {
        QByteArrayList problems;
        for (const test::TableRequest &crossing : m_table.crossings) {
            const auto toldOf = [&](QByteArray test::Stand::*which) {
                test::ReadyRequest request{crossing.method, crossing.target, crossing.body, {}};
                QByteArrayList askedFor;
                for (const auto &[name, stand] : m_table.stands) {
                    const QByteArray value = world.filled(stand.*which, "rival", crossing.line);
                    if ((request.target + request.body).contains("%{" + name + '}'))
                        askedFor += value;
                    request.target.replace("%{" + name + '}', value);
                    request.body.replace("%{" + name + '}', value);
                }
                request.target = world.filled(request.target, "rival", crossing.line);
                request.body = world.filled(request.body, "rival", crossing.line);
                return told(world.send(request, "rival", world.credentials().bearer("rival", "admin")), askedFor);
            };
            const QByteArray theirs = toldOf(&test::Stand::theirs);
            const QByteArray missing = toldOf(&test::Stand::missing);
            if (theirs != missing || theirs.startsWith('5'))
                problems +=
                    crossing.method + ' ' + crossing.target + ' ' + crossing.body + ":\n  " + theirs + "\n  " + missing;
        }
        return problems;
    }

private slots:
    void nothingLeadsFromOneSiteToAnother_data() { test::engineRows(); }
    void nothingLeadsFromOneSiteToAnother()
    {
        QFETCH(QString, engine);
        OperationWorld world(m_table, engine, {{u"DEVELOPMENT"_s, u"true"_s}});
        for (const Operation &operation : m_table.operations)
            world.ready(operation, OperationWorld::homeOf(operation));
        const OperationWorld::Values shop = world.seenIn("shop");
        const OperationWorld::Values platform = world.seenIn("platform");
        QVERIFY(shop.size() > 30 && platform.size() > 10);

        QCOMPARE(said(tryCredentials(world)), 0);
        QCOMPARE(said(tryPlatformThroughSites(world)), 0);
        QCOMPARE(said(tryMixedAddresses(world)), 0);
        QCOMPARE(said(tryPaths(world)), 0);
        QCOMPARE(said(tryCrossings(world)), 0);

        QCOMPARE(said(OperationWorld::differences(shop, world.seenIn("shop"))), 0);
        QCOMPARE(said(OperationWorld::differences(platform, world.seenIn("platform"))), 0);
    }
};

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"
