// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/duplicatefinder.h"
#include "core/data/transfer/stagedrows.h"
#include "core/data/values/valuecodec.h"

#include <QTest>

using namespace tenantry;
using data::DuplicateFinder;
using data::FilePlace;
using data::StagedRow;
using data::StagedRows;

namespace {

bool same(const data::RowValues &a, const data::RowValues &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &left, const auto &right) {
        return left.has_value() == right.has_value() && (!left || data::sameValue(*left, *right));
    });
}

/// Bytes that no constant of a test file could hold.
std::string allBytes()
{
    std::string text;
    for (int i = 0; i < 256; ++i)
        text += char(i);
    return text;
}

StagedRow rowOf(std::int64_t number, const std::string &text)
{
    return {{number + 1, number}, {std::nullopt, sql::Value(text)}, {sql::Value(number), sql::Value(text)}};
}

} // namespace

class TestStaging : public QObject
{
    Q_OBJECT

    std::shared_ptr<SpoolRoom> m_room = std::make_shared<SpoolRoom>();

private slots:
    void keepsEveryKindOfValue()
    {
        const sql::Blob blob{QByteArray::fromStdString(allBytes())};
        const StagedRow row{{7, 3},
                            {std::nullopt, sql::Value(), sql::Value(true), std::nullopt, sql::Value(allBytes()),
                             sql::Value(""), sql::Value(blob), sql::Value(1.5)},
                            {std::nullopt, sql::Value(), sql::Value(true), sql::Value(std::int64_t{-5}),
                             sql::Value(allBytes()), sql::Value(""), sql::Value(blob), sql::Value(1.5)}};
        StagedRows rows(m_room);
        QVERIFY(rows.append(row));
        QVERIFY(rows.finish());
        const auto read = StagedRows::Reader(rows).next(10, 1000);
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(1));
        QCOMPARE(read->front().place.line, std::int64_t(7));
        QCOMPARE(read->front().place.row, std::int64_t(3));
        QVERIFY(same(read->front().given, row.given));
        QVERIFY(same(read->front().complete, row.complete));
    }

    void readsInPiecesAndAgain()
    {
        constexpr std::int64_t count = 2000;
        const std::string text(3000, 'x'); // more than the memory keeps
        {
            StagedRows rows(m_room);
            for (std::int64_t i = 0; i < count; ++i)
                QVERIFY(rows.append(rowOf(i, text)));
            QVERIFY(rows.finish());
            QVERIFY(m_room->used > 0);
            for (int time = 0; time < 2; ++time) {
                StagedRows::Reader reader(rows);
                std::int64_t next = 0;
                for (auto some = reader.next(7, 10'000); some && !some->empty(); some = reader.next(7, 10'000)) {
                    QVERIFY(some->size() <= 4); // by their bytes
                    for (const StagedRow &row : *some)
                        QVERIFY(same(row.complete, rowOf(next++, text).complete));
                }
                QCOMPARE(next, count);
            }
        }
        QCOMPARE(qint64(m_room->used), qint64(0));
    }

    void refusesBeyondTheQuota()
    {
        auto little = std::make_shared<SpoolRoom>();
        little->quota = 100;
        StagedRows rows(little);
        Result<void> done;
        for (int i = 0; i < 2000 && done; ++i)
            done = rows.append(rowOf(i, std::string(1000, 'x')));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Unavailable);
    }

    void findsDuplicatesInParts_data()
    {
        QTest::addColumn<int>("atOnce");
        QTest::newRow("all at once") << 1000;
        QTest::newRow("in parts") << 7;
    }
    void findsDuplicatesInParts()
    {
        QFETCH(int, atOnce);
        DuplicateFinder finder(m_room, std::size_t(atOnce));
        for (std::int64_t i = 1; i <= 100; ++i)
            QVERIFY(finder.add(*data::digestOf({sql::Value(i <= 90 ? i : i - 90)}, {0}), {i + 1, i}));
        std::map<std::int64_t, std::int64_t> found;
        QVERIFY(finder.find([&](const FilePlace &place, const FilePlace &first) { found[place.row] = first.row; }));
        QCOMPARE(found.size(), std::size_t(10));
        for (std::int64_t i = 91; i <= 100; ++i)
            QCOMPARE(found[i], i - 90);
    }

    void digestsTellKeysApart()
    {
        const auto digest = [](std::vector<std::optional<sql::Value>> row) { return data::digestOf(row, {0, 1}); };
        QVERIFY(digest({sql::Value("ab"), sql::Value("c")}) != digest({sql::Value("a"), sql::Value("bc")}));
        QVERIFY(digest({sql::Value("a"), sql::Value("b")}) == digest({sql::Value("a"), sql::Value("b")}));
        QVERIFY(!digest({sql::Value("a"), sql::Value()}));
        QVERIFY(!digest({sql::Value("a"), std::nullopt}));
    }
};

QTEST_APPLESS_MAIN(TestStaging)
#include "tst_staging.moc"
