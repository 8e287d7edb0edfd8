// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/operationtable.h"
#include "tests/support/realmcredentials.h"

namespace tenantry::test {

/// A request with everything filled in, but for who sends it.
struct ReadyRequest
{
    QByteArray method;
    QByteArray target; ///< without the prefix of the realm
    QByteArray body;
    HttpHeaders headers; ///< of the body
};

/// A server with the platform and two sites, `shop` of Acme and `rival` of Globex, that hold what the table of
/// operations prepares, and the means to send its requests.
class OperationWorld
{
public:
    using Values = std::map<QByteArray, QByteArray>;

    /// Ends the test program where a preparation fails, and says which.
    OperationWorld(const OperationTable &table, const QString &engine, const ServerFixture::Settings &settings = {});

    ServerFixture &server() { return m_server; }
    const ServerFixture &server() const { return m_server; }
    RealmCredentials &credentials() { return m_credentials; }

    /// Where an operation is called when nothing else is said: "platform" or "shop".
    static QByteArray homeOf(const Operation &operation);

    /// Fills in the path, the query and the body for a realm. Objects the line asks for (`<app>`) are made when they
    /// are first needed, once for each line and realm. `replaced` goes before what stands for the path's parameters.
    ReadyRequest ready(const Operation &operation, const QByteArray &realm, const Values &replaced = {});
    /// `${name}`, `${n}` and `<recipe>` in a text.
    QByteArray filled(const QByteArray &text, const QByteArray &realm, int line);
    /// What stands for a parameter of an operation's path.
    Stand standFor(const Operation &operation, const QByteArray &parameter) const;
    static QByteArrayList parametersOf(const QByteArray &path);

    /// What `caller` sends with a request of this line.
    HttpHeaders headersOf(const Operation &operation, Caller caller);
    HttpAnswer send(const ReadyRequest &request, const QByteArray &realm, HttpHeaders headers) const;

    /// What administrators see in a realm: the answers to all operations that only read, without what any sign-in
    /// changes. By target.
    Values seenIn(const QByteArray &realm);
    /// What was seen and is gone or is not the same any more.
    static QByteArrayList differences(const Values &before, const Values &after);

private:
    void prepare(const Preparation &preparation);
    HttpAnswer prepare(const Preparation &preparation, const QByteArray &realm, int line);
    /// What a realm has under a name; otherwise the platform's; otherwise that of `shop`.
    QByteArray variable(const QByteArray &name, const QByteArray &realm, int line) const;
    QByteArray made(const QByteArray &recipe, const QByteArray &realm, int line);
    QByteArray personOf(const Operation &operation, const char *word, const char *otherwise);

    const OperationTable &m_table;
    ServerFixture m_server;
    RealmCredentials m_credentials;
    std::map<QByteArray, Values> m_variables;                             ///< by realm
    std::map<std::tuple<QByteArray, QByteArray, int>, QByteArray> m_made; ///< by recipe, realm and line
    int m_counter = 0;
};

/// An answer's text without what tells one answer from the next: correlation ids, and the times of sign-ins.
QByteArray comparable(const QByteArray &body);

} // namespace tenantry::test
