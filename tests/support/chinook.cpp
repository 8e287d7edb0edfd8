// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chinook.h"

#include "core/data/values/decimal.h"
#include "core/json/reader.h"
#include "tests/support/testnames.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

constexpr std::size_t bulkSize = 1000;

QString dataDirectory()
{
    const QString shared = qEnvironmentVariable("TENANTRY_SHARED", sourceDirectory() + u"/../shared"_s);
    return shared + u"/data/chinook/"_s;
}

QByteArray readFile(const QString &name)
{
    QFile file(dataDirectory() + name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

using Cells = std::vector<std::string>;

/// RFC 4180: cells in quotes may hold commas, line ends and doubled quotes.
std::vector<Cells> parseCsv(const QByteArray &text)
{
    std::vector<Cells> lines;
    Cells line;
    std::string cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\n') {
            line.push_back(std::exchange(cell, {}));
            if (c == '\n')
                lines.push_back(std::exchange(line, {}));
        } else if (c != '\r') {
            cell += c;
        }
    }
    return lines;
}

json::Value valueOf(std::string_view type, const std::string &cell)
{
    if (cell.empty())
        return nullptr;
    if (type == "integer" || type == "number")
        return json::Number{data::canonicalDecimal(cell).value_or("not a number: " + cell)};
    return std::string_view(cell);
}

/// All keys of Chinook are integers.
std::vector<std::int64_t> keyOf(const json::Value &schema, const json::Object &row)
{
    std::vector<std::int64_t> key;
    for (const json::Value &column : schema["primaryKey"].array())
        key.push_back(row.find(column.string())->integer().value_or(-1));
    return key;
}

Chinook::Resource readResource(const json::Value &entry)
{
    Chinook::Resource resource;
    resource.name = entry["name"].text();
    const std::vector<Cells> lines = parseCsv(readFile(entry["path"].text()));
    const json::Value &schema = entry["schema"];
    resource.schema = schema;
    const json::Array &fields = schema["fields"].array();
    for (std::size_t i = 1; i < lines.size(); ++i) {
        json::Object row;
        for (std::size_t column = 0; column < fields.size(); ++column)
            row.set(fields[column]["name"].string(), valueOf(fields[column]["type"].string(), lines[i].at(column)));
        resource.rows.push_back(std::move(row));
    }
    std::sort(resource.rows.begin(), resource.rows.end(), [&](const json::Object &left, const json::Object &right) {
        return keyOf(schema, left) < keyOf(schema, right);
    });
    return resource;
}

} // namespace

std::optional<Chinook> Chinook::read()
{
    Chinook chinook;
    chinook.m_package = readFile(u"datapackage.json"_s);
    if (chinook.m_package.isEmpty())
        return std::nullopt;
    const json::Value package = expectValue(json::read(chinook.m_package.toStdString()));
    for (const json::Value &entry : package["resources"].array())
        chinook.m_resources.push_back(readResource(entry));
    return chinook;
}

QString Chinook::whereItIs()
{
    return u"The Chinook data is not there: put it into ../shared/data/chinook beside the source tree, or set "
           "TENANTRY_SHARED to the folder that holds data/chinook."_s;
}

void Chinook::define(const ServerFixture &server, const QByteArray &site) const
{
    const HttpHeaders headers = bearer(server.signIn(site));
    json::Object app;
    app.set("name", "Chinook");
    QCOMPARE(server.client().post(site + "/api/apps/", app, headers).status, 201);
    const HttpAnswer answer =
        server.client().request("POST", site + "/api/apps/chinook/datatables/create_schema/", m_package, headers);
    QVERIFY2(answer.status == 201, answer.body.constData());
    QCOMPARE(answer.json()["data"]["created_count"].integer(), std::int64_t(m_resources.size()));
}

void Chinook::insert(const ServerFixture &server, const QByteArray &site) const
{
    const HttpHeaders headers = bearer(server.signIn(site));
    for (const Resource &resource : m_resources) {
        for (std::size_t start = 0; start < resource.rows.size(); start += bulkSize) {
            const std::size_t end = std::min(start + bulkSize, resource.rows.size());
            const json::Array rows(resource.rows.begin() + std::ptrdiff_t(start),
                                   resource.rows.begin() + std::ptrdiff_t(end));
            const HttpAnswer answer = server.client().post(dataPath(site, resource.name), rows, headers);
            QVERIFY2(answer.status == 201, answer.body.left(1000).constData());
            QCOMPARE(answer.json()["data"].array().size(), rows.size());
        }
    }
}

QByteArray Chinook::dataPath(const QByteArray &site, const QString &table)
{
    return site + "/api/apps/chinook/datatables/" + table.toLatin1() + "/data/";
}

} // namespace tenantry::test
