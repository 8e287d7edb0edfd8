// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/requestvalidator.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;

namespace {

Endpoint declared()
{
    Endpoint endpoint;
    endpoint.method = http::Method::Post;
    endpoint.query = {{.name = "page", .type = FieldType::Integer}, {.name = "order", .oneOf = {"up", "down"}}};
    endpoint.body = Body{.fields = {{.name = "name", .required = true, .maxLength = 5, .minLength = 1},
                                    {.name = "email", .nullable = true, .format = "email"},
                                    {.name = "site", .format = "uri"},
                                    {.name = "kind", .oneOf = {"a", "b"}},
                                    {.name = "count", .type = FieldType::Integer},
                                    {.name = "open", .type = FieldType::Boolean},
                                    {.name = "settings", .type = FieldType::Object}}};
    return endpoint;
}

/// What is wrong with a body, as "field: message" lines, or as "status message" when it is not about fields.
QStringList problems(const Endpoint &endpoint, const QByteArray &body, const QByteArray &query = {},
                     const QByteArray &type = "application/json; charset=utf-8")
{
    Call call;
    call.endpoint = &endpoint;
    call.request.body = body;
    call.request.headers = {{"content-type", type}};
    call.query = Query::parse(query);
    const Result<void> checked = validateRequest(call);
    if (checked)
        return {};
    QStringList lines;
    for (const FieldError &field : checked.error().fields)
        lines.append(field.path);
    if (lines.isEmpty())
        lines.append(QString::number(describe(checked.error().code).status));
    return lines;
}

} // namespace

class TestRequestValidator : public QObject
{
    Q_OBJECT

private slots:
    void checksBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *body, const QStringList &expected) {
            QTest::newRow(body) << QByteArray(body) << expected;
        };
        row(R"({"name":"ada"})", {});
        row(R"({"name":"ada","unknown":1})", {});
        row(R"({"name":"ada","email":null})", {});
        row(R"({"name":"äöüß€"})", {});
        row(R"({})", {u"name"_s});
        row("", {u"name"_s});
        row(R"({"name":null})", {u"name"_s});
        row(R"({"name":7})", {u"name"_s});
        row(R"({"name":""})", {u"name"_s});
        row(R"({"name":"abcdef"})", {u"name"_s});
        row(R"({"name":"a","count":1.5})", {u"count"_s});
        row(R"({"name":"a","count":"1"})", {u"count"_s});
        row(R"({"name":"a","open":"true"})", {u"open"_s});
        row(R"({"name":"a","settings":[]})", {u"settings"_s});
        row(R"({"name":"a","kind":"c"})", {u"kind"_s});
        row(R"({"name":"a","email":"a b@c.de"})", {u"email"_s});
        row(R"({"name":"a","email":"a@localhost"})", {u"email"_s});
        row("{\"name\":\"a\",\"site\":\"ftp://a.b\"}", {u"site"_s});
        row(R"({"name":"a","site":"javascript:alert"})", {u"site"_s});
        row("{\"name\":\"a\",\"site\":\"https://a.b/c\"}", {});
        row(R"({"kind":"c","count":true,"email":"x"})", {u"name"_s, u"email"_s, u"kind"_s, u"count"_s});
        row("[]", {u"400"_s});
        row("{", {u"400"_s});
        row("nonsense", {u"400"_s});
    }

    void wantsDocumentsThatAnswersCanHold()
    {
        const auto nested = [](int levels) {
            return R"({"name":"a","settings":{"deep":)" + QByteArray(levels, '[') + QByteArray(levels, ']') + "}}";
        };
        QCOMPARE(problems(declared(), nested(55)), QStringList());
        QCOMPARE(problems(declared(), nested(56)), QStringList(u"settings"_s));
    }

    void checksBodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, expected);
        QCOMPARE(problems(declared(), body), expected);
    }

    void changesAreWhatTheyName()
    {
        Endpoint endpoint = declared();
        endpoint.method = http::Method::Put;
        QCOMPARE(problems(endpoint, R"({"count":1})"), QStringList());
        QCOMPARE(problems(endpoint, R"({"name":null})"), QStringList(u"name"_s));
    }

    void wantsJson()
    {
        QCOMPARE(problems(declared(), "name=ada", {}, "application/x-www-form-urlencoded"), QStringList(u"415"_s));
        QCOMPARE(problems(declared(), R"({"name":"a"})", {}, "application/json"), QStringList());
        QCOMPARE(problems(declared(), R"({"name":"a"})", {}, ""), QStringList(u"415"_s));
    }

    void passesOpenBodiesOn()
    {
        Endpoint endpoint = declared();
        endpoint.body = Body{.open = true};
        QCOMPARE(problems(endpoint, "[1,2]"), QStringList());
        QCOMPARE(problems(endpoint, ""), QStringList(u"400"_s));
    }

    void checksParameters_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("good") << QByteArray("page=2&order=up&other=1") << QStringList();
        QTest::newRow("no number") << QByteArray("page=x") << QStringList(u"page"_s);
        QTest::newRow("empty number") << QByteArray("page=") << QStringList(u"page"_s);
        QTest::newRow("not listed, too") << QByteArray("page=1.0&order=left") << QStringList({u"page"_s, u"order"_s});
    }

    void checksParameters()
    {
        QFETCH(QByteArray, query);
        QFETCH(QStringList, expected);
        QCOMPARE(problems(declared(), R"({"name":"a"})", query), expected);
    }
};

QTEST_APPLESS_MAIN(TestRequestValidator)
#include "tst_requestvalidator.moc"
