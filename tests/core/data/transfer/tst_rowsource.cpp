// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/rowsource.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::FileRow;
using data::RowSource;
using data::TransferFormat;

class TestRowSource : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_table = m_tables.add("books", R"json({
        "fields": [{"name": "id", "type": "integer"},
                   {"name": "title", "type": "string", "constraints": {"required": true, "maxLength": 5}},
                   {"name": "price", "type": "number", "default": 2},
                   {"name": "meta", "type": "any"}],
        "primaryKey": "id"})json");
    const Clock m_clock{[] { return Micros{0}; }};
    const data::RowParser m_parser{*m_table, m_clock};

    static QString shown(const std::optional<sql::Value> &value)
    {
        if (!value)
            return u"-"_s;
        if (value->isNull())
            return u"null"_s;
        if (const auto *text = std::get_if<std::string>(&value->data()))
            return u'<' + QString::fromStdString(*text) + u'>';
        return QString::number(std::get<std::int64_t>(value->data()));
    }

    static QString shown(const std::vector<FieldError> &problems)
    {
        QStringList out;
        for (const FieldError &problem : problems)
            out += problem.path + u": "_s + problem.message.section(u' ', 0, 2);
        return out.join(u", "_s);
    }

    /// Rows as line:values, given and complete, then what is missing and wrong.
    QString readAll(TransferFormat format, std::string_view text) const
    {
        const auto source = RowSource::open(format, text, *m_table, m_parser);
        if (!source)
            return u"! "_s + shown(source.error().fields);
        QStringList out;
        FileRow row;
        while (true) {
            const Result<bool> more = (*source)->next(row);
            if (!more)
                out += u"%1! %2"_s.arg((*source)->place().line).arg(more.error().message.section(u' ', 0, 2));
            if (!more || !*more)
                return out.join(u'\n');
            QString line = QString::number(row.row.place.line) + u':';
            for (const auto &value : row.row.given)
                line += shown(value);
            line += u'|';
            for (const auto &value : row.row.complete)
                line += shown(value);
            out += line + u'|' + shown(row.missing) + u'|' + shown(row.problems);
        }
    }

private slots:
    void readsCsv_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const QByteArray &text, const QString &rows) {
            QTest::newRow(name) << text << rows;
        };
        row("no row", "id,title\n", {});
        row("every column", "id,title,price,meta\n1,a,1.50,2\n", u"2:1<a><1.5><2>|1<a><1.5><2>||"_s);
        row("defaults", "title\na\n", u"2:-<a>--|-<a><2>null||"_s);
        row("key that is made", "id,title\n,a\n", u"2:-<a>--|-<a><2>null||"_s);
        row("nothing is null", "title,price\na,\n", u"2:-<a>null-|-<a>nullnull||"_s);
        row("quoted nothing is a text", "title\n\"\"\n", u"2:-<>--|-<><2>null||"_s);
        row("null of a document", "title,meta\na,null\n", u"2:-<a>-null|-<a><2>null||"_s);
        row("what answers add", "title,_depth\na,1\n", u"2:-<a>--|-<a><2>null||"_s);
        row("missing", "id\n1\n", u"2:1---|1null<2>null|title: This field is|"_s);
        row("wrong type", "id,title\nx,a\n", u"2:-<a>--|-<a><2>null||id: Expected an integer"_s);
        row("null where none may be", "id,title\n1,\n",
            u"2:1---|1null<2>null|title: This field is|title: This field must"_s);
        row("constraint", "title\nabcdef\n", u"2:----|-null<2>null|title: This field is|title: Must have at"_s);
        row("too few fields", "id,title\n1\n", u"2:----|||: The line has"_s);
        row("too many fields", "id,title\n1,a,b\n", u"2:----|||: The line has"_s);
        row("invalid UTF-8", "title\n\xC0\x80\n", u"2:----|-null<2>null|title: This field is|title: This is no"_s);
        row("malformed", "id,title\n1,a\n2,\"b\n", u"2:1<a>--|1<a><2>null||\n3! The quote that"_s);
        row("unknown column", "id,titel\n1,a\n", u"! titel: There is no"_s);
        row("column twice", "id,id\n1,2\n", u"! id: The column is"_s);
    }
    void readsCsv()
    {
        QFETCH(QByteArray, text);
        QTEST(readAll(TransferFormat::Csv, {text.constData(), std::size_t(text.size())}), "rows");
    }

    void readsJson()
    {
        QCOMPARE(readAll(TransferFormat::Json, "[]"), QString());
        QCOMPARE(readAll(TransferFormat::Json, "[{\"id\": 1, \"title\": \"a\", \"price\": null},\n{\"title\": \"b\"}]"),
                 u"1:1<a>null-|1<a>nullnull||\n2:-<b>--|-<b><2>null||"_s);
        QCOMPARE(readAll(TransferFormat::Json, "[{\"titel\": 1}]"),
                 u"1:----|-null<2>null|title: This field is|titel: There is no"_s);
        QCOMPARE(readAll(TransferFormat::Json, "[5]"),
                 u"1:----|-null<2>null|title: This field is|: Expected an object"_s);
        QCOMPARE(readAll(TransferFormat::Json, "[{\"a\"}, {\"title\": \"b\"}]").section(u'\n', 1),
                 u"1:-<b>--|-<b><2>null||"_s);
        QCOMPARE(readAll(TransferFormat::Json, "{}"), u"1! Expected a JSON"_s);
    }
};

QTEST_APPLESS_MAIN(TestRowSource)
#include "tst_rowsource.moc"
