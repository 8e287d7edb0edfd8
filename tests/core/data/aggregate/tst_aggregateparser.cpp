// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/aggregateparser.h"
#include "core/data/aggregate/expressionparser.h"

#include "tests/support/testdatabase.h"
#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::AggregateFunction;

/// `_aggregate`, `_group_by` and `_having`: what they become, and what is refused where.
class TestAggregateParser : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_loans = m_tables.add("loans", R"({
        "fields": [
            {"name": "id", "type": "integer"}, {"name": "title", "type": "string"}, {"name": "state", "type": "string"},
            {"name": "price", "type": "number"}, {"name": "copies", "type": "integer"},
            {"name": "due_on", "type": "date"}, {"name": "read_at", "type": "datetime"}, {"name": "opens", "type": "time"},
            {"name": "meta", "type": "object"}, {"name": "cover", "type": "string", "format": "binary"},
            {"name": "rare", "type": "boolean"}, {"name": "count", "type": "integer"}],
        "primaryKey": "id"})");

    Result<data::AggregateQuery> parse(const data::Parameters &parameters) const
    {
        return data::AggregateParser(*m_loans).parse(parameters);
    }

    static QStringList names(const data::AggregateQuery &query)
    {
        QStringList list;
        for (const data::Column &column : query.groups->columns)
            list.append(QString::fromStdString(column.name));
        return list;
    }

    QString problem(const QString &parameter, const QString &text) const
    {
        data::Parameters parameters{{parameter, text}};
        if (parameter == u"_having"_s)
            parameters.emplace_back(u"_group_by"_s, u"state"_s);
        const auto query = parse(parameters);
        if (query)
            return u"accepted"_s;
        const FieldError &first = query.error().fields.at(0);
        return first.path == parameter ? first.message : first.path + u" instead of "_s + parameter;
    }

private slots:
    void namesResults_data()
    {
        QTest::addColumn<QString>("aggregate");
        QTest::addColumn<QString>("groupBy");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *aggregate, const char *groupBy, const char *expected) {
            QTest::addRow("%s by %s", aggregate, groupBy)
                << QString::fromLatin1(aggregate) << QString::fromLatin1(groupBy) << QString::fromLatin1(expected);
        };
        row("count(*)", "", "count");
        row("count", "state", "state count");
        row("COUNT( * ),Sum(price)", "", "count sum_price");
        row("count(title),count(distinct title)", "", "count_title count_distinct_title");
        row("sum(price) as value, avg(price) mean", "", "value mean");
        row("sum(price*copies),sum(price+1)", "", "sum_expr sum_expr_2");
        row("sum(price),sum(price)", "price", "price sum_price sum_price_2");
        row("min(due_on)", "date_trunc('month', due_on)", "date_trunc_due_on min_due_on");
        row("count", "date_trunc('month',due_on),date_trunc('year',due_on) as year", "date_trunc_due_on year count");
        row("count", "extract(hour from read_at),lower(title),price*2", "extract_read_at lower_title expr count");
        row("count(*) as n", "coalesce(state,'none'),round(price, 1),upper(lower(title))",
            "coalesce_state round_price upper_expr n");
        row("", "state, rare", "state rare");
        row("string_agg(title),array_agg(id),json_agg(id),stddev(price),variance(price)", "",
            "string_agg_title array_agg_id array_agg_id_2 stddev_price variance_price");
        row("sum(\"count\")", "\"count\"", "count sum_count");
    }
    void namesResults()
    {
        QFETCH(QString, aggregate);
        QFETCH(QString, groupBy);
        QFETCH(QString, expected);
        const auto query = test::expectValue(parse({{u"_aggregate"_s, aggregate}, {u"_group_by"_s, groupBy}}));
        QCOMPARE(names(query).join(u' '), expected);
        QCOMPARE(query.hidden, std::size_t(0));
    }

    void readsPrecedence()
    {
        using Kind = data::Expression::Kind;
        const auto query = test::expectValue(parse({{u"_aggregate"_s, u"sum(-price + copies * (2 - 0.50) / 3)"_s}}));
        const data::Expression &sum = *query.calls.at(0).argument;
        QCOMPARE(sum.kind, Kind::Add);
        QCOMPARE(sum.operands[0].kind, Kind::Negate);
        QCOMPARE(sum.operands[1].kind, Kind::Divide);
        const data::Expression &product = sum.operands[1].operands[0];
        QCOMPARE(product.kind, Kind::Multiply);
        QCOMPARE(product.operands[1].kind, Kind::Subtract);
        QCOMPARE(QString::fromStdString(product.operands[1].operands[1].text), u"0.5"_s);
    }

    void readsHaving()
    {
        const auto query = test::expectValue(
            parse({{u"_aggregate"_s, u"count(*),sum(price) as value"_s},
                   {u"_group_by"_s, u"state"_s},
                   {u"_having"_s,
                    u"count__gte=2,value > 100,sum(price) <= 7.5, avg(price) != 1,state = 'a,b',count(*)<>9"_s}}));
        QCOMPARE(query.having.size(), std::size_t(6));
        QCOMPARE(query.hidden, std::size_t(1));
        QCOMPARE(query.calls.size(), std::size_t(3));
        QCOMPARE(query.calls.back().function, AggregateFunction::Average);
        QCOMPARE(query.having[0].op, data::Operator::GreaterOrEqual);
        QCOMPARE(query.having[0].column, std::size_t(1));
        QCOMPARE(query.having[1].op, data::Operator::Greater);
        QCOMPARE(query.having[1].column, std::size_t(2));
        QCOMPARE(query.having[2].column, std::size_t(2));
        QCOMPARE(query.having[3].column, std::size_t(3));
        QCOMPARE(query.having[3].op, data::Operator::NotEqual);
        QCOMPARE(std::get<std::string>(query.having[4].operands[0].data()), std::string("a,b"));
        QCOMPARE(query.having[5].column, std::size_t(1));
    }

    void choosesRowsAndGroups()
    {
        const auto query = test::expectValue(parse({{u"_aggregate"_s, u"count"_s},
                                                    {u"_group_by"_s, u"state,rare"_s},
                                                    {u"price__gt"_s, u"5"_s},
                                                    {u"populate"_s, u"anything"_s},
                                                    {u"ordering"_s, u"-count"_s},
                                                    {u"page"_s, u"2"_s},
                                                    {u"page_size"_s, u"3"_s}}));
        QCOMPARE(query.conditions.size(), std::size_t(1));
        QCOMPARE(query.ordering.size(), std::size_t(3));
        QCOMPARE(query.ordering[0].column, std::size_t(2));
        QCOMPARE(query.ordering[0].direction, data::Direction::Descending);
        QCOMPARE(query.ordering[1].column, std::size_t(0));
        QCOMPARE(query.ordering[2].column, std::size_t(1));
        QCOMPARE(query.window.offset, std::int64_t(3));
        QCOMPARE(query.window.limit, std::int64_t(3));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *parameter, const QString &text, const char *expected) {
            QTest::addRow("%s=%s", parameter, qPrintable(text.left(60)))
                << QString::fromLatin1(parameter) << text << QString::fromLatin1(expected);
        };
        row("_aggregate", u"sum(prise)"_s, "At character 5: There is no column 'prise'. Did you mean 'price'?");
        row("_aggregate", u"summ(price)"_s,
            "At character 1: There is no aggregate function 'summ'. Did you mean 'sum'?");
        row("_aggregate", u"price"_s, "At character 1: There is no aggregate function 'price'.");
        row("_aggregate", u"1"_s, "At character 1: Expected an aggregate function");
        row("_aggregate", u"count(*),"_s, "At character 10: Expected an aggregate function");
        row("_aggregate", u"count(*),,count"_s, "At character 10: Expected an aggregate function");
        row("_aggregate", u"count(*) sum(price)"_s, "At character 13: Expected a comma");
        row("_aggregate", u"sum(title)"_s, "At character 1: 'sum' says nothing about a string");
        row("_aggregate", u"sum(rare)"_s, "At character 1: 'sum' says nothing about");
        row("_aggregate", u"min(rare)"_s, "At character 1: 'min' says nothing about");
        row("_aggregate", u"array_agg(cover)"_s, "At character 1: 'array_agg' says nothing about");
        row("_aggregate", u"sum(title + 1)"_s, "At character 5: Expected a number to calculate with, not");
        row("_aggregate", u"sum(1 + title)"_s, "At character 9: Expected a number to calculate with, not");
        row("_aggregate", u"sum(-title)"_s, "At character 6: Expected a number to calculate with, not");
        row("_aggregate", u"sum(price"_s, "At character 10: Expected ')'");
        row("_aggregate", u"sum price)"_s, "At character 5: Expected '('");
        row("_aggregate", u"sum(count(*))"_s, "At character 5: An aggregate function cannot stand inside");
        row("_aggregate", u"sum(distinct price)"_s, "At character 5: Only count takes distinct values");
        row("_aggregate", u"sum(pg_sleep(10))"_s, "At character 5: There is no function 'pg_sleep'");
        row("_aggregate", u"sum(lowr(title))"_s, "At character 5: There is no function 'lowr'. Did you mean 'lower'?");
        row("_aggregate", u"count(*) as"_s, "At character 12: Expected a name behind 'as'");
        row("_aggregate", u"count(*) as n, sum(price) as n"_s, "At character 16: Another result is called 'n'");
        row("_aggregate", u"count(*) as "_s + QString(64, u'a'),
            "At character 13: Expected a name of at most 63 bytes");
        row("_aggregate", u"sum(price); DROP TABLE loans"_s, "At character 11: ';' means nothing here");
        row("_aggregate", u"sum('1; DROP TABLE loans)"_s, "At character 5: The quote that begins here has no end");
        row("_aggregate", u"sum(\"price'; DROP TABLE\")"_s, "At character 5: There is no column");
        row("_aggregate", u"count(*)"_s + QString(QChar(0)), "The character U+0000 means nothing here");
        row("_aggregate", QString(5000, u'a'), "Expected at most 4096 characters");
        row("_aggregate", u"sum("_s + QString(2000, u'(') + u"1"_s, "At character 21: Expressions are nested at most");
        row("_aggregate", u"sum("_s + u"1+"_s.repeated(70) + u"1)"_s,
            "At character 125: An expression has at most 60 parts");
        row("_aggregate", u"sum(1*1*1*1*1*1*1*1*1)"_s, "At character 20: An expression multiplies and divides");
        row("_aggregate", u"count,"_s.repeated(51) + u"count"_s, "At character 306: Expected at most 50 functions");
        row("_aggregate", u"sum(1e5000)"_s, "At character 5: This number");
        row("_aggregate", u"sum(round(price, 99))"_s, "At character 18: Expected the number of places");
        row("_aggregate", u"max(coalesce(price, title))"_s,
            "At character 21: Expected a number as before, not a string");
        row("_group_by", u"stat"_s, "At character 1: There is no column 'stat'. Did you mean 'state'?");
        row("_group_by", u"cover"_s, "At character 1: Rows cannot be grouped by");
        row("_group_by", u"sum(price)"_s, "At character 1: Groups are formed by columns");
        row("_group_by", u"lower(price)"_s, "At character 7: Expected text, not a number");
        row("_group_by", u"extract(month from title)"_s, "At character 20: Expected a date or a time, not a string");
        row("_group_by", u"extract(hour from due_on)"_s, "At character 9: A date has no 'hour'");
        row("_group_by", u"extract(month from opens)"_s, "At character 9: A time has no 'month'");
        row("_group_by", u"extract(mnth from due_on)"_s,
            "At character 9: There is no unit of time 'mnth'. Did you mean 'month'?");
        row("_group_by", u"extract(month due_on)"_s, "At character 15: Expected: extract(month from column)");
        row("_group_by", u"date_trunc(month, due_on)"_s, "At character 12: Expected: date_trunc('month', column)");
        row("_group_by", u"date_trunc('epoch', due_on)"_s, "At character 12: A time cannot be cut to 'epoch'");
        row("_group_by", u"date_trunc('hour', opens)"_s, "At character 12: Only a date, or a date and time");
        row("_group_by", u"date_trunc('day', read_at at time zone 'Europe/Berln')"_s,
            "At character 40: There is no time zone 'Europe/Berln'. Did you mean 'Europe/Berlin'?");
        row("_group_by", u"date_trunc('day', read_at at time zone 'UTC+2')"_s,
            "At character 40: There is no time zone");
        row("_group_by", u"date_trunc('day', read_at at time zone '../../etc/passwd')"_s,
            "At character 40: There is no time zone");
        row("_group_by", u"date_trunc('day', due_on at time zone 'UTC')"_s,
            "At character 26: Only a date and time has a time zone");
        row("_group_by", u"state,state as state"_s, "At character 7: Another result is called 'state'");
        row("_having", u"cont__gt=1"_s, "At character 1: There is no result 'cont'. Did you mean 'count'?");
        row("_having", u"count"_s, "At character 1: Expected a comparison");
        row("_having", u"count(*) > 1,"_s, "At character 14: Expected a comparison");
        row("_having", u"count(*) > many"_s, "Expected an integer");
        row("_having", u"count__near=1"_s, "There is no operator 'near'");
        row("_having", u"array_agg(id) = 1"_s, "At character 1: Lists cannot be compared");
        row("_having", u"sum(prise) > 1"_s, "At character 5: There is no column 'prise'");
        row("_having", u"count(*) count > 1"_s, "At character 10: Expected a comparison here");
    }
    void refuses()
    {
        QFETCH(QString, parameter);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const QString message = problem(parameter, text);
        QVERIFY2(message.startsWith(expected), qPrintable(message));
    }

    void wantsGroupsForHaving()
    {
        const auto query = parse({{u"_aggregate"_s, u"count"_s}, {u"_having"_s, u"count > 1"_s}});
        QVERIFY(!query);
        QCOMPARE(query.error().fields.at(0).path, u"_having"_s);
    }

    void answersEveryProblemAtOnce()
    {
        const auto query = parse({{u"_aggregate"_s, u"sum(x)"_s}, {u"_group_by"_s, u"y"_s}, {u"price"_s, u"much"_s}});
        QVERIFY(!query);
        QCOMPARE(query.error().fields.size(), std::size_t(3));
    }
};

QTEST_APPLESS_MAIN(TestAggregateParser)
#include "tst_aggregateparser.moc"
