// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filterparser.h"

#include "tests/support/testtables.h"

#include <QTest>
#include <QUrlQuery>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::Operator;

namespace {

data::Parameters parametersOf(const QString &query)
{
    const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
    return {items.begin(), items.end()};
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_table = m_tables.add("books", R"({
        "fields": [
            {"name": "id", "type": "integer"}, {"name": "title", "type": "string"},
            {"name": "price", "type": "number"}, {"name": "lent", "type": "boolean"},
            {"name": "due_on", "type": "date"}, {"name": "meta", "type": "object"},
            {"name": "cover", "type": "string", "format": "binary"},
            {"name": "page_lte", "type": "integer"}, {"name": "limit", "type": "integer"}],
        "primaryKey": "id"})");

    Result<data::RowQuery> parse(const QString &query) const
    {
        return data::FilterParser(*m_table).parse(parametersOf(query));
    }

private slots:
    void readsConditions_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("op");
        QTest::addColumn<int>("operands");
        QTest::addColumn<bool>("negated");
        const auto row = [](const char *query, const char *column, Operator op, int operands, bool negated = false) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(column) << int(op) << operands
                                 << negated;
        };
        row("title=sea", "title", Operator::Equal, 1);
        row("title=", "title", Operator::Equal, 1);
        row("title=a,b", "title", Operator::Equal, 1);
        row("title__eq=sea", "title", Operator::Equal, 1);
        row("title__ne=sea", "title", Operator::NotEqual, 1);
        row("price__lt=0.10", "price", Operator::Less, 1);
        row("price__lte=1", "price", Operator::LessOrEqual, 1);
        row("price__gt=1", "price", Operator::Greater, 1);
        row("price__gte=1", "price", Operator::GreaterOrEqual, 1);
        row("price_gte=1", "price", Operator::GreaterOrEqual, 1);
        row("page_lte=1", "page_lte", Operator::Equal, 1);
        row("id__in=1,2,3", "id", Operator::In, 3);
        row("id__nin=1,2", "id", Operator::In, 2, true);
        row("due_on__between=2024-01-01,2024-02-01", "due_on", Operator::Between, 2);
        row("due_on__nbetween=2024-01-01,2024-02-01", "due_on", Operator::Between, 2, true);
        row("due_on__null=true", "due_on", Operator::IsNull, 0);
        row("due_on__null=FALSE", "due_on", Operator::IsNull, 0, true);
        row("due_on__nnull=1", "due_on", Operator::IsNull, 0, true);
        row("due_on__nnull=0", "due_on", Operator::IsNull, 0);
        row("due_on__isnull=true", "due_on", Operator::IsNull, 0);
        row("lent=True", "lent", Operator::Equal, 1);
        row("meta={\"a\":1}", "meta", Operator::Equal, 1);
        row("limit=3", "limit", Operator::Equal, 1);
        row("title__ina=a,B", "title", Operator::InIgnoringCase, 2);
        row("title__nina=a", "title", Operator::InIgnoringCase, 1, true);
        row("title__contains=sea", "title", Operator::LikeIgnoringCase, 1);
        row("title__ncontainss=sea", "title", Operator::Like, 1, true);
        row("price__startswith=1", "price", Operator::LikeIgnoringCase, 1);
        row("title__like=s%25", "title", Operator::Like, 1);
    }
    void readsConditions()
    {
        QFETCH(QString, query);
        QFETCH(QString, column);
        QFETCH(int, op);
        QFETCH(int, operands);
        QFETCH(bool, negated);
        const auto result = parse(query);
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QCOMPARE(result->conditions.size(), std::size_t(1));
        const data::Condition &condition = result->conditions.front();
        QCOMPARE(QString::fromStdString(m_table->columns[condition.column].name), column);
        QCOMPARE(int(condition.op), op);
        QCOMPARE(int(condition.operands.size()), operands);
        QCOMPARE(condition.negated, negated);
    }

    void makesPatterns_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("pattern");
        const auto row = [](const char *query, const char *pattern) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(pattern);
        };
        row("title__contains=sea", "%SEA%");
        row("title__containss=Sea", "%Sea%");
        row("title__startswiths=Sea", "Sea%");
        row("title__endswiths=Sea", "%Sea");
        row("title__containss=50%25_\\", "%50\\%\\_\\\\%");
        row("title__contains=straße", "%STRASSE%");
        row("title__like=S%25\\%25", "S%\\%");
        row("title__ilike=s_a", "S_A");
        row("title__contains=", "%%");
        row("title__contains=a,b", "%A,B%");
    }
    void makesPatterns()
    {
        QFETCH(QString, query);
        QFETCH(QString, pattern);
        const auto result = parse(query);
        QVERIFY(result);
        QCOMPARE(QString::fromStdString(std::get<std::string>(result->conditions.front().operands.front().data())),
                 pattern);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *query, const char *parameter, const char *says) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(parameter)
                                 << QString::fromLatin1(says);
        };
        row("titel=sea", "titel", "Did you mean 'title'?");
        row("titel__gt=sea", "titel__gt", "Did you mean 'title'?");
        row("something=else", "something", "There is no column 'something'.");
        row("title__contain=sea", "title__contain", "Did you mean 'contains'?");
        row("title__sounds_like=sea", "title__sounds_like", "There is no operator 'sounds_like'");
        row("title__like=sea\\", "title__like", "backslash");
        row("title__contains=%00", "title__contains", "U+0000");
        row("cover__contains=AA", "cover__contains", "no text");
        row("filters={\"titel\":1}", "filters.titel", "Did you mean 'title'?");
        row("filters={\"id\":\"x\"}", "filters.id", "integer");
        row("filters={\"id__in\":[1,null]}", "filters.id__in", "null=true");
        row("meta__gt={}", "meta__gt", "have no order");
        row("id=x", "id", "integer");
        row("id=", "id", "integer");
        row("id__in=1,x", "id__in", "integer");
        row("title=%00", "title", "U+0000");
        row("lent=maybe", "lent", "true or false");
        row("due_on__null=maybe", "due_on__null", "true or false");
        row("price__between=1", "price__between", "two values");
        row("price__between=1,2,3", "price__between", "two values");
        row("ordering=titel", "ordering", "Did you mean 'title'?");
        row("_sort=titel", "_sort", "Did you mean 'title'?");
        row("_sort=title&_order=up", "_order", "asc or desc");
        row("fields=id,titel", "fields", "Did you mean 'title'?");
        row("page=0", "page", "at least 1");
        row("page_size=-1", "page_size", "at least 1");
        row("page_size=ten", "page_size", "at least 1");
        row("_start=2&_end=2", "_end", "greater than _start");
        row("offset=-1", "offset", "at least 0");
        row("_count=perhaps", "_count", "true or false");
        row("populate=author", "populate", "no relation");
        row("populate=title", "populate", "refers to no other table");
        row("_aggregate=count", "_aggregate", "not available");
    }
    void refuses()
    {
        QFETCH(QString, query);
        QFETCH(QString, parameter);
        QFETCH(QString, says);
        const auto result = parse(query);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Validation);
        QCOMPARE(result.error().fields.front().path, parameter);
        QVERIFY2(result.error().fields.front().message.contains(says),
                 qPrintable(result.error().fields.front().message));
    }

    void namesEveryProblem()
    {
        const auto result = parse(u"titel=a&id=x&page=0&ordering=nothing"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().fields.size(), std::size_t(4));
        QCOMPARE(parse(u"page=0&page_size=many"_s).error().fields.size(), std::size_t(2));
        QCOMPARE(parse(u"_start=-1&_end=x"_s).error().fields.size(), std::size_t(2));
        QCOMPARE(parse(u"_start=5&_end=5"_s).error().fields.size(), std::size_t(1));
    }

    void limitsTheNumberOfConditions()
    {
        QStringList conditions;
        for (int i = 0; i < 100; ++i)
            conditions.append(u"id__ne=%1"_s.arg(i));
        QCOMPARE(parse(conditions.join(u'&'))->conditions.size(), std::size_t(100));
        QVERIFY(parse(conditions.join(u'&') + u"&page=1&ordering=id"_s)); // what is no condition does not count
        conditions.append(u"id__gt=1"_s);
        const auto tooMany = parse(conditions.join(u'&'));
        QVERIFY(!tooMany);
        QCOMPARE(tooMany.error().fields.front().path, u"id__gt"_s);
    }

    void ordersOnceByEachColumn() { QCOMPARE(parse(u"ordering=id,-id,title,id"_s)->ordering.size(), std::size_t(2)); }

    void ignoresWhatClientsAlwaysSend()
    {
        const auto result = parse(u"format=flat&depth=1&include=x&relationship_type=a&graph_types=b&search=sea"_s);
        QVERIFY(result);
        QVERIFY(result->conditions.empty());
    }

    void keepsBothConditionsOfOneKey()
    {
        QCOMPARE(parse(u"price__gt=1&price__gt=2"_s)->conditions.size(), std::size_t(2));
    }

    void readsOrderings()
    {
        const auto first = parse(u"ordering=-due_on,title&_sort=id"_s);
        QCOMPARE(first->ordering.size(), std::size_t(2));
        QCOMPARE(first->ordering[0].direction, data::Direction::Descending);
        QCOMPARE(first->ordering[0].column, *m_table->columnIndex("due_on"));
        QCOMPARE(first->ordering[1].direction, data::Direction::Ascending);

        const auto second = parse(u"_sort=due_on,title&_order=desc"_s);
        QCOMPARE(second->ordering.size(), std::size_t(2));
        QCOMPARE(second->ordering[0].direction, data::Direction::Descending);
        QCOMPARE(second->ordering[1].direction, data::Direction::Ascending);
    }

    void choosesColumns()
    {
        QCOMPARE(parse({})->projection.columns.size(), m_table->columns.size());
        const auto chosen = parse(u"fields=price,title"_s);
        QCOMPARE(chosen->projection.columns, (std::vector<std::size_t>{0, 1, 2}));
    }

    void readsWindows_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<qlonglong>("offset");
        QTest::addColumn<qlonglong>("limit");
        const auto row = [](const char *query, qlonglong offset, qlonglong limit) {
            QTest::newRow(query) << QString::fromLatin1(query) << offset << limit;
        };
        row("", 0, 1000);
        row("page=3", 40, 20);
        row("page_size=1", 0, 1);
        row("page=2&page_size=50", 50, 50);
        row("page_size=5000", 0, 1000);
        row("page=2&page_size=5000", 1000, 1000);
        row("page=9223372036854775807&page_size=1000", std::numeric_limits<qlonglong>::max(), 1000);
        row("_start=10&_end=15", 10, 5);
        row("_start=10", 0, 1000);
        row("_start=0&_end=5000", 0, 1000);
        row("page=1&_start=10&_end=15", 0, 20);
        row("offset=7", 7, 1000);
        row("limit=5", 0, 1000); // a column here
    }
    void readsWindows()
    {
        QFETCH(QString, query);
        QFETCH(qlonglong, offset);
        QFETCH(qlonglong, limit);
        const auto result = parse(query);
        QVERIFY(result);
        QCOMPARE(result->window.offset, offset);
        QCOMPARE(result->window.limit, limit);
    }

    void countsOnlyWhenAsked()
    {
        QCOMPARE(parse({})->wanted, data::Wanted::Rows);
        QCOMPARE(parse(u"_count=true"_s)->wanted, data::Wanted::Total);
        QCOMPARE(parse(u"_count=false"_s)->wanted, data::Wanted::Rows);
    }
};

QTEST_APPLESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
