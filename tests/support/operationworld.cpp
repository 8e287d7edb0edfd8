// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/operationworld.h"

#include "tests/support/jsonpath.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

ServerFixture::Settings withSecret(const ServerFixture::Settings &settings)
{
    ServerFixture::Settings all = RealmCredentials::settings();
    all.insert(all.end(), settings.begin(), settings.end());
    return all;
}

/// The body as a form with one file.
void makeForm(ReadyRequest &request, const QByteArray &fileName)
{
    const QByteArray head =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n\r\n";
    request.body = head + request.body + "\r\n--edge--\r\n";
    request.headers.emplace_back("Content-Type", "multipart/form-data; boundary=edge");
}

} // namespace

OperationWorld::OperationWorld(const OperationTable &table, const QString &engine,
                               const ServerFixture::Settings &settings)
    : m_table(table)
    , m_server(engine, withSecret(settings))
    , m_credentials(m_server)
{
    const QByteArray admin = m_server.signIn();
    for (const auto &[organization, site] : {std::pair(u"Acme"_s, u"shop"_s), std::pair(u"Globex"_s, u"rival"_s)}) {
        m_server.createOrganization(admin, organization);
        const json::Value made = m_server.createSite(admin, organization.toLower(), site);
        m_variables["platform"][site.toUtf8() + "_uuid"] = made["uuid"].text().toUtf8();
    }
    m_variables["platform"]["password"] = RealmCredentials::userPassword;
    m_variables["platform"]["admin_email"] = ServerFixture::adminEmail;
    for (const Preparation &preparation : table.preparations)
        prepare(preparation);
}

void OperationWorld::prepare(const Preparation &preparation)
{
    const QByteArrayList realms =
        preparation.realm == "site" ? QByteArrayList{"shop", "rival"} : QByteArrayList{preparation.realm};
    for (const QByteArray &realm : realms) {
        const HttpAnswer answer = prepare(preparation, realm, preparation.line);
        for (const auto &[name, path] : preparation.words) {
            if (name == "by" || name == "file")
                continue;
            const auto value = valueAt(answer.json(), QString::fromUtf8(path));
            if (!value)
                qFatal("line %d: nothing at %s in %s", preparation.line, path.constData(), answer.body.constData());
            m_variables[realm][name] = plainText(*value).toUtf8();
        }
    }
}

HttpAnswer OperationWorld::prepare(const Preparation &preparation, const QByteArray &realm, int line)
{
    ReadyRequest request{
        preparation.method, filled(preparation.target, realm, line), filled(preparation.body, realm, line), {}};
    if (preparation.has("file"))
        makeForm(request, preparation.word("file"));
    const HttpAnswer answer = send(request, realm, m_credentials.bearer(realm, preparation.word("by", "admin")));
    if (answer.status < 200 || answer.status >= 300)
        qFatal("line %d: %s %s in %s answered %d: %s", preparation.line, request.method.constData(),
               request.target.constData(), realm.constData(), answer.status, answer.body.constData());
    return answer;
}

QByteArray OperationWorld::made(const QByteArray &recipe, const QByteArray &realm, int line)
{
    QByteArray &value = m_made[{recipe, realm, line}];
    if (!value.isEmpty())
        return value;
    const auto known = m_table.recipes.find(recipe);
    if (known == m_table.recipes.end())
        qFatal("line %d: there is no recipe for <%s>", line, recipe.constData());
    const HttpAnswer answer = prepare(known->second, realm, line);
    const QByteArray path = known->second.word("at");
    if (path == ".")
        return value = answer.body;
    const auto found = valueAt(answer.json(), QString::fromUtf8(path));
    if (!found)
        qFatal("line %d: nothing at %s in %s", known->second.line, path.constData(), answer.body.constData());
    return value = plainText(*found).toUtf8();
}

QByteArray OperationWorld::variable(const QByteArray &name, const QByteArray &realm, int line) const
{
    for (const QByteArray &place : {realm, QByteArray("platform"), QByteArray("shop")}) {
        const auto variables = m_variables.find(place);
        if (variables == m_variables.end())
            continue;
        if (const auto found = variables->second.find(name); found != variables->second.end())
            return found->second;
    }
    qFatal("line %d: ${%s} stands for nothing in %s", line, name.constData(), realm.constData());
}

QByteArray OperationWorld::filled(const QByteArray &text, const QByteArray &realm, int line)
{
    static const QRegularExpression hole(u"\\$\\{(\\w+)\\}|<(\\w+)>"_s);
    QByteArray result = text;
    qsizetype next = 0; // behind what was filled in, which may look like a hole itself
    for (auto match = hole.match(QString::fromLatin1(result)); match.hasMatch();
         match = hole.match(QString::fromLatin1(result), next)) {
        QByteArray value;
        if (const QByteArray recipe = match.captured(2).toLatin1(); !recipe.isEmpty())
            value = made(recipe, realm, line);
        else if (const QByteArray name = match.captured(1).toLatin1(); name == "n")
            value = QByteArray::number(++m_counter);
        else
            value = variable(name, realm, line);
        result.replace(match.capturedStart(), match.capturedLength(), value);
        next = match.capturedStart() + value.size();
    }
    return result;
}

QByteArray OperationWorld::homeOf(const Operation &operation)
{
    const bool platform = operation.target.startsWith("/api/cloud/") || operation.target.startsWith("/health/");
    return operation.word("at", platform ? "platform" : "shop");
}

QByteArrayList OperationWorld::parametersOf(const QByteArray &path)
{
    QByteArrayList names;
    for (qsizetype open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1))
        names.append(path.mid(open + 1, path.indexOf('}', open) - open - 1));
    return names;
}

Stand OperationWorld::standFor(const Operation &operation, const QByteArray &parameter) const
{
    const QByteArray hole = '{' + parameter + '}';
    const QByteArray upToIt = operation.target.left(operation.target.indexOf(hole) + hole.size());
    const auto special = m_table.stands.find(upToIt);
    const auto general = m_table.stands.find(parameter);
    Stand stand = special != m_table.stands.end()   ? special->second
                  : general != m_table.stands.end() ? general->second
                                                    : Stand();
    stand.own = operation.word(parameter.constData(), stand.own);
    return stand;
}

ReadyRequest OperationWorld::ready(const Operation &operation, const QByteArray &realm, const Values &replaced)
{
    QByteArray target = operation.target;
    for (const QByteArray &parameter : parametersOf(operation.target)) {
        const auto other = replaced.find(parameter);
        const QByteArray value = other != replaced.end() ? other->second : standFor(operation, parameter).own;
        if (value.isEmpty())
            qFatal("line %d: nothing stands for {%s}", operation.line, parameter.constData());
        target.replace('{' + parameter + '}', value);
    }
    if (operation.has("query"))
        target += '?' + operation.word("query");
    ReadyRequest request{operation.method,
                         filled(target, realm, operation.line),
                         filled(operation.word("content", operation.body), realm, operation.line),
                         {}};
    if (operation.has("file"))
        makeForm(request, operation.word("file"));
    else if (operation.has("type"))
        request.headers.emplace_back("Content-Type", operation.word("type"));
    return request;
}

QByteArray OperationWorld::personOf(const Operation &operation, const char *word, const char *otherwise)
{
    return filled(operation.word(word, otherwise), homeOf(operation), operation.line);
}

HttpHeaders OperationWorld::headersOf(const Operation &operation, Caller caller)
{
    const QByteArray home = homeOf(operation);
    const QByteArray elsewhere = home == "shop" ? "rival" : "shop";
    const bool bySession = operation.word("via") == "session";
    switch (caller) {
    case Caller::Nobody:
        return {};
    case Caller::Stranger:
        return bySession ? m_credentials.session(elsewhere, "admin") : m_credentials.bearer(elsewhere, "admin");
    case Caller::Expired: {
        const QByteArray entitled = personOf(operation, "by", "admin");
        return bySession ? m_credentials.endedSession(home, entitled) : m_credentials.expired(home, entitled);
    }
    case Caller::Unprivileged:
    case Caller::Entitled: {
        const QByteArray person =
            caller == Caller::Entitled ? personOf(operation, "by", "admin") : personOf(operation, "without", "mark");
        return bySession ? m_credentials.session(home, person) : m_credentials.bearer(home, person);
    }
    }
    Q_UNREACHABLE();
}

HttpAnswer OperationWorld::send(const ReadyRequest &request, const QByteArray &realm, HttpHeaders headers) const
{
    headers.insert(headers.end(), request.headers.begin(), request.headers.end());
    return m_server.client().request(request.method, RealmCredentials::prefixOf(realm) + request.target, request.body,
                                     headers);
}

OperationWorld::Values OperationWorld::seenIn(const QByteArray &realm)
{
    Values seen;
    for (const Operation &operation : m_table.operations) {
        const bool here = (homeOf(operation) == "platform") == (realm == "platform");
        if (!here || !operation.isSafe() || operation.has("public") || operation.has("volatile"))
            continue;
        const ReadyRequest request = ready(operation, realm);
        const HttpAnswer answer = send(request, realm, m_credentials.bearer(realm, "admin"));
        seen[request.target] = QByteArray::number(answer.status) + ' ' + comparable(answer.body);
    }
    return seen;
}

QByteArrayList OperationWorld::differences(const Values &before, const Values &after)
{
    QByteArrayList problems;
    for (const auto &[target, seen] : before) {
        if (const auto now = after.find(target); now == after.end() || now->second != seen)
            problems += target + "\n  was " + seen + "\n  is  " + (now == after.end() ? "gone" : now->second);
    }
    return problems;
}

QByteArray comparable(const QByteArray &body)
{
    static const QRegularExpression changing(u"\"(correlation_id|reference|request_id|cerbos_call_id|last_login|"
                                             u"last_used_at|last_seen_at)\"\\s*:\\s*(\"[^\"]*\"|null)"_s);
    return QString::fromUtf8(body).replace(changing, u"\"\\1\":?"_s).toUtf8();
}

} // namespace tenantry::test
