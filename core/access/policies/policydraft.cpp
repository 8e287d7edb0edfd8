// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policydraft.h"

#include "core/access/policies/policyparser.h"
#include "core/access/policies/rowrules.h"
#include "core/base/ids.h"
#include "core/identity/siteusers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using Sets = QHash<QString, std::shared_ptr<const Policy>>;
using Problems = std::vector<FieldError>;

/// The other policies of the app, compiled; what cannot be compiled any more is left out.
Result<std::vector<std::shared_ptr<const Policy>>> othersOf(sql::Session &session, std::int64_t appId,
                                                            std::vector<std::shared_ptr<const Policy>> others)
{
    const auto isAmong = [](const auto &policies, const QString &id) {
        return std::ranges::any_of(policies, [&](const auto &policy) { return policy->id() == id; });
    };
    const auto together = others;
    for (const StoredPolicy &stored : TRY(policystore::ofApp(session, appId))) {
        const bool matters = stored.kind == PolicyKind::DerivedRoles || stored.kind == PolicyKind::Resource;
        Result<Policy> policy = matters && !stored.system ? parsePolicy(stored.body) : Policy();
        if (policy && matters && !stored.system && !isAmong(together, stored.id()))
            others.push_back(std::make_shared<const Policy>(*std::move(policy)));
    }
    return others;
}

void checkImports(const Policy &policy, const Sets &sets, Problems &problems)
{
    QStringList defined;
    for (const QString &name : policy.importDerivedRoles) {
        if (!sets.contains(name)) {
            problems.push_back({u"resourcePolicy.importDerivedRoles"_s,
                                u"The app has no derived roles '%1'; post them first."_s.arg(name)});
            return;
        }
        for (const DerivedRole &role : sets.value(name)->derivedRoles)
            defined.append(role.name);
    }
    for (const Rule &rule : policy.rules) {
        for (const QString &name : rule.derivedRoles) {
            if (!defined.contains(name))
                problems.push_back({u"resourcePolicy.rules.%1.derivedRoles"_s.arg(rule.index),
                                    u"No imported set defines the derived role '%1'."_s.arg(name)});
        }
    }
}

/// Whatever these derived roles are used for already must go on being asked of rows.
void checkUsers(const Policy &set, const std::vector<std::shared_ptr<const Policy>> &others, const RowRules &rules,
                Problems &problems)
{
    for (const auto &other : others) {
        if (other->kind != PolicyKind::Resource || !other->importDerivedRoles.contains(set.name))
            continue;
        for (FieldError &problem : rules.problemsOf(set, *other)) {
            problem.message += u" The policy '%1' uses it."_s.arg(other->id());
            problems.push_back(std::move(problem));
        }
    }
}

} // namespace

Result<PolicyDraft> PolicyDraft::read(const json::Value &body)
{
    Policy policy = TRY(parsePolicy(body));
    return PolicyDraft(body, std::move(policy));
}

Result<StoredPolicy> PolicyDraft::accepted(sql::Session &session, std::int64_t appId, const data::Catalogue::App *app,
                                           const std::vector<std::shared_ptr<const Policy>> &together) const
{
    Policy policy = m_policy;
    json::Value body = m_body;
    if (policy.kind == PolicyKind::Principal)
        TRY(nameTheUser(session, policy, body));
    const auto others = TRY(othersOf(session, appId, together));
    Sets sets;
    for (const auto &other : others) {
        if (other->kind == PolicyKind::DerivedRoles)
            sets.insert(other->name, other);
    }
    const RowRules rules(app, [&](const QString &name) { return sets.value(name); });
    Problems problems = rules.problemsOf(policy);
    checkImports(policy, sets, problems);
    if (policy.kind == PolicyKind::DerivedRoles)
        checkUsers(policy, others, rules, problems);
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    json::Value *content = body.object()->find(nameOf(policy.kind).toStdString());
    content->object()->remove("scope");
    StoredPolicy stored;
    stored.appId = appId;
    stored.kind = policy.kind;
    stored.name = policy.name;
    stored.version = policy.version;
    stored.disabled = policy.disabled;
    stored.body = std::move(body);
    return stored;
}

/// The user may be called by id or by name; what is kept is the id, which never changes.
Result<void> PolicyDraft::nameTheUser(sql::Session &session, Policy &policy, json::Value &body) const
{
    using identity::SiteUsers;
    std::optional<identity::SiteUser> user = TRY(SiteUsers::byUsername(session, policy.name));
    if (!user && isUuid(policy.name))
        user = TRY(SiteUsers::byId(session, policy.name));
    if (!user)
        return failure(Error::field(u"principalPolicy.principal"_s,
                                    u"The site has no user '%1'; give an id or a user name."_s.arg(policy.name)));
    policy.name = user->id;
    body.object()->find("principalPolicy")->object()->set("principal", user->id);
    return {};
}

} // namespace tenantry::access
