// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "tests/support/guiwatchdog.h"
#include "ui/datatable/cellformat.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestCellFormat : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void showsValues_data();
    void showsValues();
    void longTextIsCut();
    void describesColumns();
};

void TestCellFormat::showsValues_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("toolTip");
    QTest::addColumn<bool>("right");
    const QString none;
    QTest::newRow("null") << u"string"_s << "null"_ba << u"NULL"_s << none << false;
    QTest::newRow("integer") << u"integer"_s << "42"_ba << u"42"_s << none << true;
    QTest::newRow("every digit") << u"number"_s << "0.10000000000000000000001"_ba << u"0.10000000000000000000001"_s
                                 << none << true;
    QTest::newRow("null number") << u"number"_s << "null"_ba << u"NULL"_s << none << true;
    QTest::newRow("boolean") << u"boolean"_s << "true"_ba << u"true"_s << none << false;
    QTest::newRow("winter time") << u"datetime"_s << R"("2026-01-05T09:00:00Z")"_ba << u"2026-01-05 10:00:00"_s
                                 << u"2026-01-05T09:00:00Z (UTC)"_s << false;
    QTest::newRow("summer time, fraction")
        << u"datetime"_s << R"("2026-07-05T09:00:00.250000Z")"_ba << u"2026-07-05 11:00:00.250"_s
        << u"2026-07-05T09:00:00.250000Z (UTC)"_s << false;
    QTest::newRow("date") << u"date"_s << R"("2026-01-05")"_ba << u"2026-01-05"_s << none << false;
    QTest::newRow("lines") << u"string"_s << R"("a\nb")"_ba << u"a\u21b5b"_s << u"a\nb"_s << false;
    QTest::newRow("document") << u"object"_s << R"({"a":[1,2]})"_ba << uR"({"a":[1,2]})"_s
                              << u"{\n  \"a\": [\n    1,\n    2\n  ]\n}"_s << false;
}

void TestCellFormat::showsValues()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    QFETCH(QString, toolTip);
    QFETCH(bool, right);
    const CellFormat format(client::Column{u"c"_s, {}, type, {}, false, false, {}});
    const auto value = json::read({json.constData(), size_t(json.size())});
    QVERIFY(value);
    QCOMPARE(format.text(*value), text);
    QCOMPARE(format.toolTip(*value), toolTip);
    QCOMPARE(format.alignment().testFlag(Qt::AlignRight), right);
}

void TestCellFormat::longTextIsCut()
{
    const CellFormat format(client::Column{u"c"_s, {}, u"string"_s, {}, false, false, {}});
    const QString text = format.text(json::Value(QString(100'000, u'x')));
    QVERIFY(text.size() < 1000);
    QVERIFY(text.endsWith(u'\u2026'));
}

void TestCellFormat::describesColumns()
{
    QCOMPARE(CellFormat::describe({u"id"_s, {}, u"string"_s, u"uuid"_s, true, true, {}}),
             u"string (uuid), primary key"_s);
    QCOMPARE(CellFormat::describe({u"album_id"_s, {}, u"integer"_s, {}, true, false, u"albums.album_id"_s}),
             u"integer, required, references albums.album_id"_s);
}

TENANTRY_GUI_TEST_MAIN(TestCellFormat)
#include "tst_cellformat.moc"
