// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/policychecks.h"

#include "core/access/policies/policies.h"
#include "core/access/refusal.h"
#include "core/apps/appmanager.h"
#include "core/log/log.h"
#include "server/api/appaccess.h"
#include "server/api/bodyfields.h"
#include "server/api/checkedrow.h"
#include "server/api/checkrequest.h"
#include "server/api/siteendpoint.h"
#include "server/middleware/accesslog.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

json::Object resultJson(const CheckedEntry &entry, const std::vector<bool> &allowed, const QString &scope)
{
    json::Object resource;
    resource.set("kind", entry.resource.kind);
    resource.set("id", entry.resource.id);
    resource.set("policy_version", entry.resource.version);
    resource.set("scope", scope);
    json::Object actions;
    for (qsizetype i = 0; i < entry.actions.size(); ++i)
        actions.set(entry.actions[i].toStdString(), allowed[std::size_t(i)] ? "EFFECT_ALLOW" : "EFFECT_DENY");
    json::Object result;
    result.set("resource", std::move(resource));
    result.set("actions", std::move(actions));
    result.set("validation_errors", json::Array());
    return result;
}

Result<bool> nodesAllow(const Services &services, const CheckCaller &caller, const CheckedRow &row,
                        const QString &action)
{
    for (const NodeQuestion &question : TRY(questionsOfNodes(services, caller, row, action))) {
        const std::vector<bool> allowed = TRY(services.policies.checks.check(
            caller.site, caller.who, row.app, question.node, {question.action}, json::Object()));
        if (!allowed.front())
            return false;
    }
    return true;
}

Result<std::vector<bool>> allowedOf(const Services &services, const CheckCaller &caller, const CheckedEntry &entry,
                                    const json::Value &auxiliary)
{
    const CheckedRow row = TRY(checkedRow(services, caller, entry.resource));
    std::vector<bool> allowed =
        TRY(services.policies.checks.check(caller.site, caller.who, row.app, row.resource, entry.actions, auxiliary));
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        const QString &action = entry.actions[qsizetype(i)];
        if (row.readOnly && isChange(action))
            allowed[i] = false;
        else if (allowed[i])
            allowed[i] = TRY(nodesAllow(services, caller, row, action));
    }
    return allowed;
}

Answer check(const Services &services, const CallPtr &call)
{
    const apps::App app = TRY(appOfPath(services, *call));
    const std::vector<CheckedEntry> entries = TRY(readChecks(call->body));
    const json::Value auxiliary = TRY(readAuxiliary(call->body));
    const QString scope = access::PolicyService::scopeOf(*call->site, app.slug);
    json::Array results;
    for (const CheckedEntry &entry : entries) {
        const CheckCaller caller{*call->site, *call->user, app.slug};
        const std::vector<bool> allowed = TRY(allowedOf(services, caller, entry, auxiliary));
        results.emplace_back(resultJson(entry, allowed, scope));
    }
    const QString request = QString::fromLatin1(call->correlationId);
    json::Object answer;
    answer.set("request_id", request);
    answer.set("results", std::move(results));
    answer.set("cerbos_call_id", request);
    return http::Response::json(json::Value(std::move(answer)));
}

/// Who is asked about: the caller, or somebody else for those who manage the site.
Result<SitePrincipal> subjectOf(const Call &call)
{
    const std::optional<QString> user = textField(call.body, "user");
    if (!user || *user == call.user->username)
        return *call.user;
    TRY(apps::requireAppManager(*call.user));
    return access::PolicyChecks::userNamed(*call.site, *user);
}

/// Mirrors are changed by nobody, whatever the policies of their source say.
void explainMirror(access::Explanation &explanation)
{
    json::Object decider;
    decider.set("kind", "system_policy");
    decider.set("policy", nullptr);
    decider.set("rule", nullptr);
    decider.set("name", "mirror");
    json::Object step = decider;
    step.set("effect", "EFFECT_DENY");
    step.set("outcome", "matched");
    explanation.allowed = false;
    explanation.data.set("effect", "EFFECT_DENY");
    explanation.data.set("decided_by", std::move(decider));
    explanation.data.set("conditions", json::Array());
    explanation.data.set("chain", json::Array{std::move(step)});
}

/// Of an edge that its nodes decide about, why the node that decided did.
Result<access::Explanation> explanationOf(const Services &services, const CheckCaller &caller,
                                          const access::CheckedResource &asked, const QString &action)
{
    const CheckedRow row = TRY(checkedRow(services, caller, asked));
    const auto explained = [&](const access::CheckedResource &resource, const QString &what) {
        return services.policies.checks.explain(caller.site, caller.who, row.app, resource, what);
    };
    access::Explanation explanation = TRY(explained(row.resource, action));
    if (row.readOnly && isChange(action)) {
        explainMirror(explanation);
        return explanation;
    }
    if (!explanation.allowed)
        return explanation;
    for (const NodeQuestion &question : TRY(questionsOfNodes(services, caller, row, action))) {
        explanation = TRY(explained(question.node, question.action));
        if (!explanation.allowed)
            break;
    }
    return explanation;
}

Answer explain(const Services &services, const CallPtr &call)
{
    const apps::App app = TRY(appOfPath(services, *call));
    const SitePrincipal who = TRY(subjectOf(*call));
    const access::CheckedResource asked = TRY(readCheckedResource(call->body["resource"], u"resource"_s));
    access::Explanation explanation =
        TRY(explanationOf(services, {*call->site, who, app.slug}, asked, call->body["action"].text()));
    explanation.data.set("reference", access::newReference());
    services.log.write(Logger::Security, LogLevel::Info, u"decision explained"_s, logContextOf(*call),
                       {{"event_type", "decision"}, {"subject", who.username}, {"decision", explanation.data}});
    return envelope(json::Value(std::move(explanation.data)), u"Decision"_s);
}

Endpoint endpointOf(const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = siteEndpoint(http::Method::Post, path, operationId, summary, "policies");
    endpoint.query = {
        {.name = "is_active", .type = FieldType::Boolean, .description = "false: also of an inactive app"}};
    return endpoint;
}

} // namespace

void addPolicyCheckEndpoints(Api &api)
{
    const Services &services = api.services;
    Endpoint checks = endpointOf("/api/apps/{app}/check/resources/", "policies_check",
                                 "What the caller may do to each of 1 to 50 resources");
    checks.shape = Shape::Bare;
    checks.body = Body{.fields = {{.name = "resources",
                                   .type = FieldType::Array,
                                   .required = true,
                                   .description = "Objects with resource (kind, id, attr, policyVersion) and actions"},
                                  {.name = "auxData",
                                   .type = FieldType::Object,
                                   .nullable = true,
                                   .description = "What conditions see as request.auxData"}},
                       .open = true,
                       .schemaName = "PolicyCheck"};
    checks.responses = {{200, "An effect for each action, in the order of the resources", {}}};
    checks.handler = [&services](const CallPtr &call) { return check(services, call); };
    api.router.add(std::move(checks));

    Endpoint reasons =
        endpointOf("/api/apps/{app}/check/explain/", "policies_explain",
                   "Whether the caller, or for those who manage the site anybody, may do something, and why");
    reasons.body = Body{.fields = {{.name = "resource",
                                    .type = FieldType::Object,
                                    .required = true,
                                    .description = "With kind, id and, if you like, attr and policyVersion"},
                                   {.name = "action", .required = true, .maxLength = 255, .minLength = 1},
                                   {.name = "user", .minLength = 1, .description = "A user name"}},
                        .schemaName = "PolicyExplain"};
    reasons.responses = {{200, "The effect, what decided, and everything that was looked at", {}}};
    reasons.handler = [&services](const CallPtr &call) { return explain(services, call); };
    api.router.add(std::move(reasons));
}

} // namespace tenantry::server
