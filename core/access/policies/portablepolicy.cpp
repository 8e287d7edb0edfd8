// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/portablepolicy.h"

#include "core/access/policies/policydraft.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using PolicyPtr = std::shared_ptr<const Policy>;

/// No app has an id below 1.
constexpr std::int64_t noApp = 0;

json::Value bodyOf(const StoredPolicy &policy)
{
    json::Value body = policy.body;
    body.object()->set("disabled", policy.disabled);
    return body;
}

/// The error with its fields below `place`.
Error below(const QString &place, Error error)
{
    for (FieldError &field : error.fields)
        field.path.prepend(place);
    return error;
}

void addUnknown(QStringList &unknown, const QStringList &named, const QStringList &roles)
{
    static const QStringList always{u"*"_s, u"user"_s, u"anonymous"_s};
    for (const QString &role : named) {
        if (!roles.contains(role) && !always.contains(role) && !unknown.contains(role))
            unknown.append(role);
    }
}

/// Which roles a policy speaks of that are not among these.
QStringList unknownRoles(const Policy &policy, QStringList roles)
{
    QStringList unknown;
    for (const Rule &rule : policy.rules)
        addUnknown(unknown, rule.roles, roles);
    for (const DerivedRole &role : policy.derivedRoles)
        addUnknown(unknown, role.parentRoles, roles);
    if (policy.kind == PolicyKind::Role)
        addUnknown(unknown, QStringList{policy.name} + policy.parentRoles, roles);
    return unknown;
}

/// All drafts, each once, of kinds that travel.
Result<std::vector<PolicyDraft>> readAll(const std::vector<json::Value> &bodies, const QStringList &places)
{
    std::vector<PolicyDraft> drafts;
    std::vector<FieldError> problems;
    QStringList ids;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const QString &place = places[qsizetype(i)];
        Result<PolicyDraft> draft = PolicyDraft::read(bodies[i]);
        if (!draft) {
            const Error error = below(place, std::move(draft).error());
            problems.insert(problems.end(), error.fields.begin(), error.fields.end());
            continue;
        }
        if (draft->policy().kind == PolicyKind::Principal)
            problems.push_back({place + u"principalPolicy"_s, u"Exceptions for single users do not travel."_s});
        if (ids.contains(draft->policy().id()))
            problems.push_back({place + u"name"_s, u"The package has '%1' twice."_s.arg(draft->policy().id())});
        ids.append(draft->policy().id());
        drafts.push_back(*std::move(draft));
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return drafts;
}

/// Puts the policy where it belongs, beside the one that has its id now.
Result<void> addTo(PortablePolicyPlan &plan, StoredPolicy wanted, const std::optional<StoredPolicy> &before)
{
    if (before && before->kind != wanted.kind)
        return failure(ErrorCode::Conflict,
                       u"'%1' is a policy of the kind %2."_s.arg(before->id(), nameOf(before->kind)),
                       u"Delete that one first."_s);
    if (before && !before->system && bodyOf(*before) == bodyOf(wanted))
        plan.unchanged.append(wanted.id());
    else if (before && !before->system)
        plan.updated.push_back(std::move(wanted));
    else
        plan.created.push_back(std::move(wanted));
    return {};
}

} // namespace

Result<std::vector<PortablePolicy>> portablePolicies(sql::Session &session, std::int64_t appId)
{
    std::vector<PortablePolicy> policies;
    for (const StoredPolicy &stored : TRY(policystore::ofApp(session, appId))) {
        if (stored.kind != PolicyKind::Principal)
            policies.push_back({stored.id(), bodyOf(stored)});
    }
    return policies;
}

Result<PortablePolicyPlan> planPortablePolicies(sql::Session &session, std::optional<std::int64_t> appId,
                                                const std::vector<json::Value> &bodies, const QStringList &places,
                                                const QStringList &roles)
{
    const std::vector<PolicyDraft> drafts = TRY(readAll(bodies, places));
    std::vector<PolicyPtr> together;
    together.reserve(drafts.size());
    for (const PolicyDraft &draft : drafts)
        together.push_back(std::make_shared<const Policy>(draft.policy()));
    PortablePolicyPlan plan;
    std::vector<FieldError> problems;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        // The tables may be made or changed by the same import: a condition that does not fit them lets nobody through.
        auto accepted = drafts[i].accepted(session, appId.value_or(noApp), nullptr, together);
        if (!accepted && accepted.error().fields.empty())
            return failure(std::move(accepted).error());
        if (!accepted) {
            const Error error = below(places[qsizetype(i)], std::move(accepted).error());
            problems.insert(problems.end(), error.fields.begin(), error.fields.end());
            continue;
        }
        for (const QString &role : unknownRoles(drafts[i].policy(), roles))
            plan.warnings.append(
                u"The policy '%1' speaks of the role '%2', which the app does not have."_s.arg(accepted->id(), role));
        const auto before = appId ? TRY(policystore::find(session, *appId, accepted->id())) : std::nullopt;
        TRY(addTo(plan, *std::move(accepted), before));
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return plan;
}

Result<void> takePortablePolicies(sql::Transaction &transaction, const PortablePolicyPlan &plan, std::int64_t appId,
                                  const QString &by, Micros now)
{
    for (const auto *policies : {&plan.created, &plan.updated}) {
        for (StoredPolicy policy : *policies) {
            policy.appId = appId;
            policy.modifiedBy = by;
            TRY(policystore::put(transaction, policy, now));
        }
    }
    return {};
}

} // namespace tenantry::access
