// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "tests/support/chinook.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>
#include <QUrl>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

/// The same data in a database of its own, that nothing of ours has touched: SQLite through Qt, with plain types.
class PlainDatabase
{
public:
    explicit PlainDatabase(const test::Chinook &chinook)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s))
    {
        m_database.setDatabaseName(u":memory:"_s);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
        m_database.transaction();
        for (const test::Chinook::Resource &resource : chinook.resources())
            load(resource);
        m_database.commit();
    }

    /// The first column of the first row.
    QString answer(const QString &sql) const
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql) || !query.next())
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        return query.value(0).toString();
    }

private:
    static QString typeOf(std::string_view type)
    {
        return type == "integer" ? u"INTEGER"_s : type == "number" ? u"REAL"_s : u"TEXT"_s;
    }

    void load(const test::Chinook::Resource &resource)
    {
        QStringList columns;
        QStringList places;
        for (const json::Value &field : resource.schema["fields"].array()) {
            columns.append(field["name"].text() + u' ' + typeOf(field["type"].string()));
            places.append(u"?"_s);
        }
        QSqlQuery query(m_database);
        query.exec(u"CREATE TABLE %1 (%2)"_s.arg(resource.name, columns.join(u", "_s)));
        query.prepare(u"INSERT INTO %1 VALUES (%2)"_s.arg(resource.name, places.join(u", "_s)));
        for (const json::Object &row : resource.rows) {
            for (int i = 0; const auto &[name, value] : row) {
                if (value.isNull())
                    query.bindValue(i++, QVariant());
                else if (value.isNumber())
                    query.bindValue(i++, QString::fromStdString(std::string(value.numberText())));
                else
                    query.bindValue(i++, value.text());
            }
            if (!query.exec())
                qFatal("%s", qPrintable(query.lastError().text()));
        }
    }

    QSqlDatabase m_database;
};

/// A list of the API, and SQL whose answer is its `data`.
struct Question
{
    const char *table;
    const char *query;
    const char *sql;
};

constexpr Question questions[]{
    {"tracks", "album.artist.name=AC/DC&fields=name",
     "SELECT json_group_array(json_object('track_id', track_id, 'name', name)) FROM (SELECT t.track_id, t.name "
     "FROM tracks t JOIN albums l ON l.album_id = t.album_id JOIN artists a ON a.artist_id = l.artist_id "
     "WHERE a.name = 'AC/DC' ORDER BY t.track_id)"},
    {"artists", "albums.tracks.genre.name=Jazz",
     "SELECT json_group_array(json_object('artist_id', artist_id, 'name', name)) FROM (SELECT DISTINCT a.artist_id, "
     "a.name FROM artists a JOIN albums l ON l.artist_id = a.artist_id JOIN tracks t ON t.album_id = l.album_id "
     "JOIN genres g ON g.genre_id = t.genre_id WHERE g.name = 'Jazz' ORDER BY a.artist_id)"},
    {"playlists", "tracks.genre.name__in=Metal,Opera",
     "SELECT json_group_array(json_object('playlist_id', playlist_id, 'name', name)) FROM (SELECT DISTINCT "
     "p.playlist_id, p.name FROM playlists p JOIN playlist_tracks j ON j.playlist_id = p.playlist_id JOIN tracks t ON "
     "t.track_id = j.track_id JOIN genres g ON g.genre_id = t.genre_id WHERE g.name IN ('Metal', 'Opera') ORDER BY 1)"},
    {"tracks", "playlists.name=Grunge&milliseconds__lt=250000&fields=name",
     "SELECT json_group_array(json_object('track_id', track_id, 'name', name)) FROM (SELECT DISTINCT t.track_id, "
     "t.name FROM tracks t JOIN playlist_tracks j ON j.track_id = t.track_id JOIN playlists p ON p.playlist_id = "
     "j.playlist_id WHERE p.name = 'Grunge' AND t.milliseconds < 250000 ORDER BY 1)"},
    {"customers", "support_rep.reports_to.last_name=Edwards&country=Brazil&fields=email",
     "SELECT json_group_array(json_object('customer_id', customer_id, 'email', email)) FROM (SELECT c.customer_id, "
     "c.email FROM customers c JOIN employees e ON e.employee_id = c.support_rep_id JOIN employees b ON b.employee_id "
     "= e.reports_to WHERE b.last_name = 'Edwards' AND c.country = 'Brazil' ORDER BY 1)"},
    // One line that is both, not one of each.
    {"invoices", "invoice_lines.track.genre.name=Comedy&invoice_lines.unit_price__gt=1&fields=customer_id",
     "SELECT json_group_array(json_object('invoice_id', invoice_id, 'customer_id', customer_id)) FROM (SELECT DISTINCT "
     "i.invoice_id, i.customer_id FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.invoice_id JOIN tracks t ON "
     "t.track_id = l.track_id JOIN genres g ON g.genre_id = t.genre_id WHERE g.name = 'Comedy' AND l.unit_price > 1 "
     "ORDER BY 1)"},
    {"customers", "filters={\"not\":{\"invoices.total__gt\":15}}&fields=last_name",
     "SELECT json_group_array(json_object('customer_id', customer_id, 'last_name', last_name)) FROM (SELECT * FROM "
     "customers c WHERE NOT EXISTS (SELECT 1 FROM invoices i WHERE i.customer_id = c.customer_id AND i.total > 15) "
     "ORDER BY customer_id)"},
    {"artists", "filters={\"or\":[{\"albums.title__contains\":\"live\"},{\"name__startswith\":\"z\"}]}&fields=name",
     "SELECT json_group_array(json_object('artist_id', artist_id, 'name', name)) FROM (SELECT * FROM artists a WHERE "
     "a.name LIKE 'z%' OR EXISTS (SELECT 1 FROM albums l WHERE l.artist_id = a.artist_id AND l.title LIKE '%live%') "
     "ORDER BY artist_id)"},
    {"tracks", "ordering=-genre.name,album.title,-name&page_size=40&page=5&fields=name",
     "SELECT json_group_array(json_object('track_id', track_id, 'name', name)) FROM (SELECT t.track_id, t.name FROM "
     "tracks t LEFT JOIN genres g ON g.genre_id = t.genre_id LEFT JOIN albums l ON l.album_id = t.album_id "
     "ORDER BY g.name DESC, l.title, t.name DESC, t.track_id LIMIT 40 OFFSET 160)"},
    {"employees", "ordering=reports_to.last_name,-first_name&fields=first_name",
     "SELECT json_group_array(json_object('employee_id', employee_id, 'first_name', first_name)) FROM (SELECT "
     "e.employee_id, e.first_name FROM employees e LEFT JOIN employees b ON b.employee_id = e.reports_to "
     "ORDER BY b.last_name NULLS LAST, e.first_name DESC)"},
    {"albums", "artist_id=22&populate=artist,tracks&fields=title,artist.name,tracks.name,tracks.unit_price",
     "SELECT json_group_array(json_object('album_id', album_id, 'title', title, 'artist', (SELECT "
     "json_object('artist_id', artist_id, 'name', name) FROM artists a WHERE a.artist_id = l.artist_id), 'tracks', "
     "(SELECT json_group_array(json_object('track_id', track_id, 'name', name, 'unit_price', unit_price)) FROM (SELECT "
     "* FROM tracks t WHERE t.album_id = l.album_id ORDER BY track_id)))) FROM (SELECT * FROM albums WHERE artist_id = "
     "22 ORDER BY album_id) l"},
    {"playlists", "playlist_id__in=16,17&populate=tracks.genre&fields=tracks.name,tracks.genre.name",
     "SELECT json_group_array(json_object('playlist_id', playlist_id, 'tracks', (SELECT "
     "json_group_array(json_object('track_id', track_id, 'name', name, 'genre', (SELECT json_object('genre_id', "
     "genre_id, 'name', name) FROM genres g WHERE g.genre_id = o.genre_id))) FROM (SELECT t.* FROM tracks t JOIN "
     "playlist_tracks j ON j.track_id = t.track_id WHERE j.playlist_id = p.playlist_id ORDER BY t.track_id) o))) FROM "
     "(SELECT * FROM playlists WHERE playlist_id IN (16, 17) ORDER BY playlist_id) p"},
    {"employees", "populate=employees.customers&fields=last_name,employees.last_name,employees.customers.company",
     "SELECT json_group_array(json_object('employee_id', employee_id, 'last_name', last_name, 'employees', (SELECT "
     "json_group_array(json_object('employee_id', employee_id, 'last_name', last_name, 'customers', (SELECT "
     "json_group_array(json_object('customer_id', customer_id, 'company', company)) FROM (SELECT * FROM customers c "
     "WHERE c.support_rep_id = s.employee_id ORDER BY customer_id)))) FROM (SELECT * FROM employees u WHERE "
     "u.reports_to = e.employee_id ORDER BY employee_id) s))) FROM (SELECT * FROM employees ORDER BY employee_id) e"},
    {"playlists", "playlist_id=1&populate=tracks&fields=tracks.track_id",
     "SELECT json_array(json_object('playlist_id', 1, 'tracks', json_group_array(json_object('track_id', track_id)), "
     "'tracks_total', (SELECT count(*) FROM playlist_tracks WHERE playlist_id = 1))) FROM (SELECT track_id FROM "
     "playlist_tracks WHERE playlist_id = 1 ORDER BY track_id LIMIT 100)"},
    // Cents, so that plain SQL adds up too.
    {"invoices",
     "_group_by=billing_country&_aggregate=sum(total) as value,count(*)&_having=count__gte=10"
     "&ordering=-value,billing_country",
     "SELECT json_group_array(json_object('billing_country', billing_country, 'value', "
     "json(rtrim(rtrim(printf('%d.%02d', cents / 100, cents % 100), '0'), '.')), 'count', count)) FROM (SELECT "
     "billing_country, sum(CAST(round(total * 100) AS INTEGER)) AS cents, count(*) AS count FROM invoices GROUP BY "
     "billing_country HAVING count(*) >= 10 ORDER BY cents DESC, billing_country)"},
    {"tracks",
     "_group_by=genre_id&_aggregate=count(distinct album_id) as albums,max(milliseconds) as longest"
     "&ordering=genre_id",
     "SELECT json_group_array(json_object('genre_id', genre_id, 'albums', albums, 'longest', longest)) FROM (SELECT "
     "genre_id, count(DISTINCT album_id) AS albums, max(milliseconds) AS longest FROM tracks GROUP BY genre_id "
     "ORDER BY genre_id)"},
};

} // namespace

/// What the API answers about a real database is what plain SQL answers about the same data elsewhere, on both engines.
class TestChinookQueries : public QObject
{
    Q_OBJECT

    std::optional<test::Chinook> m_chinook = test::Chinook::read();
    std::unique_ptr<PlainDatabase> m_plain;
    struct Loaded
    {
        std::unique_ptr<test::ServerFixture> server;
        test::HttpHeaders headers;
    };
    std::map<QString, Loaded> m_loaded;

    /// Loads the data once for each engine.
    const Loaded &loaded(const QString &engine)
    {
        Loaded &made = m_loaded[engine];
        if (!made.server) {
            made.server = std::make_unique<test::ServerFixture>(engine);
            const QByteArray admin = made.server->signIn();
            const QString organization = made.server->createOrganization(admin, u"Acme"_s)["slug"].text();
            made.server->createSite(admin, organization, u"music"_s);
            m_chinook->define(*made.server, "/sites/music");
            m_chinook->insert(*made.server, "/sites/music");
            made.headers = test::bearer(made.server->signIn("/sites/music"));
        }
        return made;
    }

private slots:
    void initTestCase()
    {
        if (!m_chinook)
            QSKIP(qPrintable(test::Chinook::whereItIs()));
        m_plain = std::make_unique<PlainDatabase>(*m_chinook);
    }

    void answersAsPlainSql_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<int>("question");
        for (const char *engine : {"sqlite", "postgres"}) {
            for (int i = 0; i < int(std::size(questions)); ++i)
                QTest::addRow("%s: %s?%s", engine, questions[i].table, questions[i].query)
                    << QString::fromLatin1(engine) << i;
        }
    }
    void answersAsPlainSql()
    {
        QFETCH(QString, engine);
        QFETCH(int, question);
        const auto &[table, query, sql] = questions[question];
        const auto &[server, headers] = loaded(engine);
        const json::Value expected =
            test::expectValue(json::read(m_plain->answer(QString::fromLatin1(sql)).toStdString()));
        QVERIFY(!expected.array().empty());

        const QByteArray path = test::Chinook::dataPath("/sites/music", QString::fromLatin1(table));
        const test::HttpAnswer answer =
            server->client().get(path + "?" + QUrl::toPercentEncoding(QString::fromLatin1(query), "=&"), headers);
        QVERIFY2(answer.status == 200, answer.body.constData());
        const json::Value data = answer.json()["data"];
        QVERIFY2(data == expected, (json::write(data) + "\nis not\n" + json::write(expected)).constData());
    }

    void cleanupTestCase() { m_loaded.clear(); }
};

QTEST_GUILESS_MAIN(TestChinookQueries)
#include "tst_chinookqueries.moc"
