// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/csvreader.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// Records in order, fields in brackets, quoted ones in angles; what is malformed as its message.
QString readAll(const QByteArray &text, const data::CsvReader::Limits &limits = {})
{
    data::CsvReader reader(viewOf(text), limits);
    QStringList out;
    while (true) {
        const Result<bool> more = reader.next();
        if (!more)
            out += u"%1: %2"_s.arg(reader.line()).arg(more.error().message.section(u' ', 0, 3));
        if (!more || !*more)
            return out.join(u'|');
        QString record = QString::number(reader.line()) + u':';
        for (const auto &[field, quoted] : reader.fields())
            record += (quoted ? u"<%1>"_s : u"[%1]"_s).arg(QString::fromUtf8(field.data(), qsizetype(field.size())));
        out += record.replace(u'\r', u'R').replace(u'\n', u'N');
    }
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("records");
        const auto row = [](const char *name, const QByteArray &text, const QString &records) {
            QTest::newRow(name) << text << records;
        };
        row("nothing", "", {});
        row("one field", "a", u"1:[a]"_s);
        row("a record", "a,b\n", u"1:[a][b]"_s);
        row("records", "a,b\nc,d\n", u"1:[a][b]|2:[c][d]"_s);
        row("carriage returns", "a\r\nb\r\n", u"1:[a]|2:[b]"_s);
        row("no end of line", "a\nb", u"1:[a]|2:[b]"_s);
        row("empty fields", ",\n,x,\n", u"1:[][]|2:[][x][]"_s);
        row("blank lines", "a\n\n\r\nb\n\n", u"1:[a]|4:[b]"_s);
        row("quoted", "\"a\",b\n", u"1:<a>[b]"_s);
        row("quoted and empty", "\"\",\n", u"1:<>[]"_s);
        row("comma in quotes", "\"a,b\"\n", u"1:<a,b>"_s);
        row("lines in quotes", "\"a\r\nb\n\",c\nd\n", u"1:<aRNbN>[c]|4:[d]"_s);
        row("quotes in quotes", "\"say \"\"hi\"\"\",\"\"\"\"\n", u"1:<say \"hi\"><\">"_s);
        row("quoted at the end", "a,\"b\"", u"1:[a]<b>"_s);
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a\n",
            u"1:[a]"_s);
        row("spaces stay", " a , b\n", u"1:[ a ][ b]"_s);
        row("utf-8", "\xC3\xA4\n", u"1:[\u00E4]"_s);

        row("quote that stays open", "a\n\"b\nc", u"1:[a]|2: The quote that is"_s);
        row("quote within a field", "a\nb\"c\n", u"1:[a]|2: A quote stands within"_s);
        row("text behind a quote", "\"a\"b\n", u"1: Something stands behind a"_s);
        row("lone carriage return", "a\rb\n", u"1: A carriage return stands"_s);
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QTEST(readAll(text), "records");
    }

    void boundsRecords()
    {
        const data::CsvReader::Limits limits{.record = 8, .fields = 3};
        QCOMPARE(readAll("12345678\n1234\n", limits), u"1:[12345678]|2:[1234]"_s);
        QCOMPARE(readAll("123456789\n", limits), u"1: This line is longer"_s);
        QCOMPARE(readAll("\"12345678\"\n", limits), u"1: This line is longer"_s);
        QCOMPARE(readAll("1,2,3\n", limits), u"1:[1][2][3]"_s);
        QCOMPARE(readAll("1,2,3,4\n", limits), u"1: There are more than"_s);
    }

    void tellsHowFarItIs()
    {
        data::CsvReader reader("a\nbc\n");
        QVERIFY(*reader.next());
        QCOMPARE(reader.position(), std::size_t(2));
        QVERIFY(*reader.next());
        QVERIFY(!*reader.next());
        QCOMPARE(reader.position(), std::size_t(5));
    }
};

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
