// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "tests/support/notesite.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// So many notes that no machine looks through them in the time that is allowed.
constexpr auto fill = "INSERT INTO @store_notes (id, title) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                      "FROM n WHERE i < 300000) SELECT i, 'note ' || CAST(i AS TEXT) FROM n";
constexpr std::int64_t notes = 300'000;
constexpr int allowedMs = 40;

/// A server whose site has many notes.
class Place
{
public:
    explicit Place(const QString &engine)
        : m_server(engine)
        , m_site(m_server, u"shop"_s)
    {
        m_server.alter(u"shop"_s, QString::fromLatin1(fill));
    }

    void allow(int milliseconds) { restart("STATEMENT_TIMEOUT=" + QByteArray::number(milliseconds) + '\n'); }
    void allowAsUsual() { restart({}); }

    test::HttpAnswer list(const QByteArray &query) const { return request("GET", m_site.table() + '?' + query); }
    test::HttpAnswer define(const char *fields, const QByteArray &query = {}) const
    {
        const QByteArray definition = QByteArray(R"({"fields": [)") + fields + R"(], "primaryKey": "id"})";
        return request("PATCH", table() + '?' + query, "{\"json_schema\": " + definition + '}');
    }
    QString hash() const { return request("GET", table()).json()["data"]["schema_hash"].text(); }

private:
    QByteArray table() const { return m_site.table().chopped(int(sizeof("data/")) - 1); }

    test::HttpAnswer request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        return m_server.client().request(method, target, body, test::bearer(m_site.token()));
    }

    void restart(const QByteArray &settings)
    {
        QFile file(m_server.dataDirectory() + u"/tenantry.conf"_s);
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate) && file.write(settings) == settings.size());
        file.close();
        m_server.restart();
    }

    test::ServerFixture m_server;
    const test::NoteSite m_site;
};

} // namespace

/// STATEMENT_TIMEOUT as clients meet it: 504, and nothing done.
class TestTimeouts : public QObject
{
    Q_OBJECT

private slots:
    void givesUpSlowStatements_data() { test::engineRows(); }
    void givesUpSlowStatements();
};

void TestTimeouts::givesUpSlowStatements()
{
    QFETCH(QString, engine);
    Place place(engine);
    const QString hash = place.hash();
    const QByteArray search = "title__icontains=nowhere";
    QCOMPARE(place.list(search).status, 200);

    place.allow(allowedMs);
    const char *unique =
        R"({"name": "id", "type": "integer"}, {"name": "title", "type": "string", "constraints": {"unique": true}})";
    const char *other = R"({"name": "id", "type": "integer"}, {"name": "title", "type": "any"})";
    const test::HttpAnswer answers[]{
        place.list(search),
        place.list("_aggregate=max(title)&_group_by=title"),
        place.define(unique),
        place.define(unique, "dry_run=true"),
        place.define(other, "allow_data_loss=true"),
    };
    for (const test::HttpAnswer &answer : answers) {
        QVERIFY2(answer.status == 504, answer.body.constData());
        QCOMPARE(answer.json()["code"].text(), u"GATEWAY_TIMEOUT"_s);
        QVERIFY2(!answer.body.contains("store_notes") && !answer.body.contains("SELECT"), answer.body.constData());
    }

    place.allowAsUsual();
    QCOMPARE(place.hash(), hash);
    QCOMPARE(place.list("_count=true").json()["total"].integer(), std::optional(notes));
    QCOMPARE(place.list("id=7").json()["data"].at(0)["title"].text(), u"note 7"_s);
    QCOMPARE(place.define(unique).status, 200);
}

QTEST_GUILESS_MAIN(TestTimeouts)
#include "tst_timeouts.moc"
