// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/rowrules.h"

#include "core/access/policies/rowtranslator.h"
#include "core/data/query/predicatecheck.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

/// Whether a rule about these resources is one about rows.
bool meansTables(const QString &resource)
{
    return resource == "*"_L1 || datatableOf(resource);
}

void add(std::vector<FieldError> &problems, const QString &path, const QStringList &messages)
{
    for (const QString &message : messages)
        problems.push_back({path, message});
}

QString pathOf(const Policy &policy, const Rule &rule)
{
    const QString rules = nameOf(policy.kind) + u".rules"_s;
    // The rules of a principal are numbered over all of its resources.
    return policy.kind == PolicyKind::Principal ? rules : rules + u'.' + QString::number(rule.index) + u".condition"_s;
}

} // namespace

std::vector<FieldError> RowRules::problemsOf(const Policy &policy) const
{
    std::vector<FieldError> problems;
    for (const Rule &rule : policy.rules) {
        const QString &resource = policy.kind == PolicyKind::Resource ? policy.name : rule.resource;
        if (rule.condition && meansTables(resource))
            add(problems, pathOf(policy, rule), problemsOf(*rule.condition, resource));
    }
    for (const QString &name : policy.importDerivedRoles) {
        const auto set = m_sets(name);
        if (set && !problemsOf(*set, policy).empty())
            problems.push_back({u"resourcePolicy.importDerivedRoles"_s,
                                u"The derived roles '%1' have conditions that cannot be asked of rows."_s.arg(name)});
    }
    return problems;
}

std::vector<FieldError> RowRules::problemsOf(const Policy &set, const Policy &user) const
{
    std::vector<FieldError> problems;
    if (!meansTables(user.name))
        return problems;
    for (std::size_t i = 0; i < set.derivedRoles.size(); ++i) {
        const DerivedRole &role = set.derivedRoles[i];
        const bool used =
            std::ranges::any_of(user.rules, [&](const Rule &rule) { return rule.derivedRoles.contains(role.name); });
        if (used && role.condition)
            add(problems, u"derivedRoles.definitions.%1.condition"_s.arg(i), problemsOf(*role.condition, user.name));
    }
    return problems;
}

QStringList RowRules::problemsOf(const Match &match, const QString &resource) const
{
    const cel::Subject nobody;
    RowTranslator translator(nobody, RowTranslator::Purpose::Validate);
    translator.truthOf(match);
    QStringList problems = translator.problems();
    const QString name = datatableOf(resource).value_or(QString());
    const auto table = m_app ? m_app->tables.find(name.toStdString()) : decltype(m_app->tables.end())();
    if (!m_app || table == m_app->tables.end())
        return problems;
    for (const Predicate &predicate : translator.used()) {
        if (const auto problem = data::whyNotAsked(predicate, *table->second))
            problems.append(*problem);
    }
    problems.removeDuplicates();
    return problems;
}

} // namespace tenantry::access
