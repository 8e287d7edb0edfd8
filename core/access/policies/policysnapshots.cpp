// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policysnapshots.h"

#include "core/access/policies/policyparser.h"
#include "core/access/policies/policystore.h"
#include "core/access/roles/heldroles.h"
#include "core/identity/siteusers.h"
#include "core/json/reader.h"
#include "core/sql/writescope.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

constexpr std::chrono::milliseconds longestAge{800}; // a second, less what it takes to read and decide
constexpr qsizetype mostSites = 1'000;
constexpr qsizetype mostCallers = 10'000;

/// What is stored as one of the system's is only there to say that it is disabled.
Policy policyOf(const StoredPolicy &stored)
{
    Result<Policy> parsed = stored.system ? Policy() : parsePolicy(stored.body);
    if (parsed && !stored.system) {
        parsed->disabled = stored.disabled;
        return *std::move(parsed);
    }
    // Of one that this version of the program does not understand nothing is allowed.
    Policy closed;
    closed.kind = stored.kind;
    closed.name = stored.name;
    closed.version = stored.version;
    closed.disabled = stored.system || stored.disabled || stored.kind == PolicyKind::Resource;
    if (stored.kind == PolicyKind::Principal)
        closed.rules.push_back({.effect = RuleEffect::Deny, .actions = {u"*"_s}, .resource = u"*"_s});
    return closed;
}

json::Object attributesOf(const identity::SiteUser &user, const SitePrincipal &who)
{
    const json::Value stored = json::read(user.attributes).value_or(json::Value());
    json::Object attributes = std::as_const(stored).object();
    attributes.set("username", who.username);
    attributes.set("email", who.email);
    attributes.set("is_staff", who.staff);
    attributes.set("is_superuser", who.superuser);
    return attributes;
}

} // namespace

std::shared_ptr<const PolicySet> PolicySnapshots::policies(const Site &site, const QString &app)
{
    static const auto none = std::make_shared<const PolicySet>();
    const auto ofSite = sets(site);
    return ofSite ? ofSite->value(app, none) : nullptr;
}

std::shared_ptr<const PolicySnapshots::SetsByApp> PolicySnapshots::sets(const Site &site)
{
    const Time now = std::chrono::steady_clock::now();
    const std::uint64_t ownWrites = site.ownWrites();
    OfSite known;
    {
        const std::lock_guard lock(m_mutex);
        known = m_sites.value(site.uuid());
    }
    if (known.sets && known.ownWrites == ownWrites && now - known.readAt < longestAge)
        return known.sets;
    Result<OfSite> read = load(site, known);
    if (!read)
        return sql::WriteScope::isInside() ? known.sets : nullptr;
    read->ownWrites = ownWrites;
    read->readAt = now;
    const std::lock_guard lock(m_mutex);
    if (m_sites.size() >= mostSites)
        m_sites.clear();
    m_sites.insert(site.uuid(), *read);
    return read->sets;
}

Result<PolicySnapshots::OfSite> PolicySnapshots::load(const Site &site, const OfSite &known) const
{
    return site.read(
        [&](sql::Session &session) -> Result<OfSite> {
            OfSite read = known;
            read.version = TRY(policystore::version(session));
            if (known.sets && read.version == known.version)
                return read;
            QHash<QString, std::vector<std::shared_ptr<const Policy>>> byApp;
            for (const auto &[app, stored] : TRY(policystore::all(session)))
                byApp[app].push_back(std::make_shared<const Policy>(policyOf(stored)));
            auto sets = std::make_shared<SetsByApp>();
            for (auto app = byApp.begin(); app != byApp.end(); ++app)
                sets->insert(app.key(), std::make_shared<const PolicySet>(std::move(app.value())));
            read.sets = std::move(sets);
            return read;
        },
        sql::ReadKind::Snapshot);
}

std::shared_ptr<const Caller> PolicySnapshots::caller(const Site &site, const SitePrincipal &who, const QString &app)
{
    const QString key = site.uuid() + u'/' + app + u'/' + who.id;
    const Time now = std::chrono::steady_clock::now();
    const std::uint64_t ownWrites = site.ownWrites();
    OfCaller known;
    {
        const std::lock_guard lock(m_mutex);
        known = m_callers.value(key);
    }
    const bool isHeldStill = known.caller && (!known.caller->until || m_clock.now() < *known.caller->until);
    if (isHeldStill && known.ownWrites == ownWrites && now - known.readAt < longestAge)
        return known.caller;
    Result<Caller> read = site.read([&](sql::Session &session) { return callerOf(session, who, app, m_clock.now()); });
    if (!read)
        return sql::WriteScope::isInside() ? known.caller : nullptr;
    auto caller = std::make_shared<const Caller>(*std::move(read));
    const std::lock_guard lock(m_mutex);
    if (m_callers.size() >= mostCallers)
        m_callers.clear();
    m_callers.insert(key, {caller, ownWrites, now});
    return caller;
}

Result<Caller> PolicySnapshots::callerOf(sql::Session &session, const SitePrincipal &who, const QString &app,
                                         Micros now)
{
    Caller caller;
    RolesNow roles = TRY(rolesNow(session, app, who.id, now));
    caller.until = roles.until;
    caller.roles = std::move(roles.names);
    caller.roles.append(u"user"_s);
    const std::optional<identity::SiteUser> user = TRY(identity::SiteUsers::byId(session, who.id));
    json::Array names;
    for (const QString &role : caller.roles)
        names.emplace_back(role);
    json::Object principal;
    principal.set("id", who.id);
    principal.set("roles", std::move(names));
    principal.set("attr", attributesOf(user.value_or(identity::SiteUser()), who));
    caller.principal = std::move(principal);
    return caller;
}

} // namespace tenantry::access
