// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "server/routing/answers.h"
#include "server/routing/errorwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;

namespace {

json::Value parsed(const QByteArray &text)
{
    const Result<json::Value> value = json::read({text.data(), std::size_t(text.size())});
    if (!value)
        qFatal("no JSON: %s", text.constData());
    return *value;
}

Call callWith(const QByteArray &query)
{
    Call call;
    call.request.host = "api.example:8000";
    call.request.path = "/sites/a%20b/things/";
    call.query = Query::parse(query);
    return call;
}

QByteArray headerOf(const http::Response &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void readsPages_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("size");
        QTest::newRow("nothing") << QByteArray() << 1 << 20;
        QTest::newRow("both") << QByteArray("page=3&page_size=50") << 3 << 50;
        QTest::newRow("too large is cut") << QByteArray("page_size=1000") << 1 << 100;
        QTest::newRow("zero") << QByteArray("page=0") << 0 << 0;
        QTest::newRow("negative") << QByteArray("page=-1") << 0 << 0;
        QTest::newRow("no number") << QByteArray("page=x") << 0 << 0;
        QTest::newRow("empty size") << QByteArray("page_size=0") << 0 << 0;
        QTest::newRow("overflow") << QByteArray("page=9223372036854775807") << 0 << 0;
    }

    void readsPages()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, page);
        QFETCH(int, size);
        const Result<PageRequest> request = PageRequest::from(Query::parse(query));
        QCOMPARE(request.has_value(), page > 0);
        if (request)
            QCOMPARE(std::pair(int(request->page), int(request->size)), std::pair(page, size));
        else
            QCOMPARE(request.error().code, ErrorCode::Validation);
    }

    void linksToNeighbours()
    {
        const auto list = bareList(callWith("search=a%26b&page=2"), {1, 2}, 6, PageRequest{2, 2});
        QVERIFY(list);
        const json::Value body = parsed(list->body);
        QCOMPARE(body["count"].integer(), 6);
        QCOMPARE(body["next"].text(), u"http://api.example:8000/sites/a%20b/things/?search=a%26b&page=3"_s);
        QCOMPARE(body["previous"].text(), u"http://api.example:8000/sites/a%20b/things/?search=a%26b&page=1"_s);
        QCOMPARE(body["results"].array().size(), 2);
    }

    void bareListsEnd()
    {
        QVERIFY(parsed(bareList(callWith(""), {}, 0, PageRequest{})->body)["next"].isNull());
        QVERIFY(parsed(bareList(callWith(""), {1}, 20, PageRequest{1, 20})->body)["next"].isNull());
        const auto beyond = bareList(callWith(""), {}, 20, PageRequest{2, 20});
        QCOMPARE(beyond.error().code, ErrorCode::NotFound);
    }

    void envelopedListsCount()
    {
        const json::Value body = parsed(envelopeList({1, 2}, 5, PageRequest{2, 2}, u"ok"_s).body);
        QCOMPARE(body, parsed(R"({"status":"success","message":"ok","data":[1,2],"total":5,"pagination":{"offset":2,
            "limit":2,"count":2,"current_page":2,"total_pages":3,"has_next":true,"has_previous":true}})"));
        const json::Value none = parsed(envelopeList({}, 0, PageRequest{}, u"ok"_s).body);
        QCOMPARE(none["pagination"]["total_pages"].integer(), 0);
        QVERIFY(!none["pagination"]["has_next"].boolean(true));
    }

    void errorsNameFields()
    {
        const Error error = Error::invalid({{u"email"_s, u"one"_s}, {u"a.0"_s, u"two"_s}, {u"email"_s, u"three"_s}});
        const http::Response response = errorResponse(error, Shape::Bare, "id-1");
        QCOMPARE(response.status, 400);
        QCOMPARE(parsed(response.body), parsed(R"({"status":"error","code":"VALIDATION_ERROR",
            "message":"Some fields are not acceptable.","errors":{"email":["one","three"],"a.0":["two"]},"data":null,
            "correlation_id":"id-1"})"));
    }

    void faultsSayNothing()
    {
        const Error error = Error::internal(u"no such table: secret"_s).withDetail(u"secret"_s);
        for (const Shape shape : {Shape::Bare, Shape::Headless}) {
            const http::Response response = errorResponse(error, shape, "id-2");
            QCOMPARE(response.status, 500);
            QVERIFY(!response.body.contains("secret"));
            QVERIFY(response.body.contains("id-2"));
        }
    }

    void refusalsSayWhenToComeBack()
    {
        Error limited = Error::make(ErrorCode::RateLimited, u"slow down"_s);
        limited.data = R"({"retry_after":17})";
        const http::Response response = errorResponse(limited, Shape::Envelope, "id");
        QCOMPARE(headerOf(response, "Retry-After"), QByteArray("17"));
        QCOMPARE(parsed(response.body)["data"]["retry_after"].integer(), 17);
        QVERIFY(
            !headerOf(errorResponse(Error::make(ErrorCode::Unavailable, u"busy"_s), Shape::Bare, "id"), "Retry-After")
                 .isEmpty());
        QVERIFY(!headerOf(errorResponse(Error::make(ErrorCode::Unauthorized, u"who"_s), Shape::Bare, "id"),
                          "WWW-Authenticate")
                     .isEmpty());
    }

    void headlessErrorsHaveTheirOwnShape()
    {
        const json::Value wrong = parsed(errorResponse(Error::field(u"email"_s, u"no"_s), Shape::Headless, "id").body);
        QCOMPARE(wrong["status"].integer(), 400);
        QCOMPARE(wrong["errors"].at(0)["param"].text(), u"email"_s);
        const json::Value out =
            parsed(errorResponse(Error::make(ErrorCode::Unauthorized, u"who"_s), Shape::Headless, "id").body);
        QCOMPARE(out["meta"]["is_authenticated"].boolean(true), false);
        QCOMPARE(out["data"]["flows"].array().size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestAnswers)
#include "tst_answers.moc"
