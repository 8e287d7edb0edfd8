// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/decimal.h"
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"

#include <QFile>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t bulkSize = 1000;

QString dataDirectory()
{
    const QString shared = qEnvironmentVariable("TENANTRY_SHARED", test::sourceDirectory() + u"/../shared"_s);
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

/// One of the package's tables: its definition, and the CSV's rows as the API should answer them.
struct Resource
{
    QString name;
    std::vector<json::Object> rows; ///< by primary key
};

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

Resource readResource(const json::Value &entry)
{
    Resource resource;
    resource.name = entry["name"].text();
    const std::vector<Cells> lines = parseCsv(readFile(entry["path"].text()));
    const json::Value &schema = entry["schema"];
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

/// The main job: a real database comes in over HTTP and goes out as it came, on both engines, also after a restart.
class TestChinook : public QObject
{
    Q_OBJECT

    QByteArray m_package;
    std::vector<Resource> m_resources; ///< in the package's order, which its references allow

private slots:
    void initTestCase()
    {
        m_package = readFile(u"datapackage.json"_s);
        if (m_package.isEmpty())
            QSKIP("The Chinook data is not there: put it into ../shared/data/chinook beside the source tree, or set "
                  "TENANTRY_SHARED to the folder that holds data/chinook.");
        const json::Value package = test::expectValue(json::read(m_package.toStdString()));
        for (const json::Value &entry : package["resources"].array())
            m_resources.push_back(readResource(entry));
        const std::map<QString, std::size_t> counts{
            {u"genres"_s, 25},          {u"media_types"_s, 5}, {u"artists"_s, 275},         {u"albums"_s, 347},
            {u"tracks"_s, 3503},        {u"employees"_s, 8},   {u"customers"_s, 59},        {u"invoices"_s, 412},
            {u"invoice_lines"_s, 2240}, {u"playlists"_s, 18},  {u"playlist_tracks"_s, 8715}};
        QCOMPARE(m_resources.size(), counts.size());
        for (const Resource &resource : m_resources)
            QCOMPARE(resource.rows.size(), counts.at(resource.name));
    }

    void comesBackAsItCame_data() { test::engineRows(); }
    void comesBackAsItCame()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        const QByteArray admin = server.signIn();
        const QString organization = server.createOrganization(admin, u"Acme"_s)["slug"].text();
        server.createSite(admin, organization, u"music"_s);
        server.createSite(admin, organization, u"other"_s);
        for (const char *site : {"/sites/music", "/sites/other"})
            define(server, site);

        for (const Resource &resource : m_resources)
            insert(server, resource);
        const auto check = [&] {
            for (const Resource &resource : m_resources) {
                compare(server, "/sites/music", resource.name, resource.rows);
                compare(server, "/sites/other", resource.name, {});
            }
        };
        check();
        server.restart();
        check();
    }

private:
    static test::HttpHeaders credential(const test::ServerFixture &server, const QByteArray &site)
    {
        return test::bearer(server.signIn(site));
    }

    static QByteArray dataPath(const QByteArray &site, const QString &table)
    {
        return site + "/api/apps/chinook/datatables/" + table.toLatin1() + "/data/";
    }

    void define(const test::ServerFixture &server, const QByteArray &site)
    {
        const test::HttpHeaders headers = credential(server, site);
        json::Object app;
        app.set("name", "Chinook");
        QCOMPARE(server.client().post(site + "/api/apps/", app, headers).status, 201);
        const test::HttpAnswer answer =
            server.client().request("POST", site + "/api/apps/chinook/datatables/create_schema/", m_package, headers);
        QVERIFY2(answer.status == 201, answer.body.constData());
        QCOMPARE(answer.json()["data"]["created_count"].integer(), std::int64_t(m_resources.size()));
    }

    void insert(const test::ServerFixture &server, const Resource &resource)
    {
        const test::HttpHeaders headers = credential(server, "/sites/music");
        for (std::size_t start = 0; start < resource.rows.size(); start += bulkSize) {
            const std::size_t end = std::min(start + bulkSize, resource.rows.size());
            const json::Array rows(resource.rows.begin() + std::ptrdiff_t(start),
                                   resource.rows.begin() + std::ptrdiff_t(end));
            const test::HttpAnswer answer =
                server.client().post(dataPath("/sites/music", resource.name), rows, headers);
            QVERIFY2(answer.status == 201, answer.body.left(1000).constData());
            QCOMPARE(answer.json()["data"].array().size(), rows.size());
        }
    }

    void compare(const test::ServerFixture &server, const QByteArray &site, const QString &table,
                 const std::vector<json::Object> &expected)
    {
        const test::HttpHeaders headers = credential(server, site);
        std::size_t read = 0;
        for (int page = 1; read < expected.size() || page == 1; ++page) {
            const test::HttpAnswer answer = server.client().get(
                dataPath(site, table) + "?page_size=1000&page=" + QByteArray::number(page), headers);
            QVERIFY2(answer.status == 200, answer.body.constData());
            const json::Value body = answer.json();
            QCOMPARE(body["total"].integer(), std::int64_t(expected.size()));
            const json::Array &rows = body["data"].array();
            QCOMPARE(rows.size(), std::min(bulkSize, expected.size() - read));
            for (const json::Value &row : rows) {
                const json::Value wanted(expected[read++]);
                QVERIFY2(row == wanted, (json::write(row) + " is not " + json::write(wanted)).constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestChinook)
#include "tst_chinook.moc"
