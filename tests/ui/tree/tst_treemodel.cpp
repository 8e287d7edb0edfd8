// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeplatform.h"
#include "tests/support/guiwatchdog.h"
#include "ui/connections/instances.h"
#include "ui/tree/treefilter.h"
#include "ui/tree/treemodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using tenantry::test::FakePlatform;

class TestTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsFetchedUnasked();
    void levelsAreFetchedOnDemand();
    void loadingShowsMeanwhile();
    void longListsArriveWhole();
    void longListsShowTheirFirstPageAtOnce();
    void cancelledLoadBeginsAgain();
    void cancellingLeavesWhatIsLoaded();
    void failureIsAChildThatRetries();
    void emptyLevelSaysWhatToDo();
    void refreshKeepsWhatIsThere();
    void refreshDropsWhatIsGone();
    void madeThingsAppearInOrder();
    void roomsAreThereBeforeAnythingIsFetched();
    void pathNamesTheWay();
    void removalDuringALoadIsHarmless();
    void filterKeepsTheWayToMatches();

private:
    QModelIndex instance() const { return m_model->index(0, 0); }
    QModelIndex child(const QModelIndex &parent, const QString &text) const;
    QModelIndex loaded(const QModelIndex &index) const;
    QModelIndex store() const;

    std::unique_ptr<FakePlatform> m_server;
    std::unique_ptr<Instances> m_instances;
    std::unique_ptr<TreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTreeModel::init()
{
    m_server = std::make_unique<FakePlatform>();
    m_instances = std::make_unique<Instances>(nullptr);
    m_model = std::make_unique<TreeModel>(*m_instances);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    auto api = std::make_unique<client::Api>(m_server->url());
    bool signedIn = false;
    api->signIn(QLatin1StringView(FakePlatform::email), QLatin1StringView(FakePlatform::password))
        .then(this, [&](Result<QString> account) { signedIn = bool(account); });
    QTRY_VERIFY(signedIn);
    m_instances->add(u"Fake"_s, std::move(api));
    QCOMPARE(m_model->rowCount(), 1);
}

void TestTreeModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_instances.reset();
    m_server.reset();
}

QModelIndex TestTreeModel::child(const QModelIndex &parent, const QString &text) const
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        if (m_model->index(row, 0, parent).data().toString() == text)
            return m_model->index(row, 0, parent);
    }
    return {};
}

QModelIndex TestTreeModel::loaded(const QModelIndex &index) const
{
    m_model->load(index);
    [&] { QTRY_VERIFY(m_model->isLoaded(index)); }();
    return index;
}

QModelIndex TestTreeModel::store() const
{
    const QModelIndex organization = child(loaded(instance()), u"Acme"_s);
    const QModelIndex site = child(loaded(organization), u"acme-prod"_s);
    return loaded(child(loaded(site), u"store"_s));
}

void TestTreeModel::nothingIsFetchedUnasked()
{
    QVERIFY(m_model->hasChildren(instance()));
    QCOMPARE(m_model->rowCount(instance()), 0);
    TreeFilter filter;
    filter.setSourceModel(m_model.get());
    QVERIFY2(filter.hasChildren(filter.index(0, 0)), "the view shows no way to expand it");
    QCOMPARE(m_server->count("GET", u"/api/cloud/organizations/"_s), 0);
}

void TestTreeModel::levelsAreFetchedOnDemand()
{
    const QModelIndex app = store();
    QCOMPARE(m_model->rowCount(app), 2);
    const QModelIndex table = child(app, u"orders"_s);
    QCOMPARE(m_model->kind(table), NodeKind::Table);
    QVERIFY(!m_model->hasChildren(table));
    QCOMPARE(m_server->count("GET", u"/sites/acme-test/api/apps/"_s), 0);
    m_model->load(instance());
    QCOMPARE(m_server->count("GET", u"/api/cloud/organizations/"_s), 1);
}

void TestTreeModel::loadingShowsMeanwhile()
{
    m_server->hold();
    m_model->load(instance());
    QCOMPARE(m_model->rowCount(instance()), 1);
    QCOMPARE(m_model->kind(m_model->index(0, 0, instance())), NodeKind::Loading);
    m_model->load(instance());
    QTRY_COMPARE(m_server->count("GET", u"/api/cloud/organizations/"_s), 1);
    m_server->release();
    QTRY_VERIFY(m_model->isLoaded(instance()));
    QCOMPARE(m_model->rowCount(instance()), 1);
    QCOMPARE(m_model->kind(m_model->index(0, 0, instance())), NodeKind::Organization);
}

void TestTreeModel::longListsArriveWhole()
{
    m_server->addOrganizations(250);
    loaded(instance());
    QCOMPARE(m_model->rowCount(instance()), 251);
    QCOMPARE(m_server->count("GET", u"/api/cloud/organizations/"_s), 3);
    QCOMPARE(m_model->index(250, 0, instance()).data().toString(), u"Club 250"_s);
}

void TestTreeModel::longListsShowTheirFirstPageAtOnce()
{
    m_server->addOrganizations(999);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    bool firstPageShown = false; // looked at as it comes: the others may follow before a test could ask
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, [&] {
        if (inserted.size() != 2) // the placeholder, the first page
            return;
        firstPageShown = !m_model->isLoaded(instance()) &&
                         m_model->kind(m_model->index(0, 0, instance())) == NodeKind::Organization &&
                         m_model->kind(m_model->index(100, 0, instance())) == NodeKind::Loading;
    });
    m_model->load(instance());
    QTRY_VERIFY_WITH_TIMEOUT(m_model->isLoaded(instance()), 60'000);
    QCOMPARE(m_model->rowCount(instance()), 1000);
    QVERIFY(firstPageShown);
    QCOMPARE(inserted.size(), 11); // one for each page, not for each row
    QCOMPARE(m_model->index(999, 0, instance()).row(), 999);
}

void TestTreeModel::cancelledLoadBeginsAgain()
{
    m_server->hold();
    m_model->load(instance());
    QTRY_COMPARE(m_server->count("GET", u"/api/cloud/organizations/"_s), 1);
    m_model->cancel(instance());
    QCOMPARE(m_model->rowCount(instance()), 0);
    QVERIFY(m_model->hasChildren(instance()));
    m_server->release();
    QTest::qWait(20);
    QCOMPARE(m_model->rowCount(instance()), 0);
    loaded(instance());
    QCOMPARE(m_model->rowCount(instance()), 1);
}

void TestTreeModel::cancellingLeavesWhatIsLoaded()
{
    m_model->cancel(loaded(instance()));
    QVERIFY(m_model->isLoaded(instance()));
    QCOMPARE(m_model->rowCount(instance()), 1);
}

void TestTreeModel::failureIsAChildThatRetries()
{
    const auto broken = [](const FakePlatform::Received &) {
        return FakePlatform::Answer{503, R"({"status":"error","code":"INTERNAL_ERROR","message":"Too busy."})"};
    };
    m_server->on("GET", u"/api/cloud/organizations/acme/sites/"_s, broken);
    const QModelIndex organization = child(loaded(instance()), u"Acme"_s);
    m_model->load(organization);
    QTRY_COMPARE(m_model->kind(m_model->index(1, 0, organization)), NodeKind::Problem);
    QVERIFY(m_model->index(1, 0, organization).data().toString().contains("Too busy."_L1));
    QVERIFY(m_model->index(1, 0, organization).data(Qt::ToolTipRole).toString().contains("try again"_L1));

    m_server->on("GET", u"/api/cloud/organizations/acme/sites/"_s,
                 {200, R"({"count":1,"next":null,"previous":null,"results":[{"slug":"one","name":"One"}]})"});
    loaded(organization);
    QCOMPARE(m_model->rowCount(organization), 2);
    QCOMPARE(m_model->kind(m_model->index(1, 0, organization)), NodeKind::Site);
}

void TestTreeModel::emptyLevelSaysWhatToDo()
{
    const QModelIndex organization = child(loaded(instance()), u"Acme"_s);
    const QModelIndex site = loaded(child(loaded(organization), u"acme-test"_s));
    QCOMPARE(m_model->rowCount(site), 3);
    const QModelIndex nothing = m_model->index(2, 0, site);
    QCOMPARE(m_model->kind(nothing), NodeKind::Nothing);
    QVERIFY(nothing.data().toString().contains("create one"_L1));
}

void TestTreeModel::refreshKeepsWhatIsThere()
{
    const QPersistentModelIndex app = store();
    const QPersistentModelIndex table = child(app, u"orders"_s);
    m_server->addOrganizations(3);
    m_model->refresh(instance());
    QTRY_COMPARE(m_model->rowCount(instance()), 4);
    QTRY_COMPARE(m_server->count("GET", u"/sites/acme-prod/api/apps/store/datatables/"_s), 2);
    QVERIFY(app.isValid());
    QVERIFY(table.isValid());
    QVERIFY(m_model->isLoaded(app));
}

void TestTreeModel::refreshDropsWhatIsGone()
{
    const QModelIndex organization = child(loaded(instance()), u"Acme"_s);
    loaded(organization);
    const QPersistentModelIndex first = child(organization, u"acme-prod"_s);
    const QPersistentModelIndex second = child(organization, u"acme-test"_s);
    m_server->on("GET", u"/api/cloud/organizations/acme/sites/"_s,
                 {200, R"({"count":2,"next":null,"results":[{"slug":"new","name":"new"},)"
                       R"({"slug":"acme-test","name":"renamed"}]})"});
    m_model->refresh(organization);
    QTRY_COMPARE(m_model->index(1, 0, organization).data().toString(), u"new"_s);
    QVERIFY(!first.isValid());
    QVERIFY(second.isValid());
    QCOMPARE(second.row(), 2);
    QCOMPARE(second.data().toString(), u"renamed"_s);
}

void TestTreeModel::madeThingsAppearInOrder()
{
    loaded(instance());
    const QModelIndex made =
        m_model->insert(instance(), {NodeKind::Organization, u"aaa"_s, u"Aaa"_s, {}, {}, {}, nullptr});
    QCOMPARE(made.row(), 0);
    QCOMPARE(m_model->rowCount(instance()), 2);
    const QModelIndex organization = child(instance(), u"Acme"_s);
    const QModelIndex site = loaded(child(loaded(organization), u"acme-test"_s));
    QVERIFY(m_model->insert(site, {NodeKind::App, u"first"_s, u"First"_s, {}, {}, 0, nullptr}).isValid());
    QCOMPARE(m_model->rowCount(site), 3);
    QCOMPARE(m_model->kind(m_model->index(0, 0, site)), NodeKind::Room);
}

void TestTreeModel::roomsAreThereBeforeAnythingIsFetched()
{
    const QModelIndex organization = child(loaded(instance()), u"Acme"_s);
    m_server->hold();
    m_model->load(organization);
    QCOMPARE(m_model->rowCount(organization), 2);
    QCOMPARE(m_model->kind(m_model->index(1, 0, organization)), NodeKind::Loading);
    const QModelIndex members = m_model->index(0, 0, organization);
    QVERIFY(!m_model->hasChildren(members));
    QCOMPARE(m_model->path(members).room, u"members"_s);
    QCOMPARE(m_model->path(members).organization, u"acme"_s);
    m_model->cancel(organization);
    QCOMPARE(m_model->rowCount(organization), 0);
    m_server->release();

    const QModelIndex site = child(loaded(organization), u"acme-prod"_s);
    const QModelIndex domains = child(loaded(site), u"Domains"_s);
    QCOMPARE(domains.row(), 1);
    QCOMPARE(m_model->path(domains).room, u"domains"_s);
    QVERIFY(!m_model->path(domains).isAt(m_model->path(site)));
    QVERIFY(m_model->path(domains).isWithin(m_model->path(site)));
    m_model->refresh(site);
    QTRY_COMPARE(m_server->count("GET", u"/sites/acme-prod/api/apps/"_s), 2);
    QTRY_COMPARE(m_model->rowCount(site), 3);
    QCOMPARE(m_model->kind(m_model->index(0, 0, site)), NodeKind::Room);
}

void TestTreeModel::pathNamesTheWay()
{
    const NodePath path = m_model->path(child(store(), u"orders"_s));
    QCOMPARE(path.kind, NodeKind::Table);
    QCOMPARE(path.organization, u"acme"_s);
    QCOMPARE(path.site, u"acme-prod"_s);
    QCOMPARE(path.app, u"store"_s);
    QCOMPARE(path.table, u"orders"_s);
    QCOMPARE(path.environment, u"production"_s);
    QCOMPARE(path.titles, QStringList({u"Fake"_s, u"Acme"_s, u"acme-prod"_s, u"store"_s, u"orders"_s}));
    QCOMPARE(m_model->path({}).kind, NodeKind::Root);
}

void TestTreeModel::removalDuringALoadIsHarmless()
{
    m_server->hold();
    m_model->load(instance());
    QTRY_COMPARE(m_server->count("GET", u"/api/cloud/organizations/"_s), 1);
    m_instances->remove(m_instances->all().front());
    QCOMPARE(m_model->rowCount(), 0);
    m_server->release();
    QTest::qWait(20);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestTreeModel::filterKeepsTheWayToMatches()
{
    store();
    TreeFilter filter;
    filter.setSourceModel(m_model.get());
    QAbstractItemModelTester tester(&filter);
    const auto requests = m_server->received().size();
    filter.setText(u"ORD"_s);
    QModelIndex at = filter.index(0, 0);
    for (const QString &text : {u"Fake"_s, u"Acme"_s, u"acme-prod"_s, u"store"_s, u"orders"_s}) {
        QCOMPARE(at.data().toString(), text);
        QCOMPARE(filter.rowCount(at.parent()), 1);
        at = filter.index(0, 0, at);
    }
    filter.setText(u"no such thing"_s);
    QCOMPARE(filter.rowCount(), 0);
    filter.setText({});
    QCOMPARE(filter.rowCount(filter.index(0, 0, filter.index(0, 0))), 3);
    QCOMPARE(m_server->received().size(), requests);
}

TENANTRY_GUI_TEST_MAIN(TestTreeModel)
#include "tst_treemodel.moc"
