// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/notesite.h"

#include "core/json/reader.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {
constexpr auto package = R"({"resources": [{"name": "notes", "schema": {"primaryKey": "id", "fields": [
    {"name": "id", "type": "integer"}, {"name": "title", "type": "string"}]}}]})";
}

NoteSite::NoteSite(const ServerFixture &server, const QString &name)
    : m_server(server)
{
    const QByteArray admin = server.signIn();
    if (server.client().get("/api/cloud/organizations/acme/", bearer(admin)).status == 404)
        server.createOrganization(admin, u"Acme"_s);
    const json::Value site = server.createSite(admin, u"acme"_s, name);
    m_uuid = site["uuid"].text();
    m_prefix = "/sites/" + site["slug"].text().toUtf8();
    m_token = server.signIn(m_prefix);
    post("/api/apps/", R"({"name": "Store"})");
    post("/api/apps/store/datatables/create_schema/", package);
}

HttpAnswer NoteSite::post(const QByteArray &path, const char *body) const
{
    const HttpAnswer answer = m_server.client().post(m_prefix + path, expectValue(json::read(body)), bearer(m_token));
    if (answer.status != 201)
        qFatal("%s answered %d: %s", path.constData(), answer.status, answer.body.constData());
    return answer;
}

HttpAnswer NoteSite::add(const QString &title) const
{
    json::Object row;
    row.set("title", title);
    return m_server.client().post(table(), row, bearer(m_token));
}

HttpAnswer NoteSite::list() const
{
    return m_server.client().get(table() + "?ordering=id", bearer(m_token));
}

QByteArray NoteSite::listRequest() const
{
    return "GET " + table() + "?ordering=id HTTP/1.1\r\nHost: localhost\r\n" + "Authorization: Bearer " + m_token +
           "\r\n\r\n";
}

QStringList NoteSite::titles() const
{
    const HttpAnswer answer = list();
    if (answer.status != 200)
        qFatal("the notes answered %d: %s", answer.status, answer.body.constData());
    QStringList titles;
    const json::Value body = answer.json();
    for (const json::Value &row : body["data"].array())
        titles << row["title"].text();
    return titles;
}

} // namespace tenantry::test
