// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/groups/groupservice.h"

#include "core/access/permissioncatalogue.h"
#include "core/base/takegiven.h"
#include "core/identity/accounts.h"
#include "core/tenancy/fieldrules.h"
#include "core/tenancy/mirrors/mirrors.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr int maxNameLength = 150;

Result<void> requireSuperuser(const PlatformPrincipal &who)
{
    if (who.superuser)
        return {};
    return failure(ErrorCode::Forbidden, u"Only a platform administrator manages groups."_s);
}

Result<Group> existing(sql::Session &platform, std::int64_t id)
{
    auto group = TRY(GroupStore::find(platform, id));
    if (!group)
        return failure(ErrorCode::NotFound, u"There is no such group."_s);
    return *std::move(group);
}

/// The change, fit to be stored.
Result<GroupChange> checked(const GroupChange &change)
{
    GroupChange fit = change;
    FieldRules rules;
    if (change.name) {
        rules.name(u"name"_s, *change.name, maxNameLength);
        fit.name = change.name->trimmed();
    }
    TRY(rules.result());
    if (change.permissions) {
        fit.permissions =
            TRY(access::checkedCodenames(*change.permissions, access::cataloguedCodenames(), u"permissions"_s));
    }
    return fit;
}

Result<void> checkFree(sql::Session &platform, const Group &group)
{
    const auto holder = TRY(GroupStore::named(platform, group.name));
    if (holder && holder->id != group.id)
        return failure(Error::field(u"name"_s, u"There is a group of this name already."_s));
    return {};
}

} // namespace

GroupService::GroupService(sql::Database &platform, Mirrors &mirrors, const Clock &clock)
    : m_platform(platform)
    , m_mirrors(mirrors)
    , m_clock(clock)
{
}

Result<Page<Group>> GroupService::list(const GroupQuery &query) const
{
    return m_platform.read([&](sql::Session &platform) { return GroupStore::list(platform, query); },
                           sql::ReadKind::Snapshot);
}

Result<Group> GroupService::find(std::int64_t id) const
{
    return m_platform.read([&](sql::Session &platform) { return existing(platform, id); }, sql::ReadKind::Snapshot);
}

Result<Page<audit::history::Entry>> GroupService::history(const PlatformPrincipal &who, std::int64_t id,
                                                          const audit::history::Query &query) const
{
    TRY(requireSuperuser(who));
    return m_platform.read(
        [&](sql::Session &platform) {
            return audit::history::listOf(platform, GroupStore::historyOf(id), query,
                                          [&](sql::Session &session) { return existing(session, id); });
        },
        sql::ReadKind::Snapshot);
}

Later<Group> GroupService::create(const PlatformPrincipal &who, const GroupChange &fields) const
{
    TRY(requireSuperuser(who));
    if (!fields.name)
        return failure(Error::field(u"name"_s, u"Give a name."_s));
    const GroupChange wanted = TRY(checked(fields));
    Group group;
    group.createdAt = group.modifiedAt = m_clock.now();
    takeGiven(wanted.name, group.name);
    takeGiven(wanted.permissions, group.permissions);
    return m_platform.write([group, origin = who.origin](sql::Transaction &platform) -> Result<Group> {
        platform.setOrigin(origin);
        TRY(checkFree(platform, group));
        return existing(platform, TRY(GroupStore::insert(platform, group)));
    });
}

Later<Group> GroupService::update(const PlatformPrincipal &who, std::int64_t id, const GroupChange &change) const
{
    TRY(requireSuperuser(who));
    const GroupChange wanted = TRY(checked(change));
    return m_mirrors.followed(m_platform.write([=, now = m_clock.now()](sql::Transaction &platform) -> Result<Group> {
        platform.setOrigin(who.origin);
        Group group = TRY(existing(platform, id));
        TRY(mirrorjobs::addForGroup(platform, id));
        takeGiven(wanted.name, group.name);
        takeGiven(wanted.permissions, group.permissions);
        group.modifiedAt = now;
        TRY(checkFree(platform, group));
        TRY(GroupStore::update(platform, group));
        TRY(mirrorjobs::addForGroup(platform, id));
        return group;
    }));
}

Later<void> GroupService::remove(const PlatformPrincipal &who, std::int64_t id) const
{
    TRY(requireSuperuser(who));
    return m_mirrors.followed(m_platform.write([=](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(who.origin);
        const Group group = TRY(existing(platform, id));
        TRY(mirrorjobs::addForGroup(platform, id));
        return GroupStore::remove(platform, group);
    }));
}

Result<Page<identity::Account>> GroupService::members(const PlatformPrincipal &who, std::int64_t id,
                                                      const GroupQuery &query) const
{
    TRY(requireSuperuser(who));
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<identity::Account>> {
            TRY(existing(platform, id));
            return GroupStore::members(platform, id, query);
        },
        sql::ReadKind::Snapshot);
}

Later<identity::Account> GroupService::addMember(const PlatformPrincipal &who, std::int64_t id,
                                                 const QString &username) const
{
    TRY(requireSuperuser(who));
    return m_mirrors.followed(m_platform.write([=](sql::Transaction &platform) -> Result<identity::Account> {
        platform.setOrigin(who.origin);
        const Group group = TRY(existing(platform, id));
        auto account = TRY(identity::Accounts::byUsernameOrUuid(platform, username));
        if (!account || account->deleted)
            return failure(Error::field(u"username"_s, u"There is no account of this name."_s));
        TRY(GroupStore::addMember(platform, group, *account));
        TRY(mirrorjobs::addForGroup(platform, id, account->id));
        return *std::move(account);
    }));
}

Later<void> GroupService::removeMember(const PlatformPrincipal &who, std::int64_t id, const QString &username) const
{
    TRY(requireSuperuser(who));
    return m_mirrors.followed(m_platform.write([=](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(who.origin);
        const Group group = TRY(existing(platform, id));
        const auto account = TRY(identity::Accounts::byUsernameOrUuid(platform, username));
        if (account)
            TRY(mirrorjobs::addForGroup(platform, id, account->id));
        if (!account || !TRY(GroupStore::removeMember(platform, group, *account)))
            return failure(ErrorCode::NotFound, u"The group has no such member."_s);
        return {};
    }));
}

} // namespace tenantry
