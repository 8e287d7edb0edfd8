// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/transfers.h"

#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"
#include "tests/support/testreason.h"
#include "tests/support/testsite.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <future>
#include <set>
#include <thread>

using namespace tenantry;
using namespace Qt::StringLiterals;
using access::Decision;
using access::Predicate;
using data::ImportMode;
using data::ImportReport;
using data::ImportRequest;
using data::TransferFormat;
using test::because;

namespace {

constexpr const char *library = R"json({"name": "library", "resources": [
    {"name": "books", "audit_enabled": true, "schema": {
        "fields": [{"name": "id", "type": "integer"},
                   {"name": "title", "type": "string", "constraints": {"required": true}},
                   {"name": "code", "type": "string", "constraints": {"unique": true}},
                   {"name": "price", "type": "number"},
                   {"name": "after_id", "type": "integer"}],
        "primaryKey": "id", "search_fields": ["title"],
        "indexes": [{"name": "books_after", "fields": ["after_id"]}],
        "foreignKeys": [{"fields": "after_id", "reference": {"resource": "", "fields": "id"}}]}},
    {"name": "notes", "schema": {
        "fields": [{"name": "id", "type": "integer"},
                   {"name": "text", "type": "string"},
                   {"name": "seat", "type": "integer"}],
        "primaryKey": "id", "search_fields": ["text"],
        "indexes": [{"name": "seats", "fields": ["seat"], "unique": true, "where": "seat > 0"}]}}]})json";

/// Says for each action what the test sets, and yes otherwise.
class ScriptedEvaluator : public access::Evaluator
{
public:
    Decision decide(const Site &, const SitePrincipal &, access::Action action,
                    const access::ResourceKind &) const override
    {
        const auto found = decisions.find(action);
        return found == decisions.end() ? Decision::always(because) : found->second;
    }

    std::map<access::Action, Decision> decisions;
};

Decision cheapOnes()
{
    return Decision::when(Predicate::compare(Predicate::Kind::Less, Predicate::column("id"), Predicate::literal(100)),
                          because);
}

/// A table on one engine, and what goes in and out of it.
class Bench
{
public:
    explicit Bench(const QString &engine, const QString &table = u"books"_s)
        : m_table(table)
        , m_site(engine)
        , m_access(m_catalogues, evaluator, m_site.clock())
        , m_transfers(m_access, QString())
    {
        m_site.define(m_site.site(), u"shop"_s, library);
    }

    data::RowCaller caller() const
    {
        return {m_site.site(), test::TestSite::administrator(m_site.site()), u"shop"_s, m_table};
    }

    Result<ImportReport> import(const QByteArray &file, ImportMode mode = ImportMode::Insert,
                                const ImportRequest &options = {}) const
    {
        ImportRequest request = options;
        request.content = file;
        request.format = file.startsWith('[') ? TransferFormat::Json : TransferFormat::Csv;
        request.mode = mode;
        return m_transfers.importRows(caller(), std::move(request)).wait();
    }

    QByteArray exported(TransferFormat format, const data::Parameters &parameters = {}) const
    {
        const auto rows =
            test::expectValue(m_transfers.exportRows(caller(), {.parameters = parameters, .format = format}));
        return Spool::device(rows.content)->readAll();
    }

    Result<data::ExportedRows> tryExport() const { return m_transfers.exportRows(caller(), {}).wait(); }

    std::int64_t count() const
    {
        return test::expectValue(data::RowReads(m_access).list(caller(), {{u"_count"_s, u"true"_s}})).total;
    }

    QByteArray first(const QString &filter, const QString &value) const
    {
        return test::expectValue(data::RowReads(m_access).list(caller(), {{filter, value}})).rows;
    }

    void create(const char *body) const
    {
        test::expectValue(data::RowWrites(m_access).create(caller(), test::expectValue(json::read(body))));
    }

    void update(const char *body) const
    {
        test::expectValue(data::RowWrites(m_access).updateMany(caller(), test::expectValue(json::read(body))));
    }

    /// Numbers of the rows that have the word.
    std::set<int> found(const QString &word) const
    {
        const auto rows =
            test::expectValue(data::RowReads(m_access).list(caller(), {{u"search"_s, word}, {u"fields"_s, u"id"_s}}));
        std::set<int> ids;
        for (const QJsonValue row : QJsonDocument::fromJson(rows.rows).array())
            ids.insert(row[u"id"_s].toInt());
        return ids;
    }

    const data::Transfers &transfers() const { return m_transfers; }

    /// As long as it lives nobody else writes to the table.
    std::shared_ptr<void> hold() const
    {
        struct Held
        {
            std::promise<void> ended;
            std::thread thread;
            ~Held()
            {
                ended.set_value();
                thread.join();
            }
        };
        auto held = std::make_shared<Held>();
        std::promise<void> begun;
        const QString table = m_table;
        held->thread = std::thread([this, &begun, table, ended = std::shared_future<void>(held->ended.get_future())] {
            const auto wait = [&](sql::Transaction &transaction) -> Result<bool> {
                if (transaction.dialect() == sql::Dialect::Postgres)
                    TRY(transaction.script("LOCK TABLE " + transaction.space().table("shop_" + table.toStdString()) +
                                           " IN EXCLUSIVE MODE"));
                begun.set_value();
                ended.wait();
                return true;
            };
            test::expectValue(m_site.site().write(wait, sql::WriteKind::Alone));
        });
        begun.get_future().wait();
        return held;
    }

    ScriptedEvaluator evaluator;

private:
    const QString m_table;
    const test::TestSite m_site;
    const data::CatalogueStore m_catalogues{};
    const data::RowAccess m_access;
    const data::Transfers m_transfers;
};

/// More than the memory keeps of a staged import, each row referring to the one behind it.
QByteArray largeFile(int rows)
{
    QByteArray file = "id,title,code,price,after_id\n";
    for (int i = 1; i <= rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        file += number + ",\"title, of " + number + " " + QByteArray(600, 'x') + "\",c" + number + ",1.50," +
                (i < rows ? QByteArray::number(i + 1) : QByteArray()) + '\n';
    }
    return file;
}

/// Each with a word of its own ("n17early").
QByteArray notes(int first, int count, const QByteArray &word)
{
    QByteArray file = "id,text\n";
    for (int i = first; i < first + count; ++i)
        file += QByteArray::number(i) + ",n" + QByteArray::number(i) + word + '\n';
    return file;
}

} // namespace

/// Rows on their way in and out as files, on both engines. What a client sees of it stands in scripts/transfer.
class TestTransfers : public QObject
{
    Q_OBJECT

private slots:
    void takesLargeFilesBothWays_data() { test::engineRows(); }
    void takesLargeFilesBothWays()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        constexpr int rows = 4000;
        const QByteArray file = largeFile(rows);
        QVERIFY(file.size() > 2 * 1024 * 1024);
        const auto report = bench.import(file);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message + report.error().cause));
        QCOMPARE(report->failed, 0);
        QCOMPARE(report->inserted, rows);
        QCOMPARE(bench.count(), rows);
        const auto searched = [&] { return bench.first(u"search"_s, u"17"_s); };
        const QByteArray found = searched();
        QVERIFY2(found.contains("\"id\":17,") && found.count("\"id\"") == 1, found.constData());

        const QByteArray csv = bench.exported(TransferFormat::Csv);
        QCOMPARE(csv.count("\r\n"), rows + 1);
        const auto again = bench.import(csv, ImportMode::Upsert);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message + again.error().cause));
        QCOMPARE(again->updated, rows);
        QCOMPARE(again->inserted, 0);
        QCOMPARE(bench.exported(TransferFormat::Csv), csv);

        const auto replaced = bench.import(bench.exported(TransferFormat::Json), ImportMode::Replace);
        QVERIFY(replaced);
        QCOMPARE(replaced->deleted, rows);
        QCOMPARE(replaced->inserted, rows);
        QCOMPARE(searched(), found);
        QCOMPARE(bench.exported(TransferFormat::Csv), csv);
    }

    void countsWhatFailsBeyondWhatItNames_data() { test::engineRows(); }
    void countsWhatFailsBeyondWhatItNames()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        QByteArray file = "title,price\n";
        for (int i = 0; i < 2500; ++i)
            file += i % 2 ? "a,1\n" : "b,x\n";
        const auto report = bench.import(file);
        QVERIFY(report);
        QCOMPARE(report->failed, 1250);
        QCOMPARE(report->problems.size(), ImportReport::mostProblems);
        QCOMPARE(report->problems.front().place.line, 2);
        QCOMPARE(report->problems.back().place.line, 200);
        QCOMPARE(bench.count(), 0);
    }

    void doesNothingOnceItIsAbandoned_data() { test::engineRows(); }
    void doesNothingOnceItIsAbandoned()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        ImportRequest options;
        int asked = 0;
        options.abandoned = [&asked] { return ++asked > 1; };
        const auto report = bench.import(largeFile(1500), ImportMode::Insert, options);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(bench.count(), 0);
    }

    void tellsHowFarItIs_data() { test::engineRows(); }
    void tellsHowFarItIs()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        const QString name = u"an import"_s;
        std::vector<data::ImportStatus> seen;
        ImportRequest options;
        options.name = name;
        options.abandoned = [&] {
            seen.push_back(test::expectValue(bench.transfers().importStatus(bench.caller(), name)).value());
            return false;
        };
        const QByteArray file = largeFile(3500);
        QVERIFY(bench.import(file, ImportMode::Insert, options));
        QVERIFY(seen.size() >= 4);
        QVERIFY(std::all_of(seen.begin(), seen.end(),
                            [](const auto &status) { return status.state == data::ImportState::Checking; }));
        QVERIFY(std::is_sorted(seen.begin(), seen.end(), [](const auto &a, const auto &b) { return a.rows < b.rows; }));
        QVERIFY(seen[1].rows > 0 && seen[1].rows < 3500);
        QVERIFY(seen[1].bytes > 0 && seen[1].bytes < file.size());
        const auto ended = test::expectValue(bench.transfers().importStatus(bench.caller(), name));
        QVERIFY(ended && ended->state == data::ImportState::Done);
        QCOMPARE(ended->size, file.size());
        QCOMPARE(ended->bytes, file.size());
        QCOMPARE(ended->written, 3500);
        QCOMPARE(ended->report->inserted, 3500);
        const auto again = bench.import("title\na\n", ImportMode::Insert, options);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }

    void isCancelledWhileItChecks_data() { test::engineRows(); }
    void isCancelledWhileItChecks()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        ImportRequest options;
        options.name = u"an import"_s;
        options.abandoned = [&] {
            test::expectValue(bench.transfers().cancelImport(bench.caller(), options.name));
            return false;
        };
        const auto report = bench.import(largeFile(1500), ImportMode::Insert, options);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QCOMPARE(bench.count(), 0);
        const auto status = test::expectValue(bench.transfers().importStatus(bench.caller(), options.name));
        QVERIFY(status && status->state == data::ImportState::Cancelled);
        QCOMPARE(bench.transfers().cancelImport(bench.caller(), options.name).error().code, ErrorCode::Conflict);
    }

    void isCancelledWhileItWrites_data() { test::engineRows(); }
    void isCancelledWhileItWrites()
    {
        QFETCH(QString, engine);
        const Bench bench(engine, u"notes"_s);
        QVERIFY(bench.import(notes(1, 200, "old")));
        std::shared_ptr<void> others = bench.hold();
        ImportRequest options;
        options.name = u"an import"_s;
        std::future<Result<ImportReport>> running = std::async(
            std::launch::async, [&] { return bench.import(notes(1001, 150, "new"), ImportMode::Insert, options); });
        const auto state = [&] {
            const auto status = test::expectValue(bench.transfers().importStatus(bench.caller(), options.name));
            return status ? status->state : data::ImportState::Waiting;
        };
        QTRY_COMPARE(state(), data::ImportState::Writing);
        test::expectValue(bench.transfers().cancelImport(bench.caller(), options.name));
        others.reset();
        const auto report = running.get();
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QCOMPARE(state(), data::ImportState::Cancelled);
        QCOMPARE(bench.count(), 200);
        bench.create(R"({"id": 5000, "text": "single"})");
        QCOMPARE(bench.found(u"single"_s), std::set<int>{5000});
    }

    void isNobodyElsesToSee()
    {
        const Bench bench(u"sqlite"_s);
        ImportRequest options;
        options.name = u"an import"_s;
        QVERIFY(bench.import("title\na\n", ImportMode::Insert, options));
        data::RowCaller other = bench.caller();
        other.principal.id = u"somebody else"_s;
        QVERIFY(test::expectValue(bench.transfers().importStatus(other, options.name)));
        other.principal.superuser = false;
        QVERIFY(!test::expectValue(bench.transfers().importStatus(other, options.name)));
        QCOMPARE(bench.transfers().cancelImport(other, options.name).error().code, ErrorCode::NotFound);
        other = bench.caller();
        other.table = u"notes"_s;
        QVERIFY(!test::expectValue(bench.transfers().importStatus(other, options.name)));
    }

    void keepsHistory_data() { test::engineRows(); }
    void keepsHistory()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        QVERIFY(bench.import("id,title\n1,a\n2,b\n"));
        QVERIFY(bench.import("id,title\n1,c\n", ImportMode::Upsert));
        const auto entries = bench.caller().site.read([](sql::Session &session) {
            return session.all("SELECT event_type FROM {audit_log} ORDER BY id", {},
                               [](const sql::Cursor &row) { return row.string(0); });
        });
        QVERIFY(entries);
        QCOMPARE(*entries, (std::vector<QString>{u"CREATE"_s, u"CREATE"_s, u"UPDATE"_s}));
    }

    void asksForEverythingItDoes_data() { test::engineRows(); }
    void asksForEverythingItDoes()
    {
        QFETCH(QString, engine);
        Bench bench(engine);
        bench.create(R"([{"id": 1, "title": "a"}, {"id": 200, "title": "b"}])");
        const auto forbidden = [](const auto &result) {
            return !result && result.error().code == ErrorCode::Forbidden;
        };
        for (const access::Action action : {access::Action::Read, access::Action::Export}) {
            bench.evaluator.decisions = {{action, Decision::never(because)}};
            QVERIFY(forbidden(bench.tryExport()));
            bench.evaluator.decisions = {{action, cheapOnes()}};
            QCOMPARE(test::expectValue(bench.tryExport()).count, 1);
        }
        bench.evaluator.decisions = {{access::Action::Create, Decision::never(because)}};
        QVERIFY(forbidden(bench.import("title\na\n")));
        bench.evaluator.decisions = {{access::Action::Update, Decision::never(because)}};
        QVERIFY(forbidden(bench.import("id,title\n1,b\n", ImportMode::Upsert)));
        bench.evaluator.decisions = {{access::Action::Delete, Decision::never(because)}};
        QVERIFY(forbidden(bench.import("id,title\n1,b\n", ImportMode::Replace)));

        bench.evaluator.decisions = {{access::Action::Create, cheapOnes()}};
        QVERIFY(forbidden(bench.import("id,title\n2,b\n300,c\n")));
        bench.evaluator.decisions = {{access::Action::Update, cheapOnes()}};
        QVERIFY(!bench.import("id,title\n200,c\n", ImportMode::Upsert));
        bench.evaluator.decisions = {};
        QCOMPARE(bench.count(), 2);
        QVERIFY(bench.first(u"id"_s, u"200"_s).contains("\"b\""));
    }

    void goesOnBehindExplicitKeys_data() { test::engineRows(); }
    void goesOnBehindExplicitKeys()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        QVERIFY(bench.import("id,title\n500,a\n"));
        QVERIFY(bench.import("title\nb\n"));
        QVERIFY(bench.first(u"title"_s, u"b"_s).contains("\"id\":501"));
    }

    void findsWordsWhateverIsThereAlready_data() { test::engineRows(); }
    void findsWordsWhateverIsThereAlready()
    {
        QFETCH(QString, engine);
        const Bench bench(engine, u"notes"_s);
        QVERIFY(bench.import(notes(1, 400, "early")));
        QVERIFY(bench.import(notes(1001, 150, "late"))); // fewer than are there
        QCOMPARE(bench.found(u"n17early"_s), std::set<int>{17});
        QCOMPARE(bench.found(u"n1017late"_s), std::set<int>{1017});
        // What keeps the words from then on is there again.
        bench.create(R"({"id": 5000, "text": "single"})");
        bench.update(R"([{"id": 1017, "text": "changed"}])");
        QCOMPARE(bench.found(u"single"_s), std::set<int>{5000});
        QCOMPARE(bench.found(u"changed"_s), std::set<int>{1017});
        QCOMPARE(bench.found(u"n1017late"_s), std::set<int>{});
    }

    void makesKeysAmongGivenOnes_data() { test::engineRows(); }
    void makesKeysAmongGivenOnes()
    {
        QFETCH(QString, engine);
        const Bench bench(engine, u"notes"_s);
        QVERIFY(bench.import(notes(1, 300, "old")));
        QByteArray file = "id,text\n";
        for (int i = 1; i <= 60; ++i)
            file += QByteArray::number(1000 * i) + ",given" + QByteArray::number(i) + "\n,made" +
                    QByteArray::number(i) + '\n';
        const auto report = bench.import(file);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->inserted, 120);
        QCOMPARE(bench.found(u"given7"_s), std::set<int>{7000});
        const std::set<int> made = bench.found(u"made60"_s);
        QCOMPARE(made.size(), std::size_t{1});
        QVERIFY(!made.contains(60'000));
        QCOMPARE(bench.count(), 420);
    }

    void saysWhichRowTheDatabaseRefuses_data() { test::engineRows(); }
    void saysWhichRowTheDatabaseRefuses()
    {
        QFETCH(QString, engine);
        const Bench bench(engine, u"notes"_s);
        QVERIFY(bench.import(notes(1, 300, "old")));
        bench.create(R"({"id": 301, "text": "first", "seat": 7})");
        QByteArray file = "id,text,seat\n";
        for (int i = 1; i <= 200; ++i)
            file += QByteArray::number(2000 + i) + ",new," + (i == 150 ? "7" : "") + '\n';
        const auto report = bench.import(file);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->failed, 1);
        QCOMPARE(report->problems.front().place.line, 151);
        QCOMPARE(bench.count(), 301);
        QCOMPARE(bench.found(u"new"_s), std::set<int>{});
        bench.create(R"({"id": 302, "text": "second"})");
        QCOMPARE(bench.found(u"second"_s), std::set<int>{302});
    }
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
