// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/indent.h"

#include "core/json/reader.h"

#include <QtTest>

using namespace tenantry;

class TestIndent : public QObject
{
    Q_OBJECT

private slots:
    void setsOutLines();
    void keepsOrderAndDigits();
    void emptyOnesStayOnOneLine();
    void whatItWritesReadsBackTheSame();
    void endsSoonAfterTheLimit();
};

void TestIndent::setsOutLines()
{
    const json::Value value = json::read(R"({"a":1,"b":[true,null],"c":{"d":"x"}})").value();
    QCOMPARE(json::indented(value), "{\n"
                                    "  \"a\": 1,\n"
                                    "  \"b\": [\n"
                                    "    true,\n"
                                    "    null\n"
                                    "  ],\n"
                                    "  \"c\": {\n"
                                    "    \"d\": \"x\"\n"
                                    "  }\n"
                                    "}");
}

void TestIndent::keepsOrderAndDigits()
{
    const json::Value value = json::read(R"({"z":1.10,"a":12345678901234567890.123})").value();
    QCOMPARE(json::indented(value), "{\n  \"z\": 1.10,\n  \"a\": 12345678901234567890.123\n}");
}

void TestIndent::emptyOnesStayOnOneLine()
{
    QCOMPARE(json::indented(json::read(R"({"a":{},"b":[]})").value()), "{\n  \"a\": {},\n  \"b\": []\n}");
    QCOMPARE(json::indented(json::Value("text")), "\"text\"");
    QCOMPARE(json::indented(json::Value()), "null");
}

void TestIndent::whatItWritesReadsBackTheSame()
{
    const json::Value value = json::read(R"([{"quote \" and \\ and é":"\n\t"},[[],[1,[2]]],-0.5e3])").value();
    QCOMPARE(json::read(json::indented(value)).value(), value);
}

void TestIndent::endsSoonAfterTheLimit()
{
    json::Array many;
    for (int i = 0; i < 100'000; ++i)
        many.push_back(i);
    QVERIFY(json::indented(json::Value(many), 1000).size() < 1100);
}

QTEST_GUILESS_MAIN(TestIndent)
#include "tst_indent.moc"
