// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/writer.h"
#include "tests/support/chinook.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t bulkSize = 1000;

} // namespace

/// The main job: a real database comes in over HTTP and goes out as it came, on both engines, also after a restart.
class TestChinook : public QObject
{
    Q_OBJECT

    std::optional<test::Chinook> m_chinook = test::Chinook::read();

private slots:
    void initTestCase()
    {
        if (!m_chinook)
            QSKIP(qPrintable(test::Chinook::whereItIs()));
        const std::map<QString, std::size_t> counts{
            {u"genres"_s, 25},          {u"media_types"_s, 5}, {u"artists"_s, 275},         {u"albums"_s, 347},
            {u"tracks"_s, 3503},        {u"employees"_s, 8},   {u"customers"_s, 59},        {u"invoices"_s, 412},
            {u"invoice_lines"_s, 2240}, {u"playlists"_s, 18},  {u"playlist_tracks"_s, 8715}};
        QCOMPARE(m_chinook->resources().size(), counts.size());
        for (const test::Chinook::Resource &resource : m_chinook->resources())
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
            m_chinook->define(server, site);

        m_chinook->insert(server, "/sites/music");
        const auto check = [&] {
            for (const test::Chinook::Resource &resource : m_chinook->resources()) {
                compare(server, "/sites/music", resource.name, resource.rows);
                compare(server, "/sites/other", resource.name, {});
            }
        };
        check();
        server.restart();
        check();
    }

private:
    void compare(const test::ServerFixture &server, const QByteArray &site, const QString &table,
                 const std::vector<json::Object> &expected)
    {
        const test::HttpHeaders headers = test::bearer(server.signIn(site));
        std::size_t read = 0;
        for (int page = 1; read < expected.size() || page == 1; ++page) {
            const test::HttpAnswer answer = server.client().get(
                test::Chinook::dataPath(site, table) + "?page_size=1000&page=" + QByteArray::number(page), headers);
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
