// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/arrayreader.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// Elements in order, behind their lines; what is malformed as its message.
QString readAll(const QByteArray &text, std::size_t longest = data::ArrayReader::maxElement)
{
    data::ArrayReader reader(viewOf(text), longest);
    QStringList out;
    while (true) {
        const Result<bool> more = reader.next();
        if (!more)
            out += u"%1! %2"_s.arg(reader.line()).arg(more.error().message.section(u' ', 0, 2));
        if (!more || !*more)
            return out.join(u'|');
        const std::string_view element = reader.element();
        out += u"%1:%2"_s.arg(reader.line()).arg(QString::fromUtf8(element.data(), qsizetype(element.size())));
    }
}

/// Texts with ' for quotes and / for backslashes, so that moc reads them.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"').replace('/', '\\');
}

} // namespace

class TestArrayReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("elements");
        const auto row = [](const char *name, const QByteArray &text, const QString &elements) {
            QTest::newRow(name) << text << elements;
        };
        row("empty", "[]", {});
        row("empty with spaces", " [ \n] \n", {});
        row("objects", json("[{'a': 1}, {'b': 2}]"), u"1:{'a': 1}|1:{'b': 2}"_s);
        row("lines", json("[\n{'a':\n1},\n\n{}\n]\n"), u"2:{'a':\n1}|5:{}"_s);
        row("nested", json("[{'a': [1, {'b': []}]}, []]"), u"1:{'a': [1, {'b': []}]}|1:[]"_s);
        row("brackets in texts", json("[{'a': ']}'}, '[{']"), u"1:{'a': ']}'}|1:'[{'"_s);
        row("quotes in texts", json("['/']', '//', 1]"), u"1:'/']'|1:'//'|1:1"_s);
        row("scalars", json("[1, null ,'a']"), u"1:1|1:null|1:'a'"_s);
        row("byte order mark", "\xEF\xBB\xBF[1]", u"1:1"_s);

        row("nothing", "", u"1! Expected a JSON"_s);
        row("an object", json("{'a': 1}"), u"1! Expected a JSON"_s);
        row("not closed", "[1,\n{}", u"1:1|2:{}|2! Expected a comma,"_s);
        row("element not closed", json("[1, {'a': 2"), u"1:1|1! The array is"_s);
        row("text not closed", json("['a]"), u"1! The array is"_s);
        row("no comma", "[1 2]", u"1:1|1! Expected a comma,"_s);
        row("two commas", "[1,,2]", u"1:1|1! Expected an element"_s);
        row("comma at the end", "[1,]", u"1:1|1! Expected an element"_s);
        row("more behind", "[1]\n[2]", u"1:1|2! Something stands behind"_s);
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, elements);
        QCOMPARE(readAll(text).replace(u'"', u'\'').replace(u'\\', u'/'), elements);
    }

    void boundsElements()
    {
        QCOMPARE(readAll("[[12],[3]]", 4), u"1:[12]|1:[3]"_s);
        QCOMPARE(readAll("[[123],[3]]", 4), u"1! This element is"_s);
    }

    void findsTheEndOfValues()
    {
        using data::endOfJsonValue;
        QCOMPARE(endOfJsonValue("12,", 0).value_or(0), std::size_t(2));
        QCOMPARE(endOfJsonValue("x[1]b", 1).value_or(0), std::size_t(4));
        QVERIFY(!endOfJsonValue("12", 0));
        QVERIFY(!endOfJsonValue("[1", 0));
        QVERIFY(!endOfJsonValue("", 0));
        QVERIFY(!endOfJsonValue("a", 5));
    }
};

QTEST_APPLESS_MAIN(TestArrayReader)
#include "tst_arrayreader.moc"
