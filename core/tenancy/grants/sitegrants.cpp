// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/grants/sitegrants.h"

#include "core/access/effectivepermissions.h"
#include "core/access/permissioncatalogue.h"
#include "core/identity/accounts.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/groups/groupstore.h"
#include "core/tenancy/memberstore.h"
#include "core/tenancy/mirrors/mirrors.h"
#include "core/tenancy/organizationstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

const QString manageUsers = u"manage_site_users"_s;

/// The order with its permissions sorted and known, or what is wrong with it.
Result<GrantOrder> checked(const GrantOrder &order)
{
    if (order.username.isEmpty() == order.group.isEmpty())
        return failure(Error::field(u"username"_s, u"Name either a user or a group."_s));
    if (order.permissions.isEmpty())
        return failure(Error::field(u"permissions"_s, u"Name at least one permission."_s));
    GrantOrder fit = order;
    fit.permissions = TRY(access::checkedCodenames(order.permissions, access::sitePermissionNames(), u"permissions"_s));
    return fit;
}

/// The site as it is once no other write can change who is in its organization, or holds something there.
Result<SiteView> lockedFor(sql::Transaction &platform, const PlatformPrincipal &who, const QString &key)
{
    const SiteView seen = TRY(siteFor(platform, who, key, {manageUsers}));
    TRY(OrganizationStore::lock(platform, seen.site.organizationId));
    return siteFor(platform, who, seen.site.uuid, {manageUsers});
}

Result<GranteeId> groupNamed(sql::Session &platform, const QString &name)
{
    const auto group = TRY(GroupStore::named(platform, name));
    if (!group)
        return failure(Error::field(u"group"_s, u"There is no group of this name."_s));
    return GranteeId{{}, group->id};
}

/// Accounts that are not members are not told from those that are not there.
Error notAMember()
{
    return Error::field(u"username"_s, u"The site's organization has no active member of this name."_s);
}

Result<std::optional<identity::Account>> accountNamed(sql::Session &platform, const QString &username)
{
    auto account = TRY(identity::Accounts::byUsernameOrUuid(platform, username));
    return account && account->deleted ? std::nullopt : std::move(account);
}

Result<GranteeId> granteeOf(sql::Session &platform, const SiteRecord &site, const GrantOrder &order)
{
    if (!order.group.isEmpty())
        return groupNamed(platform, order.group);
    const auto account = TRY(accountNamed(platform, order.username));
    if (!account)
        return failure(notAMember());
    const auto member = TRY(MemberStore::find(platform, site.organizationId, account->id));
    if (!member || !member->active)
        return failure(notAMember());
    return GranteeId{account->id, {}};
}

/// Whoever was granted something keeps the grant while their membership is suspended.
Result<GranteeId> formerGranteeOf(sql::Session &platform, const SiteView &view, const PlatformPrincipal &who,
                                  const GrantOrder &order)
{
    if (!order.group.isEmpty())
        return groupNamed(platform, order.group);
    const auto account = TRY(accountNamed(platform, order.username));
    if (!account)
        return failure(notAMember());
    const bool member = TRY(MemberStore::find(platform, view.site.organizationId, account->id)).has_value();
    if (!member && TRY(GrantStore::granted(platform, view.site.id, {account->id, {}})).isEmpty())
        return failure(notAMember());
    const auto held = TRY(access::EffectivePermissions().onSite(platform, account->principal(), view.site.uuid));
    if (account->id != who.id && !checkHolds(view.permissions, held))
        return failure(ErrorCode::Forbidden, u"This account may do more on the site than you."_s);
    return GranteeId{account->id, {}};
}

Result<void> noteMirrors(sql::Transaction &platform, std::int64_t siteId, const GranteeId &grantee)
{
    if (grantee.account)
        return mirrorjobs::add(platform, *grantee.account, siteId);
    return mirrorjobs::addForGroupOn(platform, grantee.group.value_or(0), siteId);
}

Result<SiteHolder> holderOf(sql::Session &platform, const SiteRecord &site, const HoldingAccount &holding)
{
    SiteHolder holder;
    holder.id = holding.account.id;
    holder.name = holding.account.username;
    holder.role = holding.role;
    holder.permissions = TRY(access::EffectivePermissions().onSite(platform, holding.account.principal(), site.uuid));
    holder.granted = TRY(GrantStore::granted(platform, site.id, {holder.id, {}}));
    return holder;
}

Result<SiteHolder> holderOf(sql::Session &platform, const SiteRecord &site, const HoldingGroup &holding)
{
    SiteHolder holder;
    holder.id = holding.id;
    holder.name = holding.name;
    holder.granted = TRY(GrantStore::granted(platform, site.id, {{}, holder.id}));
    holder.permissions = access::withImpliedSitePermissions(holder.granted);
    return holder;
}

template<class Holding>
Result<Page<SiteHolder>>
holders(sql::Session &platform, const PlatformPrincipal &who, const QString &key, const HolderQuery &query,
        Result<Page<Holding>> (*listed)(sql::Session &, const SiteRecord &, const HolderQuery &))
{
    const SiteRecord site = TRY(siteFor(platform, who, key, {manageUsers})).site;
    const Page<Holding> found = TRY(listed(platform, site, query));
    Page<SiteHolder> page;
    page.total = found.total;
    for (const Holding &holding : found.items)
        page.items.push_back(TRY(holderOf(platform, site, holding)));
    return page;
}

} // namespace

Result<void> checkHolds(const QStringList &held, const QStringList &permissions)
{
    const auto lacking =
        std::ranges::find_if(permissions, [&](const QString &codename) { return !held.contains(codename); });
    if (lacking == permissions.end())
        return {};
    return failure(ErrorCode::Forbidden,
                   u"You do not hold the permission %1 yourself, so you can neither give nor take it."_s.arg(*lacking));
}

SiteGrants::SiteGrants(sql::Database &platform, Mirrors &mirrors, const Clock &clock)
    : m_platform(platform)
    , m_mirrors(mirrors)
    , m_clock(clock)
{
}

Result<Page<SiteHolder>> SiteGrants::accounts(const PlatformPrincipal &who, const QString &site,
                                              const HolderQuery &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) { return holders(platform, who, site, query, &GrantStore::accounts); },
        sql::ReadKind::Snapshot);
}

Result<Page<SiteHolder>> SiteGrants::groups(const PlatformPrincipal &who, const QString &site,
                                            const HolderQuery &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) { return holders(platform, who, site, query, &GrantStore::groups); },
        sql::ReadKind::Snapshot);
}

Result<Page<audit::history::Entry>> SiteGrants::history(const PlatformPrincipal &who, const QString &site,
                                                        const audit::history::Query &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<audit::history::Entry>> {
            if (who.superuser && TRY(audit::history::isKnown(platform, GrantStore::historyOf(site))))
                return audit::history::list(platform, GrantStore::historyOf(site), query);
            const SiteRecord record = TRY(siteFor(platform, who, site, {manageUsers})).site;
            return audit::history::list(platform, GrantStore::historyOf(record.uuid), query);
        },
        sql::ReadKind::Snapshot);
}

Later<QStringList> SiteGrants::grant(const PlatformPrincipal &who, const QString &site, const GrantOrder &order) const
{
    return m_mirrors.followed(
        m_platform.write([=, now = m_clock.now()](sql::Transaction &platform) -> Result<QStringList> {
            platform.setOrigin(who.origin);
            const SiteView view = TRY(lockedFor(platform, who, site));
            const GrantOrder wanted = TRY(checked(order));
            TRY(checkHolds(view.permissions, wanted.permissions));
            const GranteeId grantee = TRY(granteeOf(platform, view.site, wanted));
            TRY(GrantStore::grant(platform, view.site, grantee, wanted.permissions, now));
            TRY(noteMirrors(platform, view.site.id, grantee));
            return wanted.permissions;
        }));
}

Later<QStringList> SiteGrants::revoke(const PlatformPrincipal &who, const QString &site, const GrantOrder &order) const
{
    return m_mirrors.followed(m_platform.write([=](sql::Transaction &platform) -> Result<QStringList> {
        platform.setOrigin(who.origin);
        const SiteView view = TRY(lockedFor(platform, who, site));
        const GrantOrder wanted = TRY(checked(order));
        TRY(checkHolds(view.permissions, wanted.permissions));
        const GranteeId grantee = TRY(formerGranteeOf(platform, view, who, wanted));
        QStringList taken = TRY(GrantStore::revoke(platform, view.site, grantee, wanted.permissions));
        TRY(noteMirrors(platform, view.site.id, grantee));
        return taken;
    }));
}

} // namespace tenantry
