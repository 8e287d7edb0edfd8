// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"
#include "tests/server/http/rawclient.h"
#include "tests/support/notesite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

constexpr int startingRows = 20'000;
constexpr int mostTries = 6;

/// A form with a file of so many notes.
QByteArray form(int rows)
{
    QByteArray file = "title\r\n";
    for (int row = 1; row <= rows; ++row)
        file += "imported " + QByteArray::number(row) + "\r\n";
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.csv\"\r\n\r\n" + file +
           "\r\n--b--\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// An import into the notes of a site, on a connection of its own, and what others see of it meanwhile.
class Import
{
public:
    Import(const test::ServerFixture &server, const test::NoteSite &site)
        : m_server(server)
        , m_site(site)
        , m_upload(server.port())
    {
        m_upload.send("POST " + m_site.table() + "import/?task_id=" + m_task +
                      " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_site.token() +
                      "\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    void send(const QByteArray &bytes) { m_upload.send(chunk(bytes)); }
    void endSending() { m_upload.send("0\r\n\r\n"); }
    test::HttpAnswer answer() { return m_upload.readAnswer(); }

    json::Value state() const { return m_server.client().get(path(), test::bearer(m_site.token())).json()["data"]; }
    int cancel() const
    {
        return m_server.client().post(path() + "revoke/", json::Value(), test::bearer(m_site.token())).status;
    }

    /// Whether it was seen at work in this phase, having got somewhere; false when it has ended before.
    bool isSeen(const QString &phase) const
    {
        while (true) {
            const json::Value now = state();
            if (now["status"].text() != u"STARTED"_s && now["status"].text() != u"PENDING"_s)
                return false;
            const json::Value &progress = now["progress"];
            const json::Value &done = progress[phase == u"writing"_s ? "written" : "rows"];
            if (progress["phase"].text() == phase && done.integer().value_or(0) > 0)
                return true;
        }
    }

private:
    QByteArray path() const { return m_site.table() + "import/tasks/" + m_task + '/'; }

    const test::ServerFixture &m_server;
    const test::NoteSite &m_site;
    const QByteArray m_task = newUuid().toLatin1();
    test::RawClient m_upload;
};

std::int64_t countOf(const test::ServerFixture &server, const test::NoteSite &site)
{
    const test::HttpAnswer answer = server.client().get(site.table() + "?_count=true", test::bearer(site.token()));
    return answer.json()["total"].integer().value_or(-1);
}

} // namespace

/// Imports over HTTP while they run.
class TestImports : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLeftOfACancelledOne_data();
    void nothingIsLeftOfACancelledOne();
};

void TestImports::nothingIsLeftOfACancelledOne_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("phase");
    for (const QString &engine : test::engineNames()) {
        for (const QString &phase : {u"checking"_s, u"writing"_s})
            QTest::addRow("%s on %s", qPrintable(phase), qPrintable(engine)) << engine << phase;
    }
}

/// The file arrives in two pieces, with the state asked in between, and the import is cancelled once it is seen at
/// work. One that was too quick for that is done again with more rows.
void TestImports::nothingIsLeftOfACancelledOne()
{
    QFETCH(QString, engine);
    QFETCH(QString, phase);
    const test::ServerFixture server(engine, {{u"WORKERS"_s, u"4"_s}});
    const test::NoteSite site(server, u"shop"_s);
    QCOMPARE(site.add(u"before"_s).status, 201);

    bool cancelled = false;
    std::int64_t there = 1;
    for (int attempt = 0, rows = startingRows; attempt < mostTries && !cancelled; ++attempt, rows *= 2) {
        const QByteArray body = form(rows);
        Import import(server, site);
        import.send(body.first(body.size() / 2));
        QCOMPARE(import.state()["status"].text(), u"PENDING"_s);
        QCOMPARE(import.cancel(), 404); // nobody knows it before it has arrived
        import.send(body.sliced(body.size() / 2));
        import.endSending();
        const bool asked = import.isSeen(phase) && import.cancel() == 202;
        const test::HttpAnswer answer = import.answer();
        cancelled = asked && answer.status == 409;
        if (cancelled) {
            QCOMPARE(answer.json()["code"].text(), u"CONFLICT"_s);
            QCOMPARE(import.state()["status"].text(), u"REVOKED"_s);
            QCOMPARE(import.cancel(), 409);
        } else {
            QCOMPARE(answer.status, 200);
            there += rows;
        }
        QCOMPARE(countOf(server, site), there);
    }
    QVERIFY2(cancelled, "it was never seen at work");

    // What comes later is written, and no more than that.
    Import next(server, site);
    next.send(form(3));
    next.endSending();
    QCOMPARE(next.answer().status, 200);
    QCOMPARE(next.state()["status"].text(), u"SUCCESS"_s);
    QCOMPARE(countOf(server, site), there + 3);
}

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
