// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changeset.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "ui/datatable/changesetjson.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

const std::vector<client::Column> columns{
    {u"id"_s, {}, u"integer"_s, {}, true, true, {}},
    {u"title"_s, {}, u"string"_s, {}, true, false, {}},
    {u"price"_s, {}, u"number"_s, {}, false, false, {}},
};

client::Row lamp(int id = 1)
{
    return {json::Value(id), json::Value("Lamp"), json::Value(json::Number{"39.90"})};
}

CellEdit text(const char *value)
{
    return {json::Value(value), {}, {}};
}

const CellEdit nonsense{{}, u"cheap"_s, u"Type a number."_s};

} // namespace

class TestChangeSet : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void editKeepsWhatWasStored();
    void storedValueAgainIsNoChange();
    void editsOfOneCellAreOneStep();
    void addedRowsKeepTheirOrder();
    void removingMarksStoredRowsAndDropsAddedOnes();
    void undoAndRedoGoThroughEverything();
    void discardIsOneStepThatCanBeUndone();
    void textThatIsNoValueStays();
    void refusalStandsAtItsField();
    void whatIsSettledCannotBeUndone();
    void survivesJson();
    void jsonOfAnotherTableIsTakenAsFarAsItFits();

private:
    ChangeSet::StoredRow stored(int id = 1) const { return {m_changes.keyOf(lamp(id)), lamp(id)}; }

    ChangeSet m_changes{columns};
};

void TestChangeSet::cleanup()
{
    m_changes.discard();
    m_changes.undoStack().clear();
}

void TestChangeSet::editKeepsWhatWasStored()
{
    m_changes.edit(stored(), 1, text("Chair"));
    const RowChange *change = m_changes.find(stored().first);
    QVERIFY(change);
    QCOMPARE(change->kind, RowChange::Kind::Changed);
    QVERIFY(change->base == lamp());
    QVERIFY(change->cells.at(1) == text("Chair"));
    QCOMPARE(m_changes.count(), 1);
}

void TestChangeSet::storedValueAgainIsNoChange()
{
    m_changes.edit(stored(), 1, text("Chair"));
    m_changes.edit(stored(), 2, {json::Value(), {}, {}});
    m_changes.edit(stored(), 1, text("Lamp"));
    QCOMPARE(m_changes.find(stored().first)->cells.size(), size_t(1));
    m_changes.edit(stored(), 2, {lamp()[2], {}, {}});
    QCOMPARE(m_changes.count(), 0);
}

void TestChangeSet::editsOfOneCellAreOneStep()
{
    m_changes.edit(stored(), 1, text("C"));
    m_changes.edit(stored(), 1, text("Ch"));
    m_changes.edit(stored(), 1, text("Chair"));
    QCOMPARE(m_changes.undoStack().count(), 1);
    m_changes.edit(stored(), 2, {json::Value(1), {}, {}});
    QCOMPARE(m_changes.undoStack().count(), 2);
    m_changes.edit(stored(2), 2, {json::Value(1), {}, {}});
    QCOMPARE(m_changes.undoStack().count(), 3);
    m_changes.undoStack().setIndex(0);
    QCOMPARE(m_changes.count(), 0);
}

void TestChangeSet::addedRowsKeepTheirOrder()
{
    m_changes.edit(stored(), 1, text("Chair"));
    QSignalSpy adding(&m_changes, &ChangeSet::aboutToAdd);
    const RowKey first = m_changes.add();
    const RowKey second = m_changes.add();
    QCOMPARE(m_changes.addedCount(), 2);
    QCOMPARE(m_changes.addedAt(0), first);
    QCOMPARE(m_changes.addedAt(1), second);
    QCOMPARE(adding.count(), 2);
    QCOMPARE(adding[1][0].toInt(), 1);
}

void TestChangeSet::removingMarksStoredRowsAndDropsAddedOnes()
{
    const RowKey added = m_changes.add();
    m_changes.edit(stored(), 1, text("Chair"));
    m_changes.remove({stored(1), stored(2), {added, {}}});
    QCOMPARE(m_changes.count(), 2);
    QCOMPARE(m_changes.addedCount(), 0);
    QCOMPARE(m_changes.find(stored(1).first)->kind, RowChange::Kind::Removed);
    QVERIFY(m_changes.find(stored(1).first)->cells.empty());
    m_changes.edit(stored(1), 1, text("Table"));
    QCOMPARE(m_changes.find(stored(1).first)->kind, RowChange::Kind::Removed);
    m_changes.undoStack().undo();
    QCOMPARE(m_changes.addedCount(), 1);
    QVERIFY(m_changes.find(stored(1).first)->cells.at(1) == text("Chair"));
    QVERIFY(!m_changes.find(stored(2).first));
}

void TestChangeSet::undoAndRedoGoThroughEverything()
{
    const RowKey added = m_changes.add();
    m_changes.edit({added, {}}, 1, text("Table"));
    m_changes.edit(stored(), 1, text("Chair"));
    m_changes.remove({stored(2)});
    const ChangeSet::Changes all = m_changes.all();
    QCOMPARE(all.size(), size_t(3));
    m_changes.undoStack().setIndex(0);
    QCOMPARE(m_changes.count(), 0);
    m_changes.undoStack().setIndex(m_changes.undoStack().count());
    QVERIFY(m_changes.all() == all);
}

void TestChangeSet::discardIsOneStepThatCanBeUndone()
{
    m_changes.add();
    m_changes.edit(stored(), 1, text("Chair"));
    const ChangeSet::Changes all = m_changes.all();
    m_changes.discard();
    QCOMPARE(m_changes.count(), 0);
    m_changes.undoStack().undo();
    QVERIFY(m_changes.all() == all);
    m_changes.undoStack().redo();
    QCOMPARE(m_changes.count(), 0);
}

void TestChangeSet::textThatIsNoValueStays()
{
    m_changes.edit(stored(), 2, nonsense);
    QCOMPARE(m_changes.unreadableCells(), 1);
    QCOMPARE(m_changes.find(stored().first)->cells.at(2).text, u"cheap"_s);
    m_changes.edit(stored(), 2, {json::Value(3), {}, {}});
    QCOMPARE(m_changes.unreadableCells(), 0);
}

void TestChangeSet::refusalStandsAtItsField()
{
    m_changes.edit(stored(), 1, text(""));
    Error error = Error::field(u"title"_s, u"This field is required."_s);
    error.fields.push_back({u"0.price"_s, u"It is too high."_s});
    m_changes.refuse(stored().first, error);
    const RowChange *change = m_changes.find(stored().first);
    QVERIFY(!change->refusal.isEmpty());
    QCOMPARE(change->refusals.at(1), u"This field is required."_s);
    QCOMPARE(change->refusals.at(2), u"It is too high."_s);
    QCOMPARE(change->cells.size(), size_t(1)); // a refused field that nobody edited is not sent next time either
    m_changes.edit(stored(), 1, text("Chair"));
    change = m_changes.find(stored().first);
    QVERIFY(change->refusal.isEmpty());
    QVERIFY(!change->refusals.contains(1));
}

void TestChangeSet::whatIsSettledCannotBeUndone()
{
    m_changes.edit(stored(1), 1, text("Chair"));
    m_changes.edit(stored(2), 1, text("Chair"));
    m_changes.settle({stored(1).first});
    QCOMPARE(m_changes.count(), 1);
    QVERIFY(!m_changes.undoStack().canUndo());
    m_changes.discard();
    QCOMPARE(m_changes.count(), 0);
}

void TestChangeSet::survivesJson()
{
    const RowKey added = m_changes.add();
    m_changes.edit({added, {}}, 1, text("Table"));
    m_changes.edit({added, {}}, 2, nonsense);
    m_changes.edit(stored(1), 2, {json::Value(), {}, {}});
    m_changes.remove({stored(2)});
    const QByteArray kept = json::write(toJson(m_changes.all(), m_changes.columns()));
    ChangeSet restored(columns);
    restored.restore(changesFromJson(json::read({kept.constData(), size_t(kept.size())}).value(), columns));
    QVERIFY(restored.all() == m_changes.all());
    QVERIFY(restored.add() > added);
    restored.undoStack().setIndex(0);
    QCOMPARE(restored.count(), 0);
}

void TestChangeSet::jsonOfAnotherTableIsTakenAsFarAsItFits()
{
    m_changes.edit(stored(1), 1, text("Chair"));
    m_changes.edit(stored(1), 2, {json::Value(3), {}, {}});
    m_changes.edit(stored(2), 2, {json::Value(3), {}, {}});
    const std::vector<client::Column> fewer{columns[0], columns[1]};
    const ChangeSet::Changes taken = changesFromJson(toJson(m_changes.all(), m_changes.columns()), fewer);
    QCOMPARE(taken.size(), size_t(1));
    QCOMPARE(taken.begin()->second.cells.size(), size_t(1));
    const std::vector<client::Column> otherKey{{u"code"_s, {}, u"string"_s, {}, true, true, {}}, columns[1]};
    QVERIFY(changesFromJson(toJson(m_changes.all(), m_changes.columns()), otherKey).empty());
    QVERIFY(changesFromJson(json::Value("nonsense"), columns).empty());
}

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_changeset.moc"
