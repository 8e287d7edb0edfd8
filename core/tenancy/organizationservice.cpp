// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/organizationservice.h"

#include "core/base/ids.h"
#include "core/base/slug.h"
#include "core/base/takegiven.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/fieldrules.h"
#include "core/tenancy/invitations/invitationstore.h"
#include "core/tenancy/invitations/invitedaccounts.h"
#include "core/tenancy/memberstore.h"
#include "core/tenancy/sitedirectory.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr int maxNameLength = 200;

const QStringList plans{u"free"_s, u"basic"_s, u"professional"_s, u"enterprise"_s};

Result<void> check(const OrganizationChange &change)
{
    FieldRules rules;
    if (change.name)
        rules.name(u"name"_s, *change.name, maxNameLength);
    if (change.slug && !isSlug(*change.slug))
        rules.fail(u"slug"_s,
                   u"Use lower-case letters, digits and '-', at most 63, beginning with a letter or digit."_s);
    else if (change.slug && (isReservedSlug(*change.slug) || isUuid(*change.slug)))
        rules.fail(u"slug"_s, u"This slug is reserved; choose another."_s);
    rules.oneOf(u"subscription_plan"_s, change.subscriptionPlan, plans);
    rules.notNegative(u"max_sites"_s, change.maxSites);
    rules.notNegative(u"max_members"_s, change.maxMembers);
    rules.object(u"settings"_s, change.settings);
    return rules.result();
}

void applyChange(const OrganizationChange &change, const PlatformPrincipal &who, Organization &organization)
{
    takeGiven(change.name, organization.name);
    takeGiven(change.description, organization.description);
    takeGiven(change.website, organization.website);
    takeGiven(change.phone, organization.phone);
    takeGiven(change.email, organization.email);
    takeGiven(change.address, organization.address);
    takeGiven(change.active, organization.active);
    takeGiven(change.settings, organization.settings);
    if (who.superuser) {
        takeGiven(change.subscriptionPlan, organization.subscriptionPlan);
        takeGiven(change.maxSites, organization.maxSites);
        takeGiven(change.maxMembers, organization.maxMembers);
    }
}

Result<QString> chooseSlug(sql::Transaction &platform, const OrganizationChange &fields)
{
    if (fields.slug) {
        if (TRY(OrganizationStore::isSlugTaken(platform, *fields.slug)))
            return failure(Error::field(u"slug"_s, u"This slug is taken; choose another."_s));
        return *fields.slug;
    }
    Result<void> asked;
    const QString slug = freeSlug(slugFrom(*fields.name, u"org"_s), [&](const QString &candidate) {
        if (isReservedSlug(candidate) || isUuid(candidate))
            return true;
        const Result<bool> taken = OrganizationStore::isSlugTaken(platform, candidate);
        if (!taken)
            asked = failure(taken.error());
        return taken.value_or(false);
    });
    TRY(asked);
    return slug;
}

Result<void> insertOwner(sql::Transaction &platform, std::int64_t organizationId, std::int64_t accountId, Micros now)
{
    Member owner;
    owner.organizationId = organizationId;
    owner.account.id = accountId;
    owner.role = access::MemberRole::Owner;
    owner.joinedAt = owner.createdAt = owner.modifiedAt = now;
    return MemberStore::insert(platform, owner);
}

Result<OrganizationView> withInvitations(sql::Session &platform, OrganizationView view, Micros now)
{
    view.organization.openInvitations = TRY(InvitationStore::countOpen(platform, view.organization.id, now));
    return view;
}

Result<Page<OrganizationView>> listed(sql::Session &platform, const PlatformPrincipal &who,
                                      const OrganizationQuery &query, Micros now)
{
    Page<OrganizationView> page = TRY(OrganizationStore::list(platform, who, query));
    for (OrganizationView &view : page.items)
        view = TRY(withInvitations(platform, std::move(view), now));
    return page;
}

} // namespace

OrganizationService::OrganizationService(sql::Database &platform, SiteDirectory &directory, const Clock &clock)
    : m_platform(platform)
    , m_directory(directory)
    , m_clock(clock)
{
}

Result<Page<OrganizationView>> OrganizationService::list(const PlatformPrincipal &who,
                                                         const OrganizationQuery &query) const
{
    return m_platform.read([&](sql::Session &platform) { return listed(platform, who, query, m_clock.now()); },
                           sql::ReadKind::Snapshot);
}

Result<OrganizationView> OrganizationService::find(const PlatformPrincipal &who, const QString &key) const
{
    return m_platform.read([&](sql::Session &platform) -> Result<OrganizationView> {
        return withInvitations(platform, TRY(organizationFor(platform, who, key, {u"view_organization"_s})),
                               m_clock.now());
    });
}

Result<Page<audit::history::Entry>> OrganizationService::history(const PlatformPrincipal &who, const QString &key,
                                                                 const audit::history::Query &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<audit::history::Entry>> {
            if (who.superuser && TRY(audit::history::isKnown(platform, OrganizationStore::historyOf(key))))
                return audit::history::list(platform, OrganizationStore::historyOf(key), query);
            const OrganizationView view = TRY(organizationFor(platform, who, key, {u"change_organization"_s}));
            return audit::history::list(platform, OrganizationStore::historyOf(view.organization.uuid), query);
        },
        sql::ReadKind::Snapshot);
}

Later<OrganizationView> OrganizationService::create(const PlatformPrincipal &who,
                                                    const OrganizationChange &fields) const
{
    if (!fields.name)
        return failure(Error::field(u"name"_s, u"Give a name."_s));
    if (const auto checked = check(fields); !checked)
        return failure(checked.error());
    const Micros now = m_clock.now();
    const QString uuid = newUuid();
    return m_platform.write([=](sql::Transaction &platform) -> Result<OrganizationView> {
        platform.setOrigin(who.origin);
        TRY(lockDirectory(platform));
        Organization organization;
        organization.uuid = uuid;
        organization.slug = TRY(chooseSlug(platform, fields));
        organization.createdAt = organization.modifiedAt = now;
        applyChange(fields, who, organization);
        const std::int64_t id = TRY(OrganizationStore::insert(platform, organization));
        TRY(insertOwner(platform, id, who.id, now));
        return organizationFor(platform, who, uuid, {u"view_organization"_s});
    });
}

Later<OrganizationView> OrganizationService::update(const PlatformPrincipal &who, const QString &key,
                                                    const OrganizationChange &change) const
{
    OrganizationChange wanted = change;
    wanted.slug.reset();
    if (const auto checked = check(wanted); !checked)
        return failure(checked.error());
    const Micros now = m_clock.now();
    return m_directory.published(m_platform.write([=](sql::Transaction &platform) -> Result<OrganizationView> {
        platform.setOrigin(who.origin);
        TRY(raiseDirectoryVersion(platform));
        Organization organization = TRY(organizationFor(platform, who, key, {u"change_organization"_s})).organization;
        applyChange(wanted, who, organization);
        organization.modifiedAt = now;
        TRY(OrganizationStore::update(platform, organization));
        return withInvitations(platform,
                               TRY(organizationFor(platform, who, organization.uuid, {u"view_organization"_s})), now);
    }));
}

Later<void> OrganizationService::remove(const PlatformPrincipal &who, const QString &key) const
{
    return m_platform.write([=, now = m_clock.now()](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(who.origin);
        TRY(lockDirectory(platform));
        const OrganizationView view = TRY(organizationFor(platform, who, key, {u"delete_organization"_s}));
        if (view.organization.siteCount > 0) {
            return failure(ErrorCode::BadRequest, u"The organization still has sites; delete them first."_s);
        }
        TRY(OrganizationStore::remove(platform, view.organization));
        return invitedaccounts::sweep(platform, now);
    });
}

} // namespace tenantry
