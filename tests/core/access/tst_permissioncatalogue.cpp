// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/permissioncatalogue.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::access;

class TestPermissionCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void numbersStay();
    void namesAndNumbersAreUnique();
    void checksCodenames();
};

void TestPermissionCatalogue::numbersStay()
{
    // Clients keep these.
    QCOMPARE(cataloguedPermission(1)->codename, u"view_organization"_s);
    QCOMPARE(cataloguedPermission(6)->codename, u"manage_sites"_s);
    QCOMPARE(cataloguedPermission(101)->codename, u"view_site"_s);
    QCOMPARE(cataloguedPermission(107)->codename, u"admin_site"_s);
    QCOMPARE(cataloguedPermission(201)->codename, u"view_user"_s);
    QCOMPARE(cataloguedPermission(u"admin_site"_s)->id, 107);
    QVERIFY(!cataloguedPermission(8));
    QVERIFY(!cataloguedPermission(u"own_site"_s));
}

void TestPermissionCatalogue::namesAndNumbersAreUnique()
{
    QSet<QString> names;
    QSet<std::int64_t> ids;
    for (const CataloguedPermission &permission : permissionCatalogue()) {
        names.insert(permission.codename);
        ids.insert(permission.id);
        QVERIFY(!permission.name.isEmpty());
    }
    QCOMPARE(std::size_t(names.size()), permissionCatalogue().size());
    QCOMPARE(std::size_t(ids.size()), permissionCatalogue().size());
}

void TestPermissionCatalogue::checksCodenames()
{
    const QStringList known{u"a"_s, u"b"_s};
    QCOMPARE(*checkedCodenames({u"b"_s, u"a"_s, u"b"_s}, known, u"permissions"_s), known);
    QVERIFY(checkedCodenames({}, known, u"permissions"_s)->isEmpty());
    const auto refused = checkedCodenames({u"a"_s, u"c"_s}, known, u"permissions"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().fields.front().path, u"permissions"_s);
}

QTEST_GUILESS_MAIN(TestPermissionCatalogue)
#include "tst_permissioncatalogue.moc"
