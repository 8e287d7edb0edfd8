// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/roleassignment.h"

#include "core/access/roles/rank.h"
#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolestore.h"
#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using identity::SiteUser;

const QString noRole = u"There is no such role."_s;
const QString givesMore = u"This role gives more than you hold."_s;

Result<void> requireUserManager(const SitePrincipal &who)
{
    if (who.may(u"manage_site_users"_s))
        return {};
    return failure(ErrorCode::Forbidden, u"Only those who manage the site's users may do this."_s,
                   u"Ask an administrator of the site for the permission manage_site_users."_s);
}

Result<void> checkOrder(const RoleOrder &order, Micros now)
{
    std::vector<FieldError> problems;
    const auto checkCount = [&](const QString &field, const QStringList &items) {
        if (items.isEmpty() || items.size() > RoleOrder::maxItems)
            problems.push_back({field, u"Must have 1 to %1 items."_s.arg(RoleOrder::maxItems)});
    };
    checkCount(u"roles"_s, order.roles);
    checkCount(u"usernames"_s, order.usernames);
    const std::optional<Micros> expiresAt = order.expiresAt.value_or(std::nullopt);
    if (expiresAt && *expiresAt <= now)
        problems.push_back({u"expires_at"_s, u"Must be in the future."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

struct NamedRole
{
    QString slug;
    RoleType type = RoleType::AppRole;
    std::int64_t id = 0;
    QString problem; ///< why it cannot be given or taken; empty: it can
};

NamedRole named(const RoleBook &book, const QString &slug)
{
    if (const AppRole *role = book.appRole(slug))
        return {slug, RoleType::AppRole, role->id, {}};
    if (const SiteRole *role = book.siteRole(slug))
        return {slug, RoleType::SiteRole, role->id, {}};
    return {slug, RoleType::AppRole, 0, noRole};
}

/// The roles with these slugs; one that gives more than `rank` holds has that as its problem.
std::vector<NamedRole> rolesToGive(const RoleBook &book, const Rank &rank, const QStringList &slugs)
{
    std::vector<NamedRole> roles;
    for (const QString &slug : slugs) {
        NamedRole role = named(book, slug);
        if (role.problem.isEmpty() && !rank.holds(book.given(role.type, role.id)))
            role.problem = givesMore;
        roles.push_back(std::move(role));
    }
    return roles;
}

std::vector<std::int64_t> idsOf(const std::vector<NamedRole> &roles, RoleType type)
{
    std::vector<std::int64_t> ids;
    for (const NamedRole &role : roles) {
        if (role.problem.isEmpty() && role.type == type)
            ids.push_back(role.id);
    }
    return ids;
}

/// Why the roles of this user are not the caller's to change; empty: they are.
Result<QString> userProblem(sql::Session &session, const Rank &rank, const std::optional<SiteUser> &user)
{
    if (!user || user->deleted)
        return u"The site has no such user."_s;
    if (!TRY(rank.reaches(session, {user->id, user->superuser, user->cloudUser, user->staff})))
        return u"This user may do more than you."_s;
    return QString();
}

/// Does `step` for each user, with the ids of app roles and of site roles, and counts.
template<class Step>
Result<RoleOutcome> forEachUser(sql::Transaction &transaction, const Rank &rank, const QStringList &usernames,
                                const std::vector<NamedRole> &roles, Step step)
{
    RoleOutcome outcome;
    for (const QString &username : usernames) {
        const std::optional<SiteUser> user = TRY(identity::SiteUsers::byUsername(transaction, username));
        const QString problem = TRY(userProblem(transaction, rank, user));
        for (const NamedRole &role : roles) {
            const QString &reason = problem.isEmpty() ? role.problem : problem;
            if (reason.isEmpty())
                ++outcome.done;
            else
                outcome.failures.push_back({username, role.slug, reason});
        }
        if (!problem.isEmpty())
            continue;
        for (const RoleType type : {RoleType::AppRole, RoleType::SiteRole})
            TRY(step(user->id, type, idsOf(roles, type)));
    }
    return outcome;
}

RoleOrder withoutRepetitions(RoleOrder order)
{
    order.roles.removeDuplicates();
    order.usernames.removeDuplicates();
    return order;
}

} // namespace

Later<RoleOutcome> RoleAssignment::assign(const Site &site, const SitePrincipal &who, const RoleOrder &order) const
{
    TRY(requireUserManager(who));
    TRY(checkOrder(order, m_clock.now()));
    return site.write([wanted = withoutRepetitions(order), who,
                       now = m_clock.now()](sql::Transaction &transaction) -> Result<RoleOutcome> {
        TRY(rolestore::lock(transaction));
        const Rank rank = TRY(Rank::of(transaction, who, now));
        const RoleBook book = TRY(rolestore::load(transaction));
        const rolemembers::Grant grant{wanted.expiresAt, who.id, now};
        TRY(rolemembers::sweep(transaction, now));
        return forEachUser(transaction, rank, wanted.usernames, rolesToGive(book, rank, wanted.roles),
                           [&](const QString &userId, RoleType type, const std::vector<std::int64_t> &ids) {
                               return rolemembers::add(transaction, userId, type, ids, grant);
                           });
    });
}

Later<RoleOutcome> RoleAssignment::revoke(const Site &site, const SitePrincipal &who, const RoleOrder &order) const
{
    TRY(requireUserManager(who));
    TRY(checkOrder(order, m_clock.now()));
    return site.write([wanted = withoutRepetitions(order), who,
                       now = m_clock.now()](sql::Transaction &transaction) -> Result<RoleOutcome> {
        TRY(rolestore::lock(transaction));
        const Rank rank = TRY(Rank::of(transaction, who, now));
        const RoleBook book = TRY(rolestore::load(transaction));
        std::vector<NamedRole> roles;
        for (const QString &slug : wanted.roles)
            roles.push_back(named(book, slug));
        return forEachUser(transaction, rank, wanted.usernames, roles,
                           [&](const QString &userId, RoleType type, const std::vector<std::int64_t> &ids) {
                               return rolemembers::remove(transaction, userId, type, ids);
                           });
    });
}

Result<void> giveFirstRoles(sql::Transaction &transaction, const SitePrincipal &who, const QString &userId,
                            const QStringList &slugs, Micros now)
{
    if (slugs.isEmpty())
        return {};
    if (slugs.size() > RoleOrder::maxItems)
        return failure(Error::field(u"role_slugs"_s, u"Must have at most %1 items."_s.arg(RoleOrder::maxItems)));
    TRY(rolestore::lock(transaction));
    const Rank rank = TRY(Rank::of(transaction, who, now));
    const RoleBook book = TRY(rolestore::load(transaction));
    const std::vector<NamedRole> roles = rolesToGive(book, rank, slugs);
    std::vector<FieldError> problems;
    for (const NamedRole &role : roles) {
        if (!role.problem.isEmpty())
            problems.push_back({u"role_slugs"_s, role.slug + u": "_s + role.problem});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    for (const RoleType type : {RoleType::AppRole, RoleType::SiteRole})
        TRY(rolemembers::add(transaction, userId, type, idsOf(roles, type), {std::nullopt, who.id, now}));
    return {};
}

} // namespace tenantry::access
