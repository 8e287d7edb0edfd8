// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowparser.h"

#include "core/json/reader.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {
constexpr Micros secondDay = Micros{24} * 60 * 60 * 1000 * 1000; // of 1970
}

class TestRowParser : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_shelves = m_tables.add("shelves", R"({
        "fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"})");
    std::shared_ptr<const data::Table> m_table = m_tables.add("books", R"json({
        "fields": [
            {"name": "id", "type": "string", "format": "uuid"},
            {"name": "title", "type": "string", "constraints": {"required": true, "minLength": 2, "maxLength": 5}},
            {"name": "state", "type": "string", "default": "in", "constraints": {"enum": ["in", "out"]}},
            {"name": "price", "type": "number", "constraints": {"minimum": 0.5, "maximum": 10}},
            {"name": "code", "type": "string", "constraints": {"pattern": "[A-Z]{2}|x"}},
            {"name": "mail", "type": "string", "format": "email"},
            {"name": "link", "type": "string", "format": "uri"},
            {"name": "since", "type": "datetime", "default": "now()"},
            {"name": "bought_on", "type": "date", "default": "current_date"},
            {"name": "shelf_id", "type": "integer"},
            {"name": "copies", "type": "integer", "default": 1, "constraints": {"required": true}}],
        "primaryKey": "id",
        "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves", "fields": "id"}}]
})json");
    const Clock m_clock{[] { return secondDay; }};

    Result<std::vector<data::RowValues>> newRows(const char *body) const
    {
        return data::RowParser(*m_table, m_clock).newRows(test::expectValue(json::read(body)));
    }
    std::string text(const data::RowValues &row, const char *column) const
    {
        return std::get<std::string>(row[*m_table->columnIndex(column)]->data());
    }
    std::int64_t number(const data::RowValues &row, const char *column) const
    {
        return std::get<std::int64_t>(row[*m_table->columnIndex(column)]->data());
    }

private slots:
    void fillsInDefaults()
    {
        const auto rows = newRows(R"({"title": "sea"})");
        QVERIFY(rows);
        const data::RowValues &row = rows->front();
        QCOMPARE(text(row, "id").size(), std::size_t(36));
        QCOMPARE(text(row, "state"), std::string("in"));
        QCOMPARE(text(row, "bought_on"), std::string("1970-01-02"));
        QCOMPARE(number(row, "since"), secondDay);
        QCOMPARE(number(row, "copies"), 1);
        QVERIFY(row[*m_table->columnIndex("price")]->isNull());
    }

    void takesAKeyFromAPopulatedObject()
    {
        const auto rows = newRows(R"({"title": "sea", "shelf_id": {"id": 7, "name": "A"}})");
        QVERIFY(rows);
        QCOMPARE(number(rows->front(), "shelf_id"), 7);
    }

    void dropsAnnotations()
    {
        const auto rows =
            newRows(R"({"title": "sea", "_allowed_actions": ["read"], "_depth": 1, "search_vector": "x"})");
        QVERIFY(rows);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *body, const char *field, const char *says) {
            QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(field) << QString::fromLatin1(says);
        };
        row(R"({})", "title", "required");
        row(R"({"title": null})", "title", "must not be null");
        row(R"({"title": "sea", "copies": null})", "copies", "must not be null");
        row(R"({"title": "sea", "tittle": "x"})", "tittle", "Did you mean 'title'?");
        row(R"({"title": 5})", "title", "Expected text");
        row(R"({"title": "s"})", "title", "at least 2 characters");
        row(R"({"title": "seashe"})", "title", "at most 5 characters");
        row(R"({"title": "sea", "state": "lost"})", "state", "one of in, out");
        row(R"({"title": "sea", "price": 0.49})", "price", "at least 0.5");
        row(R"({"title": "sea", "price": 10.01})", "price", "at most 10");
        row(R"({"title": "sea", "code": "ABC"})", "code", "pattern [A-Z]{2}|x");
        row(R"({"title": "sea", "mail": "nobody"})", "mail", "e-mail");
        row(R"({"title": "sea", "link": "example"})", "link", "URI");
        row(R"([{"title": "sea"}, {"title": "x"}])", "1.title", "at least 2 characters");
        row(R"([{"title": "sea"}, 5])", "1", "Expected an object");
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        QFETCH(QString, says);
        const auto rows = newRows(body.constData());
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::Validation);
        QCOMPARE(rows.error().fields.front().path, field);
        QVERIFY2(rows.error().fields.front().message.contains(says), qPrintable(rows.error().fields.front().message));
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("length in code points") << QByteArray("{\"title\": \"äöüß😀\"}");
        QTest::newRow("limits") << QByteArray(R"({"title": "sea", "price": 0.50})");
        QTest::newRow("pattern") << QByteArray(R"({"title": "sea", "code": "x"})");
        QTest::newRow("mail") << QByteArray(R"({"title": "sea", "mail": "a@example.org"})");
        QTest::newRow("link") << QByteArray(R"({"title": "sea", "link": "urn:isbn:0451450523"})");
    }
    void accepts()
    {
        QFETCH(QByteArray, body);
        const auto rows = newRows(body.constData());
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message));
    }

    void namesEveryProblem()
    {
        const auto rows = newRows(R"([{"title": "x", "state": "lost"}, {"price": "dear"}])");
        QVERIFY(!rows);
        QCOMPARE(rows.error().fields.size(), std::size_t(4));
    }

    void limitsTheNumberOfRows()
    {
        QVERIFY(!newRows("[]"));
        std::string body = "[{\"title\": \"sea\"}";
        for (int i = 1; i < 1000; ++i)
            body += ", {\"title\": \"sea\"}";
        QCOMPARE(newRows((body + "]").c_str())->size(), std::size_t(1000));
        QVERIFY(!newRows((body + ", {\"title\": \"sea\"}]").c_str()));
        QVERIFY(!newRows("5"));
    }

    void changesOnlyWhatIsNamed()
    {
        const data::RowParser parser(*m_table, m_clock);
        const data::RowKey key{{sql::Value("3f2504e0-4f89-41d3-9a0c-0305e82c3301")}};
        const auto change = parser.change(key, test::expectValue(json::read(R"({"price": "1.50"})")));
        QVERIFY(change);
        QCOMPARE(text(change->values, "price"), std::string("1.5"));
        QVERIFY(!change->values[*m_table->columnIndex("title")]);
        const auto same =
            parser.change(key, test::expectValue(json::read(R"({"id": "3F2504E0-4F89-41D3-9A0C-0305E82C3301"})")));
        QVERIFY(same);
        const auto other =
            parser.change(key, test::expectValue(json::read(R"({"id": "00000000-4f89-41d3-9a0c-0305e82c3301"})")));
        QVERIFY(!other);
        QCOMPARE(other.error().fields.front().path, u"id"_s);
    }

    void needsTheKeyOfEveryChange()
    {
        const data::RowParser parser(*m_table, m_clock);
        const auto changes = parser.changes(test::expectValue(json::read(R"([{"price": 1}])")));
        QVERIFY(!changes);
        QCOMPARE(changes.error().fields.front().path, u"0.id"_s);
        const auto single = parser.changes(test::expectValue(json::read(R"({"id": "x"})")));
        QVERIFY(!single);
    }
};

QTEST_APPLESS_MAIN(TestRowParser)
#include "tst_rowparser.moc"
