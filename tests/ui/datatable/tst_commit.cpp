// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/commit.h"

#include "core/client/curl.h"
#include "core/json/writer.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

const client::TableAddress orders{u"shop"_s, u"store"_s, u"orders"_s};
const QString path = u"/sites/shop/api/apps/store/datatables/orders/data/"_s;

const std::vector<client::Column> columns{
    {u"id"_s, {}, u"integer"_s, {}, true, true, {}},
    {u"title"_s, {}, u"string"_s, {}, true, false, {}},
};

/// A server of which the test says what it answers, row by row.
class Server
{
public:
    Commit::Send send()
    {
        return [this](const client::Request &request) -> client::Reply<json::Value> {
            sent << u"%1 %2 %3"_s.arg(client::methodName(request.method), request.path + request.query.query(),
                                      request.body ? QString::fromUtf8(json::write(*request.body)) : QString());
            return answer(request);
        };
    }

    std::function<Result<json::Value>(const client::Request &)> answer = [](const auto &) { return json::Value(); };
    QStringList sent;
};

/// Refuses every request that has a row titled "bad", and says which when `tells`.
std::function<Result<json::Value>(const client::Request &)> refuseBad(bool tells)
{
    return [tells](const client::Request &request) -> Result<json::Value> {
        const json::Value body = request.body.value_or(json::Value());
        Error error = Error::make(tells ? ErrorCode::Validation : ErrorCode::Conflict, u"Some fields are not valid."_s);
        const bool many = body.isArray();
        for (size_t i = 0; i < (many ? body.array().size() : 1); ++i) {
            if ((many ? body.at(i) : body)["title"].string() == "bad")
                error.fields.push_back({many ? u"%1.title"_s.arg(i) : u"title"_s, u"It is bad."_s});
        }
        if (error.fields.empty())
            return json::Value();
        if (!tells)
            error.fields.clear();
        return failure(std::move(error));
    };
}

} // namespace

class TestCommit : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void sendsDeletionsThenChangesThenNewRows();
    void singleRowsGoToTheirOwnPath();
    void rowsAtFaultKeepTheirChange_data();
    void rowsAtFaultKeepTheirChange();
    void unreachableServerLeavesAllPending();
    void rowThatIsGoneAlreadyIsDeleted();
    void unreadableRowsAreNotSent();
    void manyRowsGoTogether();
    void compositeKeysAndCommasAreToldApart();

private:
    Commit::Outcome run(Server &server);
    void edit(int id, const char *title);
    void add(const char *title);
    ChangeSet::StoredRow stored(int id) const
    {
        const client::Row row{json::Value(id), json::Value("old")};
        return {m_changes.keyOf(row), row};
    }

    ChangeSet m_changes{columns};
};

void TestCommit::cleanup()
{
    m_changes.discard();
    m_changes.undoStack().clear();
}

void TestCommit::edit(int id, const char *title)
{
    m_changes.edit(stored(id), 1, {json::Value(title), {}, {}});
}

void TestCommit::add(const char *title)
{
    const RowKey key = m_changes.add();
    m_changes.edit({key, {}}, 1, {json::Value(title), {}, {}});
}

Commit::Outcome TestCommit::run(Server &server)
{
    Commit commit(m_changes, orders, server.send());
    std::optional<Commit::Outcome> outcome;
    connect(&commit, &Commit::finished, this, [&](const Commit::Outcome &how) { outcome = how; });
    commit.start();
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
        QTest::qFail("The commit did not finish.", __FILE__, __LINE__);
    return outcome.value_or(Commit::Outcome());
}

void TestCommit::sendsDeletionsThenChangesThenNewRows()
{
    Server server;
    add("one");
    add("two");
    edit(1, "new");
    edit(2, "new");
    m_changes.remove({stored(3), stored(4)});
    const Commit::Outcome outcome = run(server);
    QCOMPARE(outcome.done, 6);
    QCOMPARE(m_changes.count(), 0);
    const QStringList expected{u"DELETE "_s + path + u"ids=3%2C4 "_s,
                               u"PATCH "_s + path + uR"( [{"id":1,"title":"new"},{"id":2,"title":"new"}])"_s,
                               u"POST "_s + path + uR"( [{"title":"one"},{"title":"two"}])"_s};
    QCOMPARE(server.sent, expected);
}

void TestCommit::singleRowsGoToTheirOwnPath()
{
    Server server;
    add("one");
    edit(1, "new");
    m_changes.remove({stored(3)});
    QCOMPARE(run(server).done, 3);
    const QStringList expected{u"DELETE "_s + path + u"3/ "_s, u"PATCH "_s + path + uR"(1/ {"title":"new"})"_s,
                               u"POST "_s + path + uR"( {"title":"one"})"_s};
    QCOMPARE(server.sent, expected);
}

void TestCommit::rowsAtFaultKeepTheirChange_data()
{
    QTest::addColumn<bool>("tells");
    QTest::newRow("the server names them") << true;
    QTest::newRow("they must be found") << false;
}

void TestCommit::rowsAtFaultKeepTheirChange()
{
    QFETCH(bool, tells);
    Server server;
    server.answer = refuseBad(tells);
    for (int id = 1; id <= 20; ++id)
        edit(id, id == 7 || id == 8 ? "bad" : "good");
    add("good");
    add("bad");
    const Commit::Outcome outcome = run(server);
    QCOMPARE(outcome.done, 19);
    QCOMPARE(outcome.refused, 3);
    QVERIFY(!outcome.stopped);
    QCOMPARE(m_changes.count(), 3);
    for (const RowKey &key : {stored(7).first, stored(8).first, m_changes.addedAt(0)}) {
        const RowChange *change = m_changes.find(key);
        QCOMPARE(change->refusal, u"Some fields are not valid."_s);
        QVERIFY(change->cells.at(1).value == json::Value("bad"));
        QCOMPARE(change->refusals.contains(1), tells);
    }
    edit(7, "good");
    edit(8, "good");
    QCOMPARE(run(server).done, 2);
    QCOMPARE(m_changes.count(), 1);
}

void TestCommit::unreachableServerLeavesAllPending()
{
    Server server;
    m_changes.remove({stored(3)});
    edit(1, "new");
    add("one");
    int answered = 0;
    server.answer = [&](const client::Request &) -> Result<json::Value> {
        if (++answered == 1)
            return json::Value();
        return failure(ErrorCode::Unavailable, u"It is away."_s);
    };
    const Commit::Outcome outcome = run(server);
    QCOMPARE(outcome.done, 1);
    QCOMPARE(outcome.stopped->message, u"It is away."_s);
    QCOMPARE(m_changes.count(), 2);
    QVERIFY(m_changes.find(stored(1).first)->refusal.isEmpty());
    server.answer = [](const client::Request &) { return json::Value(); };
    QCOMPARE(run(server).done, 2);
    QCOMPARE(m_changes.count(), 0);
}

void TestCommit::rowThatIsGoneAlreadyIsDeleted()
{
    Server server;
    server.answer = [](const client::Request &) -> Result<json::Value> {
        return failure(ErrorCode::NotFound, u"There is no such row."_s);
    };
    m_changes.remove({stored(3)});
    edit(1, "new");
    const Commit::Outcome outcome = run(server);
    QCOMPARE(outcome.done, 1);
    QCOMPARE(outcome.refused, 1);
    QVERIFY(m_changes.find(stored(1).first));
}

void TestCommit::unreadableRowsAreNotSent()
{
    Server server;
    m_changes.edit(stored(1), 1, {{}, u"?"_s, u"Type a title."_s});
    QCOMPARE(run(server).done, 0);
    QVERIFY(server.sent.isEmpty());
    QCOMPARE(m_changes.count(), 1);
}

void TestCommit::manyRowsGoTogether()
{
    Server server;
    for (int id = 1; id <= 1000; ++id)
        edit(id, "new");
    QCOMPARE(run(server).done, 1000);
    QCOMPARE(server.sent.size(), 1);
}

void TestCommit::compositeKeysAndCommasAreToldApart()
{
    using client::deleteRows;
    const client::KeyValues plain{json::Value("a")};
    const client::KeyValues comma{json::Value("a,b")};
    const client::KeyValues composite{json::Value("a,b"), json::Value(1)};
    QVERIFY(client::canDeleteTogether({plain, plain}));
    QVERIFY(!client::canDeleteTogether({plain, comma}));
    QVERIFY(client::canDeleteTogether({composite, composite}));
    QCOMPARE(deleteRows(orders, {comma}).path, path + u"a%2Cb/"_s);
    QCOMPARE(deleteRows(orders, {composite}).path, path + u"a%252Cb%2C1/"_s);
    const QString ids = deleteRows(orders, {composite, composite}).query.queryItemValue(u"ids"_s, QUrl::FullyEncoded);
    QCOMPARE(ids, u"a%252Cb%2C1%2Ca%252Cb%2C1"_s);
    client::Request request = client::Request::post(u"/x/"_s, json::Value("it's"));
    QCOMPARE(client::curlCommand(QUrl(u"http://localhost:1"_s), request),
             u"curl -X POST 'http://localhost:1/x/' -H \"Authorization: Bearer $TOKEN\" "
             "-H 'Content-Type: application/json' --data-raw '\"it'\\''s\"'"_s);
}

QTEST_GUILESS_MAIN(TestCommit)
#include "tst_commit.moc"
