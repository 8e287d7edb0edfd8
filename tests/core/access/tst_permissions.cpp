// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/permissions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::access;

class TestPermissions : public QObject
{
    Q_OBJECT

private slots:
    void closes_data();
    void closes();
    void rolesGivePermissions();
};

void TestPermissions::closes_data()
{
    QTest::addColumn<QStringList>("held");
    QTest::addColumn<QStringList>("effective");

    const QStringList all = sitePermissionNames();
    QTest::newRow("nothing") << QStringList() << QStringList();
    QTest::newRow("view") << QStringList{u"view_site"_s} << QStringList{u"view_site"_s};
    QTest::newRow("access") << QStringList{u"access_site"_s} << QStringList{u"access_site"_s, u"view_site"_s};
    QTest::newRow("change") << QStringList{u"change_site"_s} << QStringList{u"change_site"_s, u"view_site"_s};
    QTest::newRow("delete") << QStringList{u"delete_site"_s} << QStringList{u"delete_site"_s, u"view_site"_s};
    QTest::newRow("users") << QStringList{u"manage_site_users"_s}
                           << QStringList{u"access_site"_s, u"manage_site_users"_s, u"view_site"_s};
    QTest::newRow("manage") << QStringList{u"manage_site"_s}
                            << QStringList{u"access_site"_s, u"change_site"_s, u"manage_site"_s, u"manage_site_users"_s,
                                           u"view_site"_s};
    QTest::newRow("admin") << QStringList{u"admin_site"_s} << all;
    QTest::newRow("of the organization") << QStringList{u"manage_sites"_s}
                                         << QStringList{u"access_site"_s, u"change_site"_s, u"manage_site"_s,
                                                        u"manage_site_users"_s, u"view_site"_s};
    QTest::newRow("overlapping") << QStringList{u"access_site"_s, u"view_site"_s, u"access_site"_s}
                                 << QStringList{u"access_site"_s, u"view_site"_s};
    QTest::newRow("unknown") << QStringList{u"own_site"_s} << QStringList();
}

void TestPermissions::closes()
{
    QFETCH(QStringList, held);
    QFETCH(QStringList, effective);
    QCOMPARE(withImpliedSitePermissions(held), effective);
}

void TestPermissions::rolesGivePermissions()
{
    QCOMPARE(permissionsOfRole(MemberRole::Member), QStringList{u"view_organization"_s});
    QCOMPARE(permissionsOfRole(MemberRole::Owner), organizationPermissionNames());
    QCOMPARE(organizationPermissionNames().size(), 6);
    QCOMPARE(memberRoleNamed(u"owner"_s), MemberRole::Owner);
    QCOMPARE(memberRoleNamed(u"boss"_s), std::nullopt);
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
