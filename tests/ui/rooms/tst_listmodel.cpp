// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/rooms/listmodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int pageSize = 100;

} // namespace

/// A list of the API in pages, answered when the test says so.
class TestListModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pagesComeAsTheyAreWanted();
    void reloadKeepsWhatIsShownUntilTheAnswer();
    void aNewSearchDropsTheAnswerToTheOld();
    void failureIsToldAndOvercome();
    void whatIsOutOfUseIsQuiet();

private:
    struct Asked
    {
        int page;
        QString search;
        client::ReplySource<client::Page<ListModel::Entry>> answer;
    };

    static void answer(Asked asked, int total);

    std::vector<Asked> m_asked;
    std::unique_ptr<ListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestListModel::init()
{
    m_tester.reset();
    m_asked.clear();
    m_model = std::make_unique<ListModel>(
        QStringList{u"Name"_s, u"State"_s},
        [this](int page, const QString &search) {
            m_asked.push_back({page, search, {}});
            return m_asked.back().answer.reply();
        },
        nullptr);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_model->reload();
}

void TestListModel::answer(Asked asked, int total)
{
    client::Page<ListModel::Entry> page;
    page.total = total;
    page.hasNext = asked.page * pageSize < total;
    for (int i = (asked.page - 1) * pageSize; i < std::min(asked.page * pageSize, total); ++i)
        page.items.push_back({QString::number(i), {asked.search + QString::number(i), u"active"_s}, {}, i % 2 == 1});
    asked.answer.settle(std::move(page));
}

void TestListModel::pagesComeAsTheyAreWanted()
{
    m_tester.reset(); // it fetches more itself
    QCOMPARE(m_model->state(), ListModel::State::Loading);
    answer(m_asked[0], 150);
    QCOMPARE(m_model->state(), ListModel::State::Ready);
    QCOMPARE(m_model->rowCount(), 100);
    QCOMPARE(m_model->total(), 150);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QVERIFY(!m_model->canFetchMore({})); // it is on its way
    answer(m_asked[1], 150);
    QCOMPARE(m_model->rowCount(), 150);
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(m_model->index(149, 0).data().toString(), u"149"_s);
    QCOMPARE(m_model->find(u"149"_s).row(), 149);
}

void TestListModel::reloadKeepsWhatIsShownUntilTheAnswer()
{
    answer(m_asked[0], 10);
    m_model->reload();
    QCOMPARE(m_model->rowCount(), 10);
    QCOMPARE(m_model->state(), ListModel::State::Ready);
    QVERIFY(m_model->isFetching());
    answer(m_asked[1], 5);
    QCOMPARE(m_model->rowCount(), 5);
}

void TestListModel::aNewSearchDropsTheAnswerToTheOld()
{
    answer(m_asked[0], 10);
    m_model->setSearch(u"a"_s);
    m_model->setSearch(u"ab"_s);
    QCOMPARE(m_asked.size(), 3U);
    answer(m_asked[2], 3);
    answer(m_asked[1], 7);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->index(0, 0).data().toString(), u"ab0"_s);
    m_model->setSearch(u"ab"_s);
    QCOMPARE(m_asked.size(), 3U);
}

void TestListModel::failureIsToldAndOvercome()
{
    m_asked[0].answer.settle(failure(ErrorCode::Unavailable, u"Too busy."_s));
    QCOMPARE(m_model->state(), ListModel::State::Failed);
    QCOMPARE(m_model->error()->message, u"Too busy."_s);
    m_model->reload();
    QCOMPARE(m_model->state(), ListModel::State::Loading);
    QVERIFY(!m_model->error());
    answer(m_asked[1], 2);
    QCOMPARE(m_model->state(), ListModel::State::Ready);
    m_model->reload();
    m_asked[2].answer.settle(failure(ErrorCode::Unavailable, u"Too busy."_s));
    QCOMPARE(m_model->state(), ListModel::State::Ready); // what is there stays
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_model->error());
}

void TestListModel::whatIsOutOfUseIsQuiet()
{
    answer(m_asked[0], 2);
    QVERIFY(!m_model->index(0, 0).data(ListModel::QuietRole).toBool());
    QVERIFY(m_model->index(1, 0).data(ListModel::QuietRole).toBool());
    QVERIFY(m_model->index(1, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(!m_model->index(0, 0).data(Qt::ForegroundRole).isValid());
}

TENANTRY_GUI_TEST_MAIN(TestListModel)
#include "tst_listmodel.moc"
