// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/editmodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

const std::vector<client::Column> columns{
    {u"id"_s, {}, u"integer"_s, {}, true, true, {}},
    {u"price"_s, {}, u"number"_s, {}, false, false, {}},
    {u"title"_s, {}, u"string"_s, {}, true, false, {}},
};

/// Rows numbered from 1, without a price, answered at once.
RowModel::Fetch table(const int &total)
{
    return [&total](const client::RowWindow &window) -> client::Reply<client::RowPage> {
        client::RowPage page;
        page.total = total;
        for (auto i = window.start; i < std::min<std::int64_t>(window.start + window.count, total); ++i)
            page.rows.push_back({json::Value(i + 1), json::Value(), json::Value("Lamp")});
        return Result<client::RowPage>(std::move(page));
    };
}

} // namespace

class TestEditModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void editedCellShowsItsNewValue();
    void editorLeftAloneChangesNothing();
    void nullAndEmptyTextAreTwoThings();
    void typingErrorStaysInTheCell();
    void addedRowsStandBehindTheStoredOnes();
    void addedRowsFollowWhenTheTableGrows();
    void removedRowsAreMarkedAndNotEditable();
    void keysOfStoredRowsStay();
    void readOnlySaysWhy();
    void refusalShowsAtRowAndField();
    void changesStayWithTheirRowWhenTheOrderChanges();

private:
    QModelIndex at(int row, int column) const { return m_model->index(row, column); }
    QString header(int row, int role = Qt::DisplayRole) const
    {
        return m_model->headerData(row, Qt::Vertical, role).toString();
    }

    int m_total = 0;
    std::unique_ptr<RowModel> m_rows;
    std::unique_ptr<ChangeSet> m_changes;
    std::unique_ptr<EditModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestEditModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_total = 300;
    m_changes = std::make_unique<ChangeSet>(columns);
    m_rows = std::make_unique<RowModel>(columns, table(m_total));
    m_model = std::make_unique<EditModel>(*m_rows, *m_changes);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    QTRY_COMPARE(m_model->rowCount(), 300);
}

void TestEditModel::editedCellShowsItsNewValue()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_model->setData(at(4, 1), u" 12.50 "_s));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(at(4, 1).data().toString(), u"12.50"_s);
    QVERIFY(at(4, 1).data(EditModel::EditedRole).toBool());
    QVERIFY(!at(4, 2).data(EditModel::EditedRole).toBool());
    QCOMPARE(at(4, 2).data(EditModel::ChangeRole).toInt(), int(RowChange::Kind::Changed));
    QVERIFY(!at(5, 1).data(EditModel::ChangeRole).isValid());
    QCOMPARE(header(4), u"~ 5"_s);
    QCOMPARE(header(5), u"6"_s);
    QCOMPARE(header(4, Qt::AccessibleTextRole), u"Changed, not saved."_s);
    QVERIFY(at(4, 1).data(Qt::ToolTipRole).toString().contains(u"Stored: NULL"_s));
    m_changes->undoStack().undo();
    QVERIFY(at(4, 1).data(RowModel::NullRole).toBool());
    QCOMPARE(header(4), u"5"_s);
}

void TestEditModel::editorLeftAloneChangesNothing()
{
    for (int column = 1; column < 3; ++column)
        QVERIFY(!m_model->setData(at(0, column), at(0, column).data(Qt::EditRole)));
    QCOMPARE(m_changes->count(), 0);
}

void TestEditModel::nullAndEmptyTextAreTwoThings()
{
    QVERIFY(m_model->setData(at(0, 2), QString()));
    QVERIFY(!at(0, 2).data(RowModel::NullRole).toBool());
    QCOMPARE(at(0, 2).data().toString(), QString());
    QVERIFY(m_model->setValue(at(0, 2), json::Value()));
    QVERIFY(at(0, 2).data(RowModel::NullRole).toBool());
    QCOMPARE(at(0, 2).data().toString(), u"NULL"_s);
}

void TestEditModel::typingErrorStaysInTheCell()
{
    QVERIFY(m_model->setData(at(0, 1), u"cheap"_s));
    QCOMPARE(at(0, 1).data().toString(), u"cheap"_s);
    QCOMPARE(at(0, 1).data(Qt::EditRole).toString(), u"cheap"_s);
    QVERIFY(at(0, 1).data(EditModel::ProblemRole).toString().startsWith(u"Type a number"_s));
    QVERIFY(!m_model->value(at(0, 1)));
    QCOMPARE(m_changes->unreadableCells(), 1);
    QVERIFY(m_model->setData(at(0, 1), u"3"_s));
    QVERIFY(at(0, 1).data(EditModel::ProblemRole).toString().isEmpty());
}

void TestEditModel::addedRowsStandBehindTheStoredOnes()
{
    const RowKey key = m_changes->add();
    QCOMPARE(m_model->rowCount(), 301);
    QCOMPARE(m_model->rowOfAdded(key), 300);
    QCOMPARE(header(300), u"+"_s);
    QCOMPARE(at(300, 0).data().toString(), u"default"_s);
    QVERIFY(m_model->setData(at(300, 0), u"77"_s)); // its key may be chosen
    QVERIFY(m_model->setData(at(300, 2), u"Chair"_s));
    QCOMPARE(at(300, 2).data().toString(), u"Chair"_s);
    m_changes->undoStack().setIndex(0);
    QCOMPARE(m_model->rowCount(), 300);
    m_changes->undoStack().redo();
    QCOMPARE(m_model->rowCount(), 301);
}

void TestEditModel::addedRowsFollowWhenTheTableGrows()
{
    m_changes->add();
    QVERIFY(m_model->setData(at(300, 2), u"Chair"_s));
    m_total = 305;
    m_rows->reload();
    QTRY_COMPARE(m_model->rowCount(), 306);
    QCOMPARE(at(305, 2).data().toString(), u"Chair"_s);
    m_total = 2;
    m_rows->reload();
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(at(2, 2).data().toString(), u"Chair"_s);
}

void TestEditModel::removedRowsAreMarkedAndNotEditable()
{
    m_changes->remove({*m_model->rowAt(3)});
    QCOMPARE(header(3), u"- 4"_s);
    QVERIFY(!(at(3, 2).flags() & Qt::ItemIsEditable));
    QVERIFY(!m_model->setData(at(3, 2), u"Chair"_s));
    QVERIFY(!m_model->whyNotEditable(at(3, 2)).isEmpty());
}

void TestEditModel::keysOfStoredRowsStay()
{
    QVERIFY(!(at(0, 0).flags() & Qt::ItemIsEditable));
    QVERIFY(at(0, 1).flags() & Qt::ItemIsEditable);
    QVERIFY(m_model->whyNotEditable(at(0, 0)).contains(u"primary key"_s));
    QVERIFY(!m_model->setData(at(0, 0), u"77"_s));
    QVERIFY(m_model->whyNotEditable(at(250, 1)).contains(u"fetched"_s)); // not there yet
}

void TestEditModel::readOnlySaysWhy()
{
    m_model->setReadOnly(u"The site is locked."_s);
    QVERIFY(!(at(0, 1).flags() & Qt::ItemIsEditable));
    QCOMPARE(m_model->whyNotEditable(at(0, 1)), u"The site is locked."_s);
    QVERIFY(!m_model->setValue(at(0, 1), json::Value(1)));
}

void TestEditModel::refusalShowsAtRowAndField()
{
    QVERIFY(m_model->setData(at(0, 1), u"-1"_s));
    m_changes->refuse(m_model->rowAt(0)->first, Error::field(u"price"_s, u"It must not be negative."_s));
    QCOMPARE(at(0, 1).data(EditModel::ProblemRole).toString(), u"It must not be negative."_s);
    QVERIFY(header(0).startsWith(u'\u26a0'));
    QCOMPARE(at(0, 1).data().toString(), u"-1"_s);
}

void TestEditModel::changesStayWithTheirRowWhenTheOrderChanges()
{
    QVERIFY(m_model->setData(at(0, 2), u"Chair"_s));
    m_model->sort(0, Qt::DescendingOrder); // this table answers in one order only, as if row 1 were still first
    QTRY_COMPARE(at(0, 0).data().toString(), u"1"_s);
    QCOMPARE(at(0, 2).data().toString(), u"Chair"_s);
    m_total = 0;
    m_rows->reload();
    QTRY_COMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_changes->count(), 1);
}

QTEST_GUILESS_MAIN(TestEditModel)
#include "tst_editmodel.moc"
