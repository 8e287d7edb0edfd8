// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "server/routing/yaml.h"

#include <QTest>

using namespace tenantry;

class TestYaml : public QObject
{
    Q_OBJECT

private slots:
    void writes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("scalar") << QByteArray("7") << QByteArray("7\n");
        QTest::newRow("object") << QByteArray(R"({"a":1,"b":{"c":"x: y"}})") << QByteArray("a: 1\nb:\n  c: \"x: y\"\n");
        QTest::newRow("list") << QByteArray(R"([1,[2],{"a":[]}])") << QByteArray("- 1\n-\n  - 2\n-\n  a: []\n");
        QTest::newRow("empty") << QByteArray(R"({"a":{},"b":null})") << QByteArray("a: {}\nb: null\n");
        QTest::newRow("keys that mean something") << QByteArray(R"({"no":1,"200":2,"a-b":3,"":4})")
                                                  << QByteArray("\"no\": 1\n\"200\": 2\n\"a-b\": 3\n\"\": 4\n");
        QTest::newRow("texts stay texts") << QByteArray(R"({"a":"no","b":"2026-01-05","c":"1"})")
                                          << QByteArray("a: \"no\"\nb: \"2026-01-05\"\nc: \"1\"\n");
    }

    void writes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, yaml);
        QCOMPARE(server::toYaml(*json::read(json.toStdString())), yaml);
    }
};

QTEST_APPLESS_MAIN(TestYaml)
#include "tst_yaml.moc"
