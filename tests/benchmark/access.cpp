// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyparser.h"
#include "core/access/policies/policyset.h"
#include "core/cache/cache.h"
#include "core/config/config.h"
#include "core/json/reader.h"
#include "core/log/log.h"

#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

/// What access to one resource costs without HTTP and databases around it: decisions of policies, and counts of limits.
/// Prints a line per measure, its name and microseconds; tests/benchmark/access makes a table of them. With the URL of
/// a Redis as argument its counts are measured too.

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;

namespace {

constexpr int policies = 50;
constexpr int roles = 20;
constexpr int rounds = 9;

/// Median of several rounds, microseconds a call.
double cost(int calls, const std::function<void()> &call)
{
    std::vector<double> costs;
    for (int round = 0; round < rounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        for (int i = 0; i < calls; ++i)
            call();
        const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - begun;
        costs.push_back(taken.count() / calls);
    }
    std::nth_element(costs.begin(), costs.begin() + rounds / 2, costs.end());
    return costs[rounds / 2];
}

void tell(const char *what, double microseconds)
{
    QTextStream(stdout) << what << '\t' << microseconds << Qt::endl;
}

json::Value read(const QByteArray &text)
{
    const Result<json::Value> value = json::read(text.toStdString());
    if (!value)
        qFatal("%s", qPrintable(value.error().message));
    return *value;
}

/// A rule per pair of roles; those of the last ones have a condition.
QByteArray policyOf(int table)
{
    QByteArray rules;
    for (int i = 0; i < roles; i += 2) {
        const QByteArray held = "[\"role" + QByteArray::number(i) + "\", \"role" + QByteArray::number(i + 1) + "\"]";
        rules += QByteArray(rules.isEmpty() ? "" : ",") +
                 R"({"actions": ["read", "update"], "effect": "EFFECT_ALLOW", )" + R"("roles": )" + held +
                 R"(, "condition": {"match": {"expr": "R.attr.region == P.attr.region && R.attr.amount < )" +
                 QByteArray::number(10 + i) + R"("}}})";
    }
    return R"({"apiVersion": "api.cerbos.dev/v1", "resourcePolicy": {"resource": "datatable:table)" +
           QByteArray::number(table) + R"(", "version": "default", "rules": [)" + rules + "]}}";
}

PolicySet policySet()
{
    std::vector<std::shared_ptr<const Policy>> parsed;
    for (int table = 0; table < policies; ++table) {
        Result<Policy> policy = parsePolicy(read(policyOf(table)));
        if (!policy)
            qFatal("%s", qPrintable(policy.error().message));
        parsed.push_back(std::make_shared<const Policy>(*std::move(policy)));
    }
    return PolicySet(std::move(parsed));
}

void measureDecisions()
{
    const PolicySet set = policySet();
    Question question{.kind = u"datatable:table25"_s,
                      .action = u"update"_s,
                      .builtIn = true,
                      .principal = u"u1"_s,
                      .roles = {u"user"_s}};
    for (int i = 0; i < roles; ++i)
        question.roles.append(u"role%1"_s.arg(i));
    const json::Value principal = read(R"({"id": "u1", "attr": {"region": "north"}})");
    const json::Value resource =
        read(R"({"kind": "datatable:table25", "id": "7", "attr": {"region": "north", "amount": 27}})");
    const cel::Subject subject{&principal, &resource};
    int allowed = 0;
    tell("decision", cost(20'000, [&] {
             SubjectJudge judge(subject);
             allowed += set.decide(question, judge).allowed.isAlways() ? 1 : 0;
         }));
    if (allowed == 0)
        qFatal("the decision that is measured denies");
    question.action = u"read"_s;
    const cel::Subject anyRow{&principal};
    tell("row condition", cost(20'000, [&] {
             RowJudge judge(anyRow);
             (void)set.decide(question, judge);
         }));
}

void measureLimits(const char *what, const QString &url)
{
    Config config;
    config.cacheUrl = url;
    config.secretKey = "a secret for the benchmark";
    const Clock clock;
    const Log log;
    const auto cache = cache::Cache::open(config, clock, log);
    if (!cache || !(*cache)->answers())
        qFatal("the cache does not answer");
    int key = 0;
    tell(what, cost(20'000, [&] {
             (void)(*cache)->rates().admit("user " + QByteArray::number(key++ % 1'000), {1'000'000, 3'600'000'000});
         }));
}

} // namespace

int main(int argc, char **argv)
{
    measureDecisions();
    measureLimits("limit in process", {});
    if (argc > 1)
        measureLimits("limit in Redis", QString::fromLocal8Bit(argv[1]));
    return 0;
}
