// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"

#include "core/json/reader.h"
#include "tests/support/testsite.h"

#include <QTest>
#include <QUrlQuery>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *everything = R"json({"name": "everything", "resources": [{"name": "values", "schema": {
    "fields": [
        {"name": "id", "type": "integer"},
        {"name": "text", "type": "string"},
        {"name": "uid", "type": "string", "format": "uuid"},
        {"name": "binary", "type": "string", "format": "binary"},
        {"name": "whole", "type": "integer"},
        {"name": "amount", "type": "number"},
        {"name": "flag", "type": "boolean"},
        {"name": "day", "type": "date"},
        {"name": "moment", "type": "datetime"},
        {"name": "clock", "type": "time"},
        {"name": "era", "type": "year"},
        {"name": "document", "type": "object"},
        {"name": "list", "type": "array"},
        {"name": "any", "type": "any"}],
    "primaryKey": "id"}}]})json";

/// One column and what is written to it; each is a row, in this order.
struct Sample
{
    const char *column;
    std::vector<const char *> values;
};

const std::vector<Sample> samples{
    {"text",
     {R"("")", R"("a")", R"("A")", R"("Z")", R"("b")", R"("ä")", R"("é")", R"("e\u0301")", R"("ß")", R"("\ufb01")",
      R"("\ud83d\ude00")", R"("\uffff")", R"("a b")", R"("a\"b\\c\n\t\u0001\u007f")", R"("10")", R"("9")", R"("{1,2}")",
      R"("null")", R"("</script>")"}},
    {"uid",
     {R"("3F2504E0-4F89-41D3-9A0C-0305E82C3301")", R"("00000000-0000-0000-0000-000000000000")",
      R"("ffffffff-ffff-ffff-ffff-ffffffffffff")"}},
    {"binary", {R"("")", R"("AA==")", R"("aGk=")", R"("/////w==")"}},
    {"whole", {"0", "-1", "10", "9", "9223372036854775807", "-9223372036854775808", "\"12\"", "1e3"}},
    {"amount",
     {"0", "-0", "0.10", "\"1.50\"", "1e20", "-1e20", "1e-20", "10", "9", "9.99", "-0.5", "100.00",
      "123456789012345678901234567890.123", "123456789012345678901234567890.124",
      "99999999999999999999999999999999999999", "0.1e-999", "9e999"}},
    {"flag", {"true", "false", "\"True\""}},
    {"day", {R"("2024-02-29")", R"("0001-01-01")", R"("9999-12-31")", R"("1969-12-31")"}},
    {"moment",
     {R"("2024-02-29T12:00:00Z")", R"("2024-02-29T12:00:00.5Z")", R"("2024-02-29T14:00:00+02:00")",
      R"("2024-02-29T12:00:00.000001Z")", R"("2024-02-29T12:00:00.1234569-05:30")", R"("0001-01-01T00:00:00Z")",
      R"("9999-12-31T23:59:59.999999Z")", R"("1969-12-31T23:59:59.999999Z")", R"("1970-01-01")"}},
    {"clock", {R"("00:00:00")", R"("23:59:59.999999")", R"("12:30")", R"("12:30:00.5")"}},
    {"era", {"1", "2024", "9999"}},
    {"document",
     {"{}", R"({"b":1,"a":{"bb":[1,2.50,-0,1e3],"c":null}})", R"({"z":1,"aa":2,"b":3})",
      R"({"text":"\u00e9\"\\\n\ud83d\ude00\u007f"})", R"({"":""})"}},
    {"list", {"[]", R"([1,"two",null,true,{"a":[]}])", "[1.0,1.00,1e2,1e-2]"}},
    {"any", {R"("text")", "5", "5.50", "true", "[]", "{}", "12345678901234567890.5"}},
};

constexpr std::array queries{
    "",
    "ordering=text",
    "ordering=-text,id",
    "ordering=uid",
    "ordering=-uid",
    "ordering=binary",
    "ordering=-whole",
    "ordering=amount",
    "ordering=-amount",
    "ordering=flag",
    "ordering=-flag,-id",
    "ordering=day",
    "ordering=-moment",
    "ordering=clock",
    "ordering=era",
    "ordering=document",
    "ordering=-list",
    "ordering=any",
    "_sort=amount,id&_order=desc,desc&_start=3&_end=9",
    "text=a",
    "text=",
    "text__ne=a",
    "text__gt=Z",
    "text__between=A,b",
    "text__nbetween=A,b",
    "text__in=a,b,10",
    "text__nin=a,b,10",
    "text__in=a\"b",
    "text=%C3%A9",
    "uid=3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "uid__in=3F2504E0-4F89-41D3-9A0C-0305E82C3301,00000000-0000-0000-0000-000000000000",
    "binary=aGk=",
    "binary__gt=AA==",
    "binary__in=aGk=,AA==",
    "binary__nin=aGk=,AA==",
    "whole__in=9,10,12",
    "whole__gte=9223372036854775807",
    "amount=0.1",
    "amount=0.100",
    "amount=1e20",
    "amount__gt=9",
    "amount__lt=0",
    "amount__in=0,1.5,10.0",
    "amount__nin=0,1.5,10.0",
    "amount__between=0.1,10",
    "amount=123456789012345678901234567890.123",
    "flag=TRUE",
    "flag=0",
    "flag__in=true,false",
    "day__lte=2024-02-29",
    "day__in=2024-02-29",
    "moment=2024-02-29T13:00:00%2B01:00",
    "moment__gt=2024-02-29T12:00:00Z",
    "moment__in=2024-02-29T12:00:00Z,1970-01-01",
    "clock__between=12:30,12:30:00.5",
    "clock__in=12:30,00:00",
    "era__gt=1",
    "document={}",
    "document={\"aa\":2,\"b\":3,\"z\":1}",
    "document__ne={}",
    "document__in={}",
    "list=[]",
    "any=5",
    "any=\"text\"",
    "text__null=true&amount__null=true&whole__null=true",
    "amount__nnull=true",
    "amount__isnull=false&_count=true",
    "fields=amount&amount__nnull=true&page_size=2&page=3",
};

/// One engine's rows.
class Instance
{
public:
    explicit Instance(const QString &engine)
        : m_site(engine)
        , m_access(m_catalogues, m_evaluator, m_site.clock())
    {
        m_site.define(m_site.site(), u"answers"_s, everything);
        for (const Sample &sample : samples) {
            for (const char *value : sample.values)
                m_created += create("{\"" + QByteArray(sample.column) + "\":" + value + '}');
        }
    }

    const QByteArray &created() const { return m_created; }

    QByteArray create(const QByteArray &body) const
    {
        auto row = m_writes.create(caller(), test::expectValue(json::read(body.toStdString()))).wait();
        return row ? row->rows : row.error().message.toUtf8();
    }

    QByteArray list(const QString &query) const
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        const auto page = m_reads.list(caller(), {items.begin(), items.end()});
        return page ? page->rows + " of " + QByteArray::number(qlonglong(page->total))
                    : "refused: " + page.error().message.toUtf8() + page.error().cause.toUtf8();
    }

private:
    data::RowCaller caller() const
    {
        return {m_site.site(), test::TestSite::administrator(m_site.site()), u"answers"_s, u"values"_s};
    }

    test::TestSite m_site;
    const data::CatalogueStore m_catalogues{};
    const access::SignedInEvaluator m_evaluator{};
    const data::RowAccess m_access;
    const data::RowReads m_reads{m_access};
    const data::RowWrites m_writes{m_access};
    QByteArray m_created;
};

} // namespace

/// The same rows and the same questions on both engines give the same bytes.
class TestSameAnswers : public QObject
{
    Q_OBJECT

    std::unique_ptr<Instance> m_sqlite;
    std::unique_ptr<Instance> m_postgres;

private slots:
    void initTestCase()
    {
        m_sqlite = std::make_unique<Instance>(u"sqlite"_s);
        m_postgres = std::make_unique<Instance>(u"postgres"_s);
    }

    void createdRows()
    {
        QCOMPARE(m_postgres->created(), m_sqlite->created());
        // A few by eye, so that both are not wrong together.
        const QByteArray &rows = m_sqlite->created();
        for (const char *part :
             {R"("amount":0,)", R"("amount":0.1,)", R"("amount":1.5,)", R"("amount":100000000000000000000,)",
              R"("amount":0.00000000000000000001,)", R"("amount":123456789012345678901234567890.123,)",
              R"("moment":"2024-02-29T12:00:00Z")", R"("moment":"2024-02-29T12:00:00.500000Z")",
              R"("moment":"2024-02-29T17:30:00.123456Z")", R"("moment":"1970-01-01T00:00:00Z")",
              R"("clock":"12:30:00")", R"("clock":"12:30:00.500000")",
              R"("uid":"3f2504e0-4f89-41d3-9a0c-0305e82c3301")", R"("binary":"aGk=")",
              R"("document":{"b": 3, "z": 1, "aa": 2})", R"("list":[1.0, 1.00, 100, 0.01])"})
            QVERIFY2(rows.contains(part), part);
        QVERIFY(!rows.contains("Something went wrong"));
    }

    void lists_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : queries)
            QTest::newRow(query) << QString::fromLatin1(query);
    }
    void lists()
    {
        QFETCH(QString, query);
        const QByteArray answer = m_sqlite->list(query);
        QVERIFY2(!answer.startsWith("refused"), answer.constData());
        QCOMPARE(m_postgres->list(query), answer);
    }
};

QTEST_GUILESS_MAIN(TestSameAnswers)
#include "tst_sameanswers.moc"
