// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/portablerole.h"

#include "core/access/roles/approleservice.h"
#include "core/access/roles/rolenames.h"
#include "core/access/roles/rolestore.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using Parents = QHash<QString, std::optional<QString>>; ///< names by the name of the role

std::optional<QString> parentName(const RoleBook &book, const AppRole &role)
{
    const AppRole *parent = book.parent(role);
    return parent ? std::optional(parent->name) : std::nullopt;
}

QHash<QString, const AppRole *> rolesByName(const RoleBook &book, std::optional<std::int64_t> appId)
{
    QHash<QString, const AppRole *> byName;
    if (appId) {
        for (const AppRole *role : book.ofApp(*appId))
            byName.insert(role->name, role);
    }
    return byName;
}

bool isAboveItself(const Parents &parents, const QString &name)
{
    std::optional<QString> above = parents.value(name);
    for (qsizetype steps = 0; above && steps <= parents.size(); ++steps) {
        if (*above == name)
            return true;
        above = parents.value(*above);
    }
    return false;
}

/// Where each role would stand, those included that the app has beside; errors about names and parents.
Result<void> checkTree(const RoleBook &book, const QHash<QString, const AppRole *> &existing,
                       const std::vector<PortableRole> &roles, const QStringList &places)
{
    Parents parents;
    for (const AppRole *role : existing)
        parents.insert(role->name, parentName(book, *role));
    std::vector<FieldError> problems;
    QStringList names;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (names.contains(roles[i].name))
            problems.push_back({places[qsizetype(i)] + u"name"_s, u"Another role of the package has this name."_s});
        names.append(roles[i].name);
        parents.insert(roles[i].name, roles[i].parent);
    }
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const std::optional<QString> &parent = roles[i].parent;
        if (parent && !parents.contains(*parent))
            problems.push_back({places[qsizetype(i)] + u"parent"_s, u"There is no role '%1'."_s.arg(*parent)});
        else if (isAboveItself(parents, roles[i].name))
            problems.push_back({places[qsizetype(i)] + u"parent"_s, u"The role would be above itself."_s});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

struct Drafts
{
    std::vector<AppRoleDraft> drafts;
    QStringList places;
};

/// Those that are to be made.
Drafts draftsOf(const PortableRolePlan &plan, const QString &appSlug, const std::vector<PortableRole> &roles,
                const QStringList &places)
{
    Drafts made;
    for (const std::size_t index : plan.created) {
        const PortableRole &role = roles[index];
        AppRoleDraft draft{role.name, role.description, {}};
        if (role.parent)
            draft.parentSlug = appRoleSlug(appSlug, *role.parent);
        made.drafts.push_back(std::move(draft));
        made.places.append(places[qsizetype(index)]);
    }
    return made;
}

} // namespace

std::vector<PortableRole> portableRoles(const RoleBook &book, std::int64_t appId)
{
    std::vector<PortableRole> roles;
    for (const AppRole *role : book.ofApp(appId))
        roles.push_back({role->name, role->description, parentName(book, *role)});
    return roles;
}

Result<PortableRolePlan> planPortableRoles(const RoleBook &book, std::optional<std::int64_t> appId,
                                           const QString &appSlug, const std::vector<PortableRole> &roles,
                                           const QStringList &places)
{
    const QHash<QString, const AppRole *> existing = rolesByName(book, appId);
    TRY(checkTree(book, existing, roles, places));
    PortableRolePlan plan;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const AppRole *role = existing.value(roles[i].name);
        if (!role)
            plan.created.push_back(i);
        else if (role->description != roles[i].description || parentName(book, *role) != roles[i].parent)
            plan.updated.push_back(i);
        else
            plan.unchanged.push_back(i);
    }
    const Drafts made = draftsOf(plan, appSlug, roles, places);
    TRY(planAppRoles(book, appId.value_or(0), appSlug, made.drafts, made.places));
    return plan;
}

Result<void> takePortableRoles(sql::Transaction &transaction, std::int64_t appId, const QString &appSlug,
                               const std::vector<PortableRole> &roles, const QStringList &places, Micros now)
{
    const RoleBook before = TRY(rolestore::load(transaction));
    const PortableRolePlan plan = TRY(planPortableRoles(before, appId, appSlug, roles, places));
    const Drafts made = draftsOf(plan, appSlug, roles, places);
    TRY(makeAppRoles(transaction, appId, appSlug, made.drafts, made.places, now));
    const RoleBook after = TRY(rolestore::load(transaction));
    const QHash<QString, const AppRole *> existing = rolesByName(after, appId);
    for (const std::size_t index : plan.updated) {
        const PortableRole &wanted = roles[index];
        AppRole role = *existing.value(wanted.name);
        role.description = wanted.description;
        role.parentId = wanted.parent ? std::optional(existing.value(*wanted.parent)->id) : std::nullopt;
        role.updatedAt = now;
        TRY(rolestore::update(transaction, role));
    }
    return {};
}

} // namespace tenantry::access
