// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenariorunner.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "tests/support/jsonpath.h"
#include "tests/support/totpcode.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

QString shown(const std::optional<json::Value> &value)
{
    return value ? QString::fromUtf8(json::write(*value)) : u"nothing"_s;
}

QString compared(const std::optional<json::Value> &found, const QString &expected)
{
    const Result<json::Value> wanted = json::read(expected.toStdString());
    if (!wanted)
        return u"the expectation is no JSON: "_s + expected;
    if (found && *found == *wanted)
        return {};
    return u"expected %1, found %2"_s.arg(shown(*wanted), shown(found));
}

QString sizeProblem(const std::optional<json::Value> &found, const QString &expected)
{
    const std::size_t size = !found ? 0 : found->isArray() ? found->array().size() : found->object().size();
    if (found && size == expected.toULongLong())
        return {};
    return u"expected %1 members, found %2"_s.arg(expected, found ? QString::number(size) : u"nothing"_s);
}

QString headerProblem(const QByteArray &found, const QString &expected)
{
    return found == expected.toUtf8() ? QString() : u"expected %1, found %2"_s.arg(expected, QString::fromUtf8(found));
}

} // namespace

ScenarioRunner::ScenarioRunner(const Scenario &scenario, const QString &engine)
    : m_scenario(scenario)
    , m_server(engine, scenario.settings)
    , m_mailbox(m_server.dataDirectory())
{
}

QStringList ScenarioRunner::run()
{
    prepareSites();
    QStringList problems;
    for (const ScenarioStep &step : m_scenario.steps) {
        problems += play(step);
        if (!problems.isEmpty())
            break; // what follows builds on it
    }
    return problems;
}

void ScenarioRunner::prepareSites()
{
    const QByteArray admin = m_server.signIn();
    m_variables.insert(u"admin"_s, QString::fromUtf8(admin));
    m_variables.insert(u"admin_email"_s, QLatin1StringView(ServerFixture::adminEmail));
    m_variables.insert(u"admin_password"_s, QLatin1StringView(ServerFixture::adminPassword));
    const std::pair<QString, QString> pairs[] = {{u"Acme"_s, u"shop"_s}, {u"Globex"_s, u"rival"_s}};
    for (const auto &[organization, site] : pairs) {
        m_server.createOrganization(admin, organization);
        const json::Value made = m_server.createSite(admin, organization.toLower(), site);
        m_variables.insert(site + u"_uuid"_s, made["uuid"].text());
        // The deployment may put a prefix in front of the site's name.
        m_variables.insert(site, QString::fromUtf8(m_server.signIn("/sites/" + made["slug"].text().toUtf8())));
    }
}

QString ScenarioRunner::filled(QString text) const
{
    for (auto variable = m_variables.begin(); variable != m_variables.end(); ++variable)
        text.replace(u"${"_s + variable.key() + u'}', variable.value());
    static const QRegularExpression repetition(u"\\$\\{((?:(?!\\$\\{).)+?)\\*(\\d+)\\}"_s);
    for (auto match = repetition.match(text); match.hasMatch(); match = repetition.match(text))
        text.replace(match.capturedStart(), match.capturedLength(),
                     match.captured(1).repeated(match.captured(2).toInt()));
    static const QRegularExpression code(u"\\$\\{totp (\\w+)([+-]\\d)?\\}"_s);
    for (auto match = code.match(text); match.hasMatch(); match = code.match(text))
        text.replace(match.capturedStart(), match.capturedLength(),
                     totpCode(m_variables.value(match.captured(1)), match.captured(2).toInt()));
    return text;
}

QByteArray ScenarioRunner::filledBytes(const QString &text) const
{
    QByteArray bytes = filled(text).toUtf8();
    static const QByteArray open = "${0x";
    for (qsizetype at = bytes.indexOf(open); at >= 0; at = bytes.indexOf(open, at)) {
        const qsizetype digits = at + open.size();
        const qsizetype close = std::max(bytes.indexOf('}', digits), digits);
        bytes.replace(at, close - at + 1, QByteArray::fromHex(bytes.mid(digits, close - digits)));
    }
    return bytes;
}

QStringList ScenarioRunner::play(const ScenarioStep &step)
{
    if (step.method == "RESTART"_L1) {
        m_server.restart();
        return {};
    }
    if (step.method == "GRANT"_L1) {
        const QStringList words = step.target.split(u' ');
        m_server.grant(words[0], words[1], words[2]);
        return {};
    }
    if (step.method == "SQL"_L1) {
        m_server.alter(step.target.section(u' ', 0, 0), filled(step.target.section(u' ', 1)));
        return {};
    }
    HttpHeaders headers;
    for (const auto &[name, value] : step.headers)
        headers.emplace_back(name.toUtf8(), filled(value).toUtf8());
    const HttpAnswer answer =
        m_server.client().request(step.method.toUtf8(), filled(step.target).toUtf8(), filledBytes(step.body), headers);

    QStringList problems;
    if (answer.status != step.status)
        problems.append(u"line %1: expected status %2, found %3"_s.arg(step.line).arg(step.status).arg(answer.status));
    for (const ScenarioCheck &check : step.checks) {
        if (const QString problem = problemWith(check, answer); !problem.isEmpty())
            problems.append(u"line %1: %2"_s.arg(check.line).arg(problem));
    }
    if (!problems.isEmpty())
        problems.append(
            u"the answer to %1 %2 was: %3"_s.arg(step.method, filled(step.target), QString::fromUtf8(answer.body)));
    return problems;
}

QString ScenarioRunner::captureMail(const QString &name, const QString &asked)
{
    const qsizetype space = asked.indexOf(u' ');
    const auto found = m_mailbox.read(asked.first(space), QRegularExpression(asked.mid(space + 1)));
    if (!found)
        return u"no mail came to "_s + asked;
    m_variables.insert(name, *found);
    return {};
}

QString ScenarioRunner::problemWith(const ScenarioCheck &check, const HttpAnswer &answer)
{
    using Kind = ScenarioCheck::Kind;
    const QString expected = filled(check.expected);
    const json::Value body = answer.json();
    const std::optional<json::Value> found = valueAt(body, check.subject);
    switch (check.kind) {
    case Kind::Contains:
        return answer.body.contains(expected.toUtf8()) ? QString() : u"the body lacks "_s + expected;
    case Kind::Lacks:
        return answer.body.contains(expected.toUtf8()) ? u"the body contains "_s + expected : QString();
    case Kind::Body:
        return compared(body, expected);
    case Kind::Equals:
        return compared(found, expected);
    case Kind::Absent:
        return found ? u"expected nothing, found "_s + shown(found) : QString();
    case Kind::Size:
        return sizeProblem(found, expected);
    case Kind::Matches:
        return found && QRegularExpression(expected).match(plainText(*found)).hasMatch()
                   ? QString()
                   : u"expected a match of %1, found %2"_s.arg(expected, shown(found));
    case Kind::HeaderIs:
        return headerProblem(answer.header(check.subject.toLatin1()), expected);
    case Kind::HeaderMatches: {
        const QString header = QString::fromUtf8(answer.header(check.subject.toLatin1()));
        return QRegularExpression(expected).match(header).hasMatch()
                   ? QString()
                   : u"expected a match of %1, found %2"_s.arg(expected, header);
    }
    case Kind::NoHeader:
        return answer.header(check.subject.toLatin1()).isEmpty() ? QString() : u"the header is there"_s;
    case Kind::CaptureHeader:
        m_variables.insert(check.subject, QString::fromUtf8(answer.header(expected.toLatin1())));
        return answer.header(expected.toLatin1()).isEmpty() ? u"there is no header "_s + expected : QString();
    case Kind::CaptureMail:
        return captureMail(check.subject, expected);
    case Kind::NoMail:
        return m_mailbox.hasMore(expected) ? u"there is a mail"_s : QString();
    case Kind::Capture: {
        const std::optional<json::Value> captured = valueAt(body, expected);
        if (!captured)
            return u"there is nothing at "_s + expected;
        m_variables.insert(check.subject, plainText(*captured));
        return {};
    }
    }
    Q_UNREACHABLE();
}

} // namespace tenantry::test
