// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/approleplan.h"

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

/// The app `store` has Manager above Clerk above Packer, `cms` has Editor; there is a site role "Store Boss".
RoleBook book()
{
    SiteRole boss;
    boss.id = 1;
    boss.name = u"Store Boss"_s;
    boss.slug = u"store-boss"_s;
    return RoleBook(
        {{1, u"store"_s}, {2, u"cms"_s}},
        {role(1, u"Manager"_s), role(2, u"Clerk"_s, 1), role(3, u"Packer"_s, 2), role(4, u"Editor"_s, {}, 2)}, {boss});
}

Result<std::vector<PlannedAppRole>> plan(const std::vector<AppRoleDraft> &drafts)
{
    QStringList places;
    for (std::size_t i = 0; i < drafts.size(); ++i)
        places.append(u"roles.%1."_s.arg(i));
    return planAppRoles(book(), 1, u"store"_s, drafts, places);
}

QStringList problems(const std::vector<AppRoleDraft> &drafts)
{
    const auto planned = plan(drafts);
    QStringList paths;
    if (!planned) {
        for (const FieldError &field : planned.error().fields)
            paths.append(field.path);
    }
    return paths;
}

} // namespace

class TestAppRolePlan : public QObject
{
    Q_OBJECT

private slots:
    void parentsComeBeforeTheirChildren()
    {
        const auto planned =
            plan({{u"C"_s, {}, u"store-b"_s}, {u"B"_s, {}, u"store-a"_s}, {u"A"_s, {}, u"store-clerk"_s}});
        QVERIFY(planned);
        QStringList slugs;
        for (const PlannedAppRole &one : *planned)
            slugs.append(one.role.slug);
        QCOMPARE(slugs, (QStringList{u"store-a"_s, u"store-b"_s, u"store-c"_s}));
        QCOMPARE(planned->front().role.parentId, std::optional<std::int64_t>(2));
        QCOMPARE(planned->front().draft, std::size_t(2));
        QCOMPARE(planned->back().newParent, std::optional(u"store-b"_s));
        QVERIFY(!planned->back().role.parentId);
    }

    void everyProblemIsNamed()
    {
        QCOMPARE(problems({{u"A"_s, {}, {}}}), QStringList());
        QCOMPARE(problems({{u""_s, {}, {}}, {u"Clerk"_s, {}, {}}, {u"user"_s, {}, {}}, {u" A"_s, {}, {}}}),
                 (QStringList{u"roles.0.name"_s, u"roles.1.name"_s, u"roles.2.name"_s, u"roles.3.name"_s}));
        QCOMPARE(problems({{u"A"_s, {}, {}}, {u"A"_s, {}, {}}, {u"a"_s, {}, {}}}),
                 (QStringList{u"roles.1.name"_s, u"roles.2.name"_s}));
        QCOMPARE(problems({{u"Boss"_s, {}, {}}}), QStringList{u"roles.0.name"_s}); // the slug of a site role
        QCOMPARE(problems({{u"A"_s, {}, u"cms-editor"_s}, {u"B"_s, {}, u"store-boss"_s}, {u"C"_s, {}, u"a"_s}}),
                 (QStringList{u"roles.0.parent_slug"_s, u"roles.1.parent_slug"_s, u"roles.2.parent_slug"_s}));
        QCOMPARE(problems({{u"A"_s, {}, u"store-b"_s}, {u"B"_s, {}, u"store-a"_s}, {u"C"_s, {}, {}}}),
                 (QStringList{u"roles.0.parent_slug"_s, u"roles.1.parent_slug"_s}));
        QCOMPARE(problems({{u"A"_s, {}, u"store-a"_s}}), QStringList{u"roles.0.parent_slug"_s});
    }

    void namesHaveALengthInCharacters()
    {
        const QString emoji = QString::fromUtf8("\xF0\x9F\xA6\x89");
        QCOMPARE(problems({{emoji.repeated(100), {}, {}}}), QStringList());
        QCOMPARE(problems({{emoji.repeated(101), {}, {}}}), QStringList{u"roles.0.name"_s});
    }

    void nothingMovesBelowItself()
    {
        const RoleBook roles = book();
        const AppRole &manager = *roles.appRole(u"store-manager"_s);
        const AppRole &packer = *roles.appRole(u"store-packer"_s);
        QVERIFY(!newParent(roles, manager, u"store-packer"_s));
        QVERIFY(!newParent(roles, manager, u"store-manager"_s));
        QVERIFY(!newParent(roles, manager, u"cms-editor"_s));
        QVERIFY(!newParent(roles, manager, u"unheard"_s));
        QCOMPARE((*newParent(roles, packer, u"store-manager"_s))->id, 1);
        QVERIFY(!*newParent(roles, packer, {}));
    }
};

QTEST_GUILESS_MAIN(TestAppRolePlan)
#include "tst_approleplan.moc"
