// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/datatable/rowmodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using client::RowPage;
using client::RowWindow;

namespace {

/// A table of numbered rows that answers when told to, in the order told.
class Source
{
public:
    explicit Source(int total)
        : total(total)
    {
    }

    RowModel::Fetch fetch()
    {
        return [this](const RowWindow &window) {
            asked.push_back(window);
            sources.emplace_back();
            sources.back().onCancel([this] { ++cancelled; });
            return sources.back().reply();
        };
    }

    void answer(size_t which)
    {
        const RowWindow &window = asked[which];
        RowPage page;
        page.total = total;
        const bool descending = window.ordering.startsWith(u'-');
        for (std::int64_t i = window.start; i < std::min<std::int64_t>(window.start + window.count, total); ++i)
            page.rows.push_back({json::Value(descending ? total - i - 1 : i), json::Value(), json::Value("text")});
        sources[which].settle(std::move(page));
    }

    void answerAll()
    {
        for (size_t i = 0; i < asked.size(); ++i)
            answer(i);
    }

    void fail(size_t which) { sources[which].settle(failure(ErrorCode::Unavailable, u"It is away."_s)); }

    std::int64_t total;
    std::vector<RowWindow> asked;
    std::vector<client::ReplySource<RowPage>> sources;
    int cancelled = 0;
};

const std::vector<client::Column> columns{
    {u"id"_s, {}, u"integer"_s, {}, true, true, {}},
    {u"parent_id"_s, {}, u"integer"_s, {}, false, false, u"parents.id"_s},
    {u"name"_s, u"Name of it"_s, u"string"_s, {}, false, false, {}},
};

QString shown(const RowModel &model, int row)
{
    return model.index(row, 0).data().toString();
}

} // namespace

class TestRowModel : public QObject
{
    Q_OBJECT

private slots:
    void firstChunkTellsHowManyThereAre();
    void scrollingFetchesWhatIsSeen();
    void fetchesAheadNearAnEdge();
    void passedChunksAreGivenUp();
    void sortingStartsANewGeneration();
    void thirdClickGoesBackToTheKey();
    void lateAnswersAreDropped();
    void firstFailureIsTheState();
    void laterFailureKeepsTheRows();
    void emptyTableIsReady();
    void tableThatGrewOrShrankIsFollowed();
    void memoryStaysFlat();
    void cellsSayWhatTheyAre();
};

void TestRowModel::firstChunkTellsHowManyThereAre()
{
    Source source(450);
    RowModel model(columns, source.fetch());
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.state(), RowModel::State::Loading);
    QCOMPARE(source.asked.size(), size_t(1));
    QCOMPARE(source.asked[0].count, RowModel::chunkSize);
    source.answer(0);
    QCOMPARE(model.state(), RowModel::State::Ready);
    QCOMPARE(model.rowCount(), 450);
    QCOMPARE(shown(model, 199), u"199"_s);
    QCOMPARE(shown(model, 200), u"\u2026"_s);
    QVERIFY(model.index(200, 0).data(RowModel::AbsentRole).toBool());
    QCOMPARE(source.asked.size(), size_t(1)); // looking fetches nothing, want() does
}

void TestRowModel::scrollingFetchesWhatIsSeen()
{
    Source source(10'000'000);
    RowModel model(columns, source.fetch());
    source.answer(0);
    model.want(5'000'100, 5'000'120);
    QCOMPARE(source.asked.size(), size_t(2));
    QCOMPARE(source.asked[1].start, 5'000'000);
    QVERIFY(model.isFetching());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    source.answer(1);
    QVERIFY(!model.isFetching());
    QCOMPARE(shown(model, 5'000'100), u"5000100"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 5'000'000);
    QCOMPARE(changed[0][1].toModelIndex().row(), 5'000'199);
}

void TestRowModel::fetchesAheadNearAnEdge()
{
    Source source(1000);
    RowModel model(columns, source.fetch());
    source.answer(0);
    model.want(150, 180);
    QCOMPARE(source.asked.size(), size_t(2));
    QCOMPARE(source.asked[1].start, 200);
    model.want(150, 185);
    QCOMPARE(source.asked.size(), size_t(2));
}

void TestRowModel::passedChunksAreGivenUp()
{
    Source source(10'000);
    RowModel model(columns, source.fetch());
    source.answer(0);
    model.want(2100, 2120);
    model.want(5100, 5120);
    QCOMPARE(source.cancelled, 1);
    QCOMPARE(source.asked.back().start, 5000);
    model.want(2100, 2120);
    QCOMPARE(source.asked.back().start, 2000);
}

void TestRowModel::sortingStartsANewGeneration()
{
    Source source(1000);
    RowModel model(columns, source.fetch());
    QAbstractItemModelTester tester(&model);
    source.answer(0);
    model.want(700, 720);
    source.answerAll();
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(shown(model, 0), u"\u2026"_s);
    QCOMPARE(source.asked.back().start, 0);
    QCOMPARE(source.asked.back().ordering, u"-id"_s);
    source.answer(source.asked.size() - 1);
    QCOMPARE(shown(model, 0), u"999"_s);
}

void TestRowModel::thirdClickGoesBackToTheKey()
{
    Source source(10);
    RowModel model(columns, source.fetch());
    model.sort(2, Qt::AscendingOrder);
    QCOMPARE(source.asked.back().ordering, u"name"_s);
    model.sort(-1);
    QCOMPARE(source.asked.back().ordering, QString());
    const size_t asked = source.asked.size();
    model.sort(-1);
    QCOMPARE(source.asked.size(), asked);
}

void TestRowModel::lateAnswersAreDropped()
{
    Source source(1000);
    RowModel model(columns, source.fetch());
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(source.cancelled, 1);
    source.answer(1);
    source.answer(0);
    QCOMPARE(shown(model, 0), u"999"_s);
}

void TestRowModel::firstFailureIsTheState()
{
    Source source(10);
    RowModel model(columns, source.fetch());
    source.fail(0);
    QCOMPARE(model.state(), RowModel::State::Failed);
    QCOMPARE(model.error()->message, u"It is away."_s);
    model.retry();
    QCOMPARE(model.state(), RowModel::State::Loading);
    QVERIFY(!model.error());
    source.answer(1);
    QCOMPARE(model.state(), RowModel::State::Ready);
    QCOMPARE(model.rowCount(), 10);
}

void TestRowModel::laterFailureKeepsTheRows()
{
    Source source(1000);
    RowModel model(columns, source.fetch());
    source.answer(0);
    model.want(500, 520);
    source.fail(1);
    QCOMPARE(model.state(), RowModel::State::Ready);
    QVERIFY(model.error());
    QCOMPARE(shown(model, 0), u"0"_s);
    model.want(500, 521);
    QCOMPARE(source.asked.size(), size_t(2)); // not again and again by itself
    model.retry();
    QCOMPARE(source.asked.size(), size_t(3));
    source.answer(2);
    QVERIFY(!model.error());
    QCOMPARE(shown(model, 500), u"500"_s);
}

void TestRowModel::emptyTableIsReady()
{
    Source source(0);
    RowModel model(columns, source.fetch());
    QAbstractItemModelTester tester(&model);
    source.answer(0);
    QCOMPARE(model.state(), RowModel::State::Ready);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 3);
}

void TestRowModel::tableThatGrewOrShrankIsFollowed()
{
    Source source(500);
    RowModel model(columns, source.fetch());
    QAbstractItemModelTester tester(&model);
    source.answer(0);
    source.total = 700;
    model.want(250, 260);
    source.answer(1);
    QCOMPARE(model.rowCount(), 700);
    source.total = 100;
    model.reload();
    for (size_t i = 2; i < source.asked.size(); ++i)
        source.answer(i);
    QCOMPARE(model.rowCount(), 100);
}

void TestRowModel::memoryStaysFlat()
{
    Source source(1'000'000);
    RowModel model(columns, source.fetch());
    source.answer(0);
    const int chunks = RowModel::chunksKept + 20;
    for (int chunk = 1; chunk < chunks; ++chunk) {
        model.want(chunk * RowModel::chunkSize + 90, chunk * RowModel::chunkSize + 110);
        source.answer(source.asked.size() - 1);
    }
    int held = 0;
    for (int chunk = 0; chunk < chunks; ++chunk)
        held += model.index(chunk * RowModel::chunkSize, 0).data(RowModel::AbsentRole).toBool() ? 0 : 1;
    QCOMPARE(held, RowModel::chunksKept);
    QVERIFY(model.index(0, 0).data(RowModel::AbsentRole).toBool());
    QVERIFY(!model.index((chunks - 1) * RowModel::chunkSize, 0).data(RowModel::AbsentRole).toBool());
}

void TestRowModel::cellsSayWhatTheyAre()
{
    Source source(1);
    RowModel model(columns, source.fetch());
    source.answer(0);
    QVERIFY(model.index(0, 1).data(RowModel::NullRole).toBool());
    QVERIFY(!model.index(0, 2).data(RowModel::NullRole).toBool());
    QVERIFY(model.index(0, 0).data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"name"_s);
    QVERIFY(model.headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString().startsWith("Name of it"_L1));
    QVERIFY(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().contains("references parents.id"_L1));
    QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::DecorationRole).isNull());
    QVERIFY(model.headerData(2, Qt::Horizontal, Qt::DecorationRole).isNull());
}

TENANTRY_GUI_TEST_MAIN(TestRowModel)
#include "tst_rowmodel.moc"
