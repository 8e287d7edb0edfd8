// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/sitenames.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestSiteNames : public QObject
{
    Q_OBJECT

private slots:
    void prefixes_data();
    void prefixes();
    void derivesSchemaNames_data();
    void derivesSchemaNames();
    void checksSchemaNames_data();
    void checksSchemaNames();
    void countsUpToAFreeName();
};

void TestSiteNames::prefixes_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("prefixed");

    QTest::newRow("production") << u"production"_s << u"portal"_s << u"portal"_s;
    QTest::newRow("dev") << u"dev"_s << u"portal"_s << u"dev-portal"_s;
    QTest::newRow("test") << u"test"_s << u"portal"_s << u"test-portal"_s;
    QTest::newRow("staging") << u"staging"_s << u"portal"_s << u"staging-portal"_s;
    QTest::newRow("once only") << u"dev"_s << u"dev-portal"_s << u"dev-portal"_s;
    QTest::newRow("another's prefix") << u"dev"_s << u"test-portal"_s << u"dev-test-portal"_s;
    QTest::newRow("production keeps dev-") << u"production"_s << u"dev-portal"_s << u"dev-portal"_s;
}

void TestSiteNames::prefixes()
{
    QFETCH(QString, environment);
    QFETCH(QString, name);
    QTEST(prefixedSiteName(name, environment), "prefixed");
}

void TestSiteNames::derivesSchemaNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("schema");

    QTest::newRow("plain") << u"portal"_s << u"portal"_s;
    QTest::newRow("prefixed") << u"dev-portal"_s << u"dev_portal"_s;
    QTest::newRow("runs") << u"My  -- Shop"_s << u"my_shop"_s;
    QTest::newRow("digit first") << u"3 Musketeers"_s << u"_3_musketeers"_s;
    QTest::newRow("underscore first") << u"-x"_s << u"_x"_s;
    QTest::newRow("other scripts") << u"\u5546\u5e97"_s << u"_"_s;
    QTest::newRow("reserved") << u"public"_s << u"_public"_s;
    QTest::newRow("the engine's") << u"pg temp"_s << u"_pg_temp"_s;
    QTest::newRow("the platform's") << u"Tenantry"_s << u"_tenantry"_s;
    QTest::newRow("long") << QString(100, u'a') << QString(63, u'a');
}

void TestSiteNames::derivesSchemaNames()
{
    QFETCH(QString, name);
    QTEST(schemaNameFrom(name), "schema");
    QVERIFY(checkSchemaName(schemaNameFrom(name)));
}

void TestSiteNames::checksSchemaNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");

    QTest::newRow("plain") << u"acme_1"_s << true;
    QTest::newRow("underscore") << u"_acme"_s << true;
    QTest::newRow("63") << QString(63, u'a') << true;
    QTest::newRow("64") << QString(64, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("digit first") << u"1acme"_s << false;
    QTest::newRow("upper case") << u"Acme"_s << false;
    QTest::newRow("hyphen") << u"ac-me"_s << false;
    QTest::newRow("quote") << u"a\"b"_s << false;
    QTest::newRow("line end") << u"acme\n"_s << false;
    QTest::newRow("pg_") << u"pg_acme"_s << false;
    QTest::newRow("public") << u"public"_s << false;
    QTest::newRow("information_schema") << u"information_schema"_s << false;
    QTest::newRow("the platform's") << u"tenantry"_s << false;
}

void TestSiteNames::checksSchemaNames()
{
    QFETCH(QString, name);
    const auto checked = checkSchemaName(name);
    QTEST(checked.has_value(), "good");
    if (!checked)
        QCOMPARE(checked.error().fields.at(0).path, u"schema_name"_s);
}

void TestSiteNames::countsUpToAFreeName()
{
    const QSet<QString> names{u"acme"_s, u"acme_1"_s, QString(63, u'a')};
    const auto taken = [&](const QString &name) { return names.contains(name); };
    QCOMPARE(freeSchemaName(u"shop"_s, taken), u"shop"_s);
    QCOMPARE(freeSchemaName(u"acme"_s, taken), u"acme_2"_s);
    QCOMPARE(freeSchemaName(QString(63, u'a'), taken), QString(61, u'a') + u"_1"_s);
}

QTEST_GUILESS_MAIN(TestSiteNames)
#include "tst_sitenames.moc"
