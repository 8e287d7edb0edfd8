// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/rolebook.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

/// Collects what somebody holds. Of several ways to hold a role the one that is added first stays, so that stronger
/// ones are added before weaker ones.
class Holding
{
public:
    explicit Holding(const RoleBook &book)
        : m_book(book)
    {
    }

    void addSiteRole(const SiteRole &role, const std::optional<Micros> &expiresAt)
    {
        m_held.push_back({RoleType::SiteRole, role.name, role.slug, {}, RoleSource::Direct, {}, expiresAt});
    }

    void addAppRole(const AppRole &role, RoleSource source, const QString &through = {},
                    const std::optional<Micros> &expiresAt = {})
    {
        if (m_seen.contains(role.id))
            return;
        m_seen.insert(role.id);
        m_appRoles.push_back(&role);
        m_held.push_back({RoleType::AppRole, role.name, role.slug, m_book.appSlug(role), source, through, expiresAt});
    }

    void addInherited()
    {
        for (std::size_t i = 0; i < m_appRoles.size(); ++i) { // grows while it is walked
            const AppRole &upper = *m_appRoles[i];
            for (const std::int64_t child : m_book.children(upper))
                addAppRole(*m_book.appRole(child), RoleSource::Inherited, upper.slug);
        }
    }

    std::vector<HeldRole> sorted() &&
    {
        std::ranges::sort(m_held, [](const HeldRole &a, const HeldRole &b) {
            return std::tie(a.appSlug, a.name, a.slug) < std::tie(b.appSlug, b.name, b.slug);
        });
        return std::move(m_held);
    }

private:
    const RoleBook &m_book;
    QSet<std::int64_t> m_seen;
    std::vector<const AppRole *> m_appRoles;
    std::vector<HeldRole> m_held;
};

template<class Role>
const Role *withId(const std::vector<Role> &roles, std::int64_t id)
{
    const auto found = std::ranges::find(roles, id, &Role::id);
    return found == roles.end() ? nullptr : &*found;
}

} // namespace

QString roleTypeName(RoleType type)
{
    return type == RoleType::AppRole ? u"app_role"_s : u"site_role"_s;
}

QString roleSourceName(RoleSource source)
{
    switch (source) {
    case RoleSource::Direct:
        return u"direct"_s;
    case RoleSource::SiteRole:
        return u"site_role"_s;
    case RoleSource::Inherited:
        return u"inherited"_s;
    }
    Q_UNREACHABLE();
}

RoleBook::RoleBook(QHash<std::int64_t, QString> appSlugs, std::vector<AppRole> appRoles,
                   std::vector<SiteRole> siteRoles)
    : m_appSlugs(std::move(appSlugs))
    , m_appRoles(std::move(appRoles))
    , m_siteRoles(std::move(siteRoles))
{
    std::erase_if(m_appRoles, [&](const AppRole &role) { return !m_appSlugs.contains(role.appId); });
    for (std::size_t i = 0; i < m_appRoles.size(); ++i) {
        const AppRole &role = m_appRoles[i];
        m_appRolesById.insert(role.id, i);
        m_appRolesBySlug.insert(role.slug, i);
        if (role.parentId)
            m_children[*role.parentId].push_back(role.id);
    }
}

const AppRole *RoleBook::appRole(const QString &slug) const
{
    const auto found = m_appRolesBySlug.constFind(slug);
    return found == m_appRolesBySlug.cend() ? nullptr : &m_appRoles[*found];
}

const AppRole *RoleBook::appRole(std::int64_t id) const
{
    const auto found = m_appRolesById.constFind(id);
    return found == m_appRolesById.cend() ? nullptr : &m_appRoles[*found];
}

const SiteRole *RoleBook::siteRole(const QString &slug) const
{
    const auto found = std::ranges::find(m_siteRoles, slug, &SiteRole::slug);
    return found == m_siteRoles.end() ? nullptr : &*found;
}

const SiteRole *RoleBook::siteRole(std::int64_t id) const
{
    return withId(m_siteRoles, id);
}

std::vector<const AppRole *> RoleBook::ofApp(std::int64_t appId) const
{
    std::vector<const AppRole *> roles;
    for (const AppRole &role : m_appRoles) {
        if (role.appId == appId)
            roles.push_back(&role);
    }
    std::ranges::sort(roles, [](const AppRole *a, const AppRole *b) { return a->name < b->name; });
    return roles;
}

const AppRole *RoleBook::parent(const AppRole &role) const
{
    return role.parentId ? appRole(*role.parentId) : nullptr;
}

const std::vector<std::int64_t> &RoleBook::children(const AppRole &role) const
{
    static const std::vector<std::int64_t> none;
    const auto found = m_children.constFind(role.id);
    return found == m_children.cend() ? none : *found;
}

int RoleBook::level(const AppRole &role) const
{
    int level = 1;
    for (const AppRole *above = parent(role); above; above = parent(*above))
        ++level;
    return level;
}

bool RoleBook::isWithin(const AppRole &role, const AppRole &other) const
{
    for (const AppRole *at = &role; at; at = parent(*at)) {
        if (at->id == other.id)
            return true;
    }
    return false;
}

std::vector<const SiteRole *> RoleBook::bundling(const AppRole &role) const
{
    std::vector<const SiteRole *> bundles;
    for (const SiteRole &bundle : m_siteRoles) {
        if (std::ranges::find(bundle.appRoleIds, role.id) != bundle.appRoleIds.end())
            bundles.push_back(&bundle);
    }
    return bundles;
}

std::vector<HeldRole> RoleBook::held(std::span<const RoleMembership> memberships) const
{
    Holding holding(*this);
    for (const RoleMembership &membership : memberships) {
        const AppRole *role = membership.type == RoleType::AppRole ? appRole(membership.roleId) : nullptr;
        if (role)
            holding.addAppRole(*role, RoleSource::Direct, {}, membership.expiresAt);
    }
    for (const RoleMembership &membership : memberships) {
        const SiteRole *bundle = membership.type == RoleType::SiteRole ? siteRole(membership.roleId) : nullptr;
        if (!bundle)
            continue;
        holding.addSiteRole(*bundle, membership.expiresAt);
        for (const std::int64_t id : bundle->appRoleIds) {
            if (const AppRole *role = appRole(id))
                holding.addAppRole(*role, RoleSource::SiteRole, bundle->slug);
        }
    }
    holding.addInherited();
    return std::move(holding).sorted();
}

QStringList RoleBook::given(RoleType type, std::int64_t roleId) const
{
    const RoleMembership membership{{}, type, roleId, {}};
    QStringList slugs;
    for (const HeldRole &role : held({&membership, 1})) {
        if (role.type == RoleType::AppRole)
            slugs.append(role.slug);
    }
    return slugs;
}

RoleBook::Holders RoleBook::holders(const QString &slug) const
{
    Holders holders;
    if (const SiteRole *bundle = siteRole(slug))
        holders.siteRoleIds.push_back(bundle->id);
    for (const AppRole *role = appRole(slug); role; role = parent(*role)) {
        holders.appRoleIds.push_back(role->id);
        for (const SiteRole *bundle : bundling(*role))
            holders.siteRoleIds.push_back(bundle->id);
    }
    return holders;
}

} // namespace tenantry::access
