// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/copyformat.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

copyformat::Cells sample()
{
    return {{{u"id"_s, {}, u"integer"_s, {}, true, true, {}}, {u"note"_s, {}, u"string"_s, {}, false, false, {}}},
            {{json::Value(1), json::Value()},
             {json::Value(2), json::Value("")},
             {json::Value(3), json::Value("a \"b\", c|d\ne")},
             {json::Value(json::Number{"12345678901234567890.10"}), json::Value(json::Array{json::Value(1)})}}};
}

const QUrl server(u"http://localhost:8000"_s);
const client::TableAddress table{u"shop"_s, u"store"_s, u"orders"_s};

} // namespace

class TestCopyFormat : public QObject
{
    Q_OBJECT

private slots:
    void csv();
    void json();
    void markdown();
    void curl();
};

void TestCopyFormat::csv()
{
    QCOMPARE(copyformat::csv(sample()), u"id,note\r\n1,\r\n2,\"\"\r\n3,\"a \"\"b\"\", c|d\ne\"\r\n"
                                        "12345678901234567890.10,[1]\r\n"_s);
}

void TestCopyFormat::json()
{
    QCOMPARE(copyformat::json(sample()),
             u"[\n  {\"id\":1,\"note\":null},\n  {\"id\":2,\"note\":\"\"},\n"
             "  {\"id\":3,\"note\":\"a \\\"b\\\", c|d\\ne\"},\n  {\"id\":12345678901234567890.10,\"note\":[1]}\n]\n"_s);
}

void TestCopyFormat::markdown()
{
    QCOMPARE(copyformat::markdown(sample()), u"| id | note |\n| ---: | --- |\n| 1 | NULL |\n| 2 |  |\n"
                                             "| 3 | a \"b\", c\\|d<br>e |\n| 12345678901234567890.10 | [1] |\n"_s);
}

void TestCopyFormat::curl()
{
    const QString rows = u"http://localhost:8000/sites/shop/api/apps/store/datatables/orders/data/"_s;
    const QString token = u" -H \"Authorization: Bearer $TOKEN\""_s;
    copyformat::Cells keys{{sample().columns[0]}, {{json::Value(7)}}};
    QCOMPARE(copyformat::curl(server, table, keys), u"curl '"_s + rows + u"7/'"_s + token);
    keys.rows.push_back({json::Value(8)});
    QCOMPARE(copyformat::curl(server, table, keys), u"curl '"_s + rows + u"?id__in=7%2C8'"_s + token);
    keys.rows = {{json::Value("a,b")}, {json::Value("c")}};
    QCOMPARE(copyformat::curl(server, table, keys),
             u"curl '"_s + rows + u"a%2Cb/'"_s + token + u"\ncurl '"_s + rows + u"c/'"_s + token);
}

QTEST_GUILESS_MAIN(TestCopyFormat)
#include "tst_copyformat.moc"
