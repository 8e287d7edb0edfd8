// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyparser.h"
#include "core/access/policies/policyset.h"
#include "core/json/reader.h"

#include <QFile>
#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;

namespace {

json::Value examples()
{
    QFile file(qEnvironmentVariable("TENANTRY_SOURCE") + u"/tests/core/access/policies/decisions.json"_s);
    const QByteArray text = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    const Result<json::Value> value = json::read({text.constData(), std::size_t(text.size())});
    if (!value)
        qFatal("%s", qPrintable(value.error().message));
    return *value;
}

QStringList textsOf(const json::Value &list)
{
    QStringList texts;
    for (const json::Value &item : list.array())
        texts.append(item.text());
    return texts;
}

} // namespace

/// What policies decide, and which are refused: the cases stand in decisions.json.
class TestPolicySet : public QObject
{
    Q_OBJECT

    const json::Value m_examples = examples();
    PolicySet m_set;

    static Question questionOf(const json::Value &item)
    {
        Question question;
        question.kind = canonicalKind(item["kind"].text());
        question.action = item["action"].text();
        question.builtIn = item["builtIn"].boolean();
        question.version = item["version"].isString() ? item["version"].text() : question.version;
        question.principal = item["principal"].isString() ? item["principal"].text() : u"u1"_s;
        question.roles = item["roles"].isArray() ? textsOf(item["roles"]) : QStringList{u"user"_s};
        return question;
    }

    static json::Value resourceOf(const json::Value &item)
    {
        json::Object resource;
        resource.set("kind", item["kind"]);
        resource.set("id", "7");
        resource.set("attr", item["attr"].isObject() ? item["attr"] : json::Value(json::Object()));
        return resource;
    }

private slots:
    void initTestCase()
    {
        std::vector<std::shared_ptr<const Policy>> policies;
        for (const json::Value &body : m_examples["policies"].array()) {
            Result<Policy> policy = parsePolicy(body);
            QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().message));
            policies.push_back(std::make_shared<const Policy>(*std::move(policy)));
        }
        m_set = PolicySet(std::move(policies));
    }

    void decides_data()
    {
        QTest::addColumn<int>("index");
        const json::Array &cases = m_examples["cases"].array();
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(std::string(cases[i]["name"].string()).c_str()) << int(i);
    }

    void decides()
    {
        QFETCH(int, index);
        const json::Value &item = m_examples["cases"].array()[std::size_t(index)];
        const Question question = questionOf(item);
        json::Object caller;
        caller.set("id", question.principal);
        caller.set("attr", json::Object());
        const json::Value principal = caller;
        const json::Value resource = resourceOf(item);
        const cel::Subject subject{&principal, &resource};
        SubjectJudge judge(subject);
        Trace trace;
        const Verdict verdict = m_set.decide(question, judge, &trace);
        QVERIFY(verdict.allowed.isAlways() || verdict.allowed.isNever());
        QCOMPARE(verdict.allowed.isAlways(), item["effect"].text() == "allow"_L1);
        QVERIFY(!trace.steps.empty());

        // Who does not want to know is told the same.
        SubjectJudge again(subject);
        QCOMPARE(m_set.decide(question, again).allowed.isAlways(), verdict.allowed.isAlways());
    }

    void saysWhatDecided()
    {
        const json::Value principal = *json::read(R"({"id": "u1", "attr": {}})");
        const json::Value resource = *json::read(R"({"kind": "invoice:sales", "id": "1", "attr": {"owner": "u1"}})");
        const cel::Subject subject{&principal, &resource};
        SubjectJudge judge(subject);
        Trace trace;
        const Verdict verdict = m_set.decide(
            {.kind = u"invoice:sales"_s, .action = u"update"_s, .principal = u"u1"_s, .roles = {u"user"_s}}, judge,
            &trace);
        QCOMPARE(verdict.policy, u"invoice:sales:default"_s);
        QCOMPARE(verdict.decidedBy, u"policy"_s);
        QVERIFY(trace.decided >= 0);
        const TraceStep &step = trace.steps[std::size_t(trace.decided)];
        QCOMPARE(step.rule, 1);
        QCOMPARE(step.name, u"owners"_s);
        QCOMPARE(nameOf(step.outcome), u"matched"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<int>("index");
        const json::Array &cases = m_examples["refused"].array();
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(std::string(cases[i]["name"].string()).c_str()) << int(i);
    }

    void refuses()
    {
        QFETCH(int, index);
        const json::Value &item = m_examples["refused"].array()[std::size_t(index)];
        const Result<Policy> policy = parsePolicy(item["policy"]);
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, ErrorCode::Validation);
        QStringList paths;
        for (const FieldError &field : policy.error().fields)
            paths.append(field.path);
        QVERIFY2(paths.contains(item["path"].text()), qPrintable(paths.join(u", "_s)));
    }
};

QTEST_APPLESS_MAIN(TestPolicySet)
#include "tst_policyset.moc"
