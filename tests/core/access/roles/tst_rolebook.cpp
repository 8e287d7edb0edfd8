// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/rolebook.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;

namespace {

AppRole role(std::int64_t id, const QString &name, std::optional<std::int64_t> parentId = {}, std::int64_t appId = 1)
{
    AppRole made;
    made.id = id;
    made.appId = appId;
    made.name = name;
    made.slug = (appId == 1 ? u"store-"_s : u"cms-"_s) + name.toLower();
    made.parentId = parentId;
    return made;
}

SiteRole bundle(std::int64_t id, const QString &name, std::vector<std::int64_t> parts)
{
    SiteRole made;
    made.id = id;
    made.name = name;
    made.slug = name.toLower();
    made.appRoleIds = std::move(parts);
    return made;
}

/// The app `store` has Chief above Manager above Clerk and Packer, and Guest; `cms` has Editor above Writer; the app of
/// Ghost is deleted.
RoleBook book()
{
    return RoleBook({{1, u"store"_s}, {2, u"cms"_s}},
                    {role(1, u"Chief"_s), role(2, u"Manager"_s, 1), role(3, u"Clerk"_s, 2), role(4, u"Packer"_s, 2),
                     role(5, u"Guest"_s), role(6, u"Editor"_s, {}, 2), role(7, u"Writer"_s, 6, 2),
                     role(8, u"Ghost"_s, {}, 3)},
                    {bundle(1, u"Head"_s, {2, 6, 8}), bundle(2, u"Empty"_s, {})});
}

RoleMembership direct(std::int64_t roleId, std::optional<Micros> expiresAt = {})
{
    return {u"somebody"_s, RoleType::AppRole, roleId, expiresAt};
}

RoleMembership bundled(std::int64_t roleId)
{
    return {u"somebody"_s, RoleType::SiteRole, roleId, {}};
}

/// "store-clerk inherited store-manager": slug, source and what it is held through.
QStringList described(const std::vector<HeldRole> &held)
{
    QStringList lines;
    for (const HeldRole &one : held) {
        lines.append(
            u"%1 %2 %3 %4"_s.arg(one.slug, roleTypeName(one.type), roleSourceName(one.source), one.through).trimmed());
    }
    return lines;
}

QStringList slugsOf(const RoleBook &roles, const std::vector<std::int64_t> &ids)
{
    QStringList slugs;
    for (const std::int64_t id : ids)
        slugs.append(roles.appRole(id)->slug);
    slugs.sort();
    return slugs;
}

} // namespace

class TestRoleBook : public QObject
{
    Q_OBJECT

private slots:
    void whoHoldsARoleHoldsAllBelow()
    {
        QCOMPARE(described(book().held(std::vector{direct(2)})),
                 (QStringList{u"store-clerk app_role inherited store-manager"_s, u"store-manager app_role direct"_s,
                              u"store-packer app_role inherited store-manager"_s}));
        QCOMPARE(described(book().held(std::vector{direct(3)})), QStringList{u"store-clerk app_role direct"_s});
        QCOMPARE(book().held(std::vector{direct(1)}).size(), std::size_t(4));
        QVERIFY(book().held({}).empty());
    }

    void aSiteRoleGivesItsPartsAndWhatIsBelowThem()
    {
        QCOMPARE(described(book().held(std::vector{bundled(1)})),
                 (QStringList{
                     u"head site_role direct"_s, u"cms-editor app_role site_role head"_s,
                     u"cms-writer app_role inherited cms-editor"_s, u"store-clerk app_role inherited store-manager"_s,
                     u"store-manager app_role site_role head"_s, u"store-packer app_role inherited store-manager"_s}));
        QCOMPARE(described(book().held(std::vector{bundled(2)})), QStringList{u"empty site_role direct"_s});
    }

    void ofSeveralWaysTheStrongestIsTold()
    {
        const auto held = book().held(std::vector{bundled(1), direct(3, 77), direct(1)});
        QCOMPARE(described(held),
                 (QStringList{u"head site_role direct"_s, u"cms-editor app_role site_role head"_s,
                              u"cms-writer app_role inherited cms-editor"_s, u"store-chief app_role direct"_s,
                              u"store-clerk app_role direct"_s, u"store-manager app_role site_role head"_s,
                              u"store-packer app_role inherited store-manager"_s}));
        QCOMPARE(held[4].expiresAt, std::optional<Micros>(77));
        QVERIFY(!held[3].expiresAt);
        QCOMPARE(held[4].appSlug, u"store"_s);
        QVERIFY(held[0].appSlug.isEmpty());
    }

    void rolesOfDeletedAppsAreNotThere()
    {
        QVERIFY(!book().appRole(u"cms-ghost"_s) && !book().appRole(8));
        QVERIFY(book().held(std::vector{direct(8), direct(99), bundled(99)}).empty());
        QVERIFY(book().ofApp(3).empty());
    }

    void knowsLevelsAndWhatIsWithin()
    {
        const RoleBook roles = book();
        QCOMPARE(roles.level(*roles.appRole(1)), 1);
        QCOMPARE(roles.level(*roles.appRole(4)), 3);
        QVERIFY(roles.isWithin(*roles.appRole(3), *roles.appRole(1)));
        QVERIFY(roles.isWithin(*roles.appRole(3), *roles.appRole(3)));
        QVERIFY(!roles.isWithin(*roles.appRole(1), *roles.appRole(3)));
        QVERIFY(!roles.isWithin(*roles.appRole(3), *roles.appRole(4)));
        QCOMPARE(roles.ofApp(2).front()->name, u"Editor"_s);
        QCOMPARE(roles.bundling(*roles.appRole(2)).size(), std::size_t(1));
        QVERIFY(roles.bundling(*roles.appRole(3)).empty());
    }

    void findsTheMembershipsThatGiveARole()
    {
        const RoleBook roles = book();
        const RoleBook::Holders clerks = roles.holders(u"store-clerk"_s);
        QCOMPARE(slugsOf(roles, clerks.appRoleIds),
                 (QStringList{u"store-chief"_s, u"store-clerk"_s, u"store-manager"_s}));
        QCOMPARE(clerks.siteRoleIds, std::vector<std::int64_t>{1});
        QCOMPARE(roles.holders(u"head"_s).siteRoleIds, std::vector<std::int64_t>{1});
        QVERIFY(roles.holders(u"head"_s).appRoleIds.empty());
        QVERIFY(roles.holders(u"nothing"_s).appRoleIds.empty() && roles.holders(u"nothing"_s).siteRoleIds.empty());
    }

    void tellsWhatARoleGives()
    {
        QCOMPARE(book().given(RoleType::AppRole, 2),
                 (QStringList{u"store-clerk"_s, u"store-manager"_s, u"store-packer"_s}));
        QCOMPARE(book().given(RoleType::SiteRole, 1), (QStringList{u"cms-editor"_s, u"cms-writer"_s, u"store-clerk"_s,
                                                                   u"store-manager"_s, u"store-packer"_s}));
        QVERIFY(book().given(RoleType::SiteRole, 2).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRoleBook)
#include "tst_rolebook.moc"
