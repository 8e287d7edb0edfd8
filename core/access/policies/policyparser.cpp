// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyparser.h"

#include "core/access/policies/matchparser.h"
#include "core/access/policies/policyreader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

constexpr auto envelopeMembers = {"apiVersion", "disabled", "description", "metadata", "$schema"};

struct Shape
{
    PolicyKind kind;
    const char *name; ///< the member that names the policy
    std::vector<std::string_view> members;
};

const Shape &shapeOf(PolicyKind kind)
{
    static const Shape resource{
        PolicyKind::Resource,
        "resource",
        {"resource", "version", "scope", "scopePermissions", "importDerivedRoles", "rules", "variables", "constants"}};
    static const Shape principal{
        PolicyKind::Principal,
        "principal",
        {"principal", "version", "scope", "scopePermissions", "rules", "variables", "constants"}};
    static const Shape derived{
        PolicyKind::DerivedRoles, "name", {"name", "scope", "definitions", "variables", "constants"}};
    static const Shape role{
        PolicyKind::Role, "role", {"role", "version", "scope", "parentRoles", "rules", "variables", "constants"}};
    switch (kind) {
    case PolicyKind::Resource:
        return resource;
    case PolicyKind::Principal:
        return principal;
    case PolicyKind::DerivedRoles:
        return derived;
    case PolicyKind::Role:
        break;
    }
    return role;
}

class PolicyParser
{
public:
    explicit PolicyParser(const json::Value &body)
        : m_body(body)
    {
    }

    Result<Policy> run()
    {
        const std::optional<PolicyKind> kind = kindOf();
        if (kind)
            readPolicy(shapeOf(*kind));
        if (!m_reader.problems.empty())
            return failure(Error::invalid(std::move(m_reader.problems)));
        return std::move(m_policy);
    }

private:
    /// Of the one member that holds a policy.
    std::optional<PolicyKind> kindOf()
    {
        std::optional<PolicyKind> found;
        for (const auto &[name, value] : m_body.object()) {
            const QString key = QString::fromStdString(name);
            if (const auto kind = policyKindNamed(key)) {
                if (found)
                    m_reader.problem(key, u"A policy is of one kind."_s);
                found = kind;
            } else if (std::ranges::find(envelopeMembers, name) == envelopeMembers.end()) {
                m_reader.problem(key, u"A policy has no such member."_s);
            }
        }
        if (!found)
            m_reader.problem(u"policy"_s, u"Give a resourcePolicy, principalPolicy, derivedRoles or rolePolicy."_s);
        const json::Value &version = m_body["apiVersion"];
        if (!version.isNull() && version.string() != "api.cerbos.dev/v1")
            m_reader.problem(u"apiVersion"_s, u"Must be 'api.cerbos.dev/v1'."_s);
        m_policy.disabled = m_reader.boolean(m_body["disabled"], u"disabled"_s);
        return found;
    }

    void readPolicy(const Shape &shape)
    {
        m_policy.kind = shape.kind;
        const QString path = nameOf(shape.kind);
        const json::Value &policy = m_body[path.toStdString()];
        if (!m_reader.object(policy, path, shape.members))
            return;
        m_policy.name = canonicalKind(m_reader.text(policy[shape.name], path + u'.' + QLatin1StringView(shape.name)));
        checkName(path + u'.' + QLatin1StringView(shape.name));
        readVersion(policy["version"], path + u".version"_s);
        const cel::Definitions definitions = readDefinitions(m_reader, policy, path);
        m_matches = MatchParser(m_reader, definitions);
        if (shape.kind == PolicyKind::DerivedRoles)
            return readDerivedRoles(policy["definitions"], path + u".definitions"_s);
        if (shape.kind == PolicyKind::Resource)
            m_policy.importDerivedRoles =
                m_reader.names(policy["importDerivedRoles"], path + u".importDerivedRoles"_s, Reader::MayBeEmpty);
        if (shape.kind == PolicyKind::Role)
            m_policy.parentRoles = m_reader.names(policy["parentRoles"], path + u".parentRoles"_s, Reader::MayBeEmpty);
        for (const auto &[rule, rulePath] : m_reader.items(policy["rules"], path + u".rules"_s, mostRules))
            readRule(*rule, rulePath);
    }

    void checkName(const QString &path)
    {
        static const QRegularExpression pattern(u"^[A-Za-z0-9_][A-Za-z0-9_.@/:-]*(:\\*)?$"_s);
        const QString &name = m_policy.name;
        if (m_policy.kind == PolicyKind::Role || m_policy.kind == PolicyKind::Principal)
            return; // names of roles and users, which have rules of their own
        if (!name.isEmpty() && !pattern.match(name).hasMatch())
            m_reader.problem(path, u"Use letters, digits and _ . @ / : -"_s);
    }

    void readVersion(const json::Value &value, const QString &path)
    {
        static const QRegularExpression pattern(u"^[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*$"_s);
        if (value.isNull())
            return;
        m_policy.version = m_reader.text(value, path);
        if (!m_policy.version.isEmpty() && !pattern.match(m_policy.version).hasMatch())
            m_reader.problem(path, u"Use letters, digits, _ and dots."_s);
    }

    void readDerivedRoles(const json::Value &list, const QString &path)
    {
        QStringList names;
        for (const auto &[definition, itemPath] : m_reader.items(list, path, mostRules)) {
            if (!m_reader.object(*definition, itemPath, {"name", "parentRoles", "condition"}))
                continue;
            DerivedRole role;
            role.name = m_reader.text((*definition)["name"], itemPath + u".name"_s);
            if (names.contains(role.name))
                m_reader.problem(itemPath + u".name"_s, u"Another role of the set has this name."_s);
            names.append(role.name);
            role.parentRoles = m_reader.names((*definition)["parentRoles"], itemPath + u".parentRoles"_s);
            role.condition = m_matches.condition((*definition)["condition"], itemPath + u".condition"_s);
            m_policy.derivedRoles.push_back(std::move(role));
        }
    }

    void readRule(const json::Value &rule, const QString &path)
    {
        switch (m_policy.kind) {
        case PolicyKind::Resource:
            return readResourceRule(rule, path);
        case PolicyKind::Principal:
            return readPrincipalRule(rule, path);
        default:
            return readRoleRule(rule, path);
        }
    }

    Rule &newRule(const json::Value &rule, const QString &path)
    {
        Rule &made = m_policy.rules.emplace_back();
        made.index = m_index++;
        made.name = m_reader.optionalText(rule["name"], path + u".name"_s);
        made.condition = m_matches.condition(rule["condition"], path + u".condition"_s);
        return made;
    }

    RuleEffect effect(const json::Value &value, const QString &path)
    {
        if (value.string() != "EFFECT_ALLOW" && value.string() != "EFFECT_DENY")
            m_reader.problem(path, u"Must be EFFECT_ALLOW or EFFECT_DENY."_s);
        return value.string() == "EFFECT_ALLOW" ? RuleEffect::Allow : RuleEffect::Deny;
    }

    void readResourceRule(const json::Value &rule, const QString &path)
    {
        if (!m_reader.object(rule, path, {"actions", "effect", "roles", "derivedRoles", "condition", "name", "output"}))
            return;
        Rule &made = newRule(rule, path);
        made.actions = m_reader.patterns(rule["actions"], path + u".actions"_s);
        made.effect = effect(rule["effect"], path + u".effect"_s);
        made.roles = m_reader.names(rule["roles"], path + u".roles"_s, Reader::MayBeEmpty);
        made.derivedRoles = m_reader.names(rule["derivedRoles"], path + u".derivedRoles"_s, Reader::MayBeEmpty);
        if (made.roles.isEmpty() && made.derivedRoles.isEmpty())
            m_reader.problem(path + u".roles"_s, u"Name roles, derivedRoles or both; '*' means any role."_s);
        if (!made.derivedRoles.isEmpty() && m_policy.importDerivedRoles.isEmpty())
            m_reader.problem(path + u".derivedRoles"_s, u"Name the set that defines them in importDerivedRoles."_s);
    }

    void readPrincipalRule(const json::Value &rule, const QString &path)
    {
        if (!m_reader.object(rule, path, {"resource", "actions"}))
            return;
        const QString resource = m_reader.pattern(rule["resource"], path + u".resource"_s);
        for (const auto &[action, actionPath] : m_reader.items(rule["actions"], path + u".actions"_s, mostRules)) {
            if (!m_reader.object(*action, actionPath, {"action", "effect", "condition", "name", "output"}))
                continue;
            Rule &made = newRule(*action, actionPath);
            made.resource = canonicalKind(resource);
            made.actions = {m_reader.pattern((*action)["action"], actionPath + u".action"_s)};
            made.effect = effect((*action)["effect"], actionPath + u".effect"_s);
        }
    }

    void readRoleRule(const json::Value &rule, const QString &path)
    {
        if (!m_reader.object(rule, path, {"resource", "allowActions", "condition", "name", "output"}))
            return;
        Rule &made = newRule(rule, path);
        made.resource = canonicalKind(m_reader.pattern(rule["resource"], path + u".resource"_s));
        made.actions = m_reader.patterns(rule["allowActions"], path + u".allowActions"_s);
    }

    const json::Value &m_body;
    Reader m_reader;
    MatchParser m_matches{m_reader, {}};
    Policy m_policy;
    int m_index = 0;
};

} // namespace

Result<Policy> parsePolicy(const json::Value &body)
{
    return PolicyParser(body).run();
}

} // namespace tenantry::access
