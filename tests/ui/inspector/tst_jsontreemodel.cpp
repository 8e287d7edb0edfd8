// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/jsontreemodel.h"

#include "core/json/reader.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestJsonTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsMembersInTheirOrder();
    void showsWhatIsNested();
    void fetchesALongListInParts();
    void aPlainValueHasNothingBelow();

private:
    void show(std::string_view document) { m_model->setDocument(json::read(document).value()); }
    QString at(int row, int column, const QModelIndex &parent = {}) const
    {
        return m_model->index(row, column, parent).data().toString();
    }

    std::unique_ptr<JsonTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestJsonTreeModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<JsonTreeModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_tester->setUseFetchMore(false); // it would fetch in the middle of a fetch
}

void TestJsonTreeModel::showsMembersInTheirOrder()
{
    show(R"({"name":"Ada","age":1.50,"alive":false,"note":null})");
    m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(at(0, 0), u"name"_s);
    QCOMPARE(at(0, 1), u"Ada"_s);
    QCOMPARE(at(1, 1), u"1.50"_s);
    QCOMPARE(at(2, 1), u"false"_s);
    QCOMPARE(at(3, 1), u"null"_s);
}

void TestJsonTreeModel::showsWhatIsNested()
{
    show(R"({"tags":["a",{"b":1}]})");
    m_model->fetchMore({});
    const QModelIndex tags = m_model->index(0, 0);
    QVERIFY(m_model->hasChildren(tags));
    QCOMPARE(m_model->rowCount(tags), 0);
    m_model->fetchMore(tags);
    QCOMPARE(m_model->rowCount(tags), 2);
    QCOMPARE(at(0, 0, tags), u"0"_s);
    QCOMPARE(at(0, 1, tags), u"a"_s);
    const QModelIndex object = m_model->index(1, 0, tags);
    m_model->fetchMore(object);
    QCOMPARE(at(0, 0, object), u"b"_s);
    QCOMPARE(m_model->parent(object), tags);
}

void TestJsonTreeModel::fetchesALongListInParts()
{
    json::Array many;
    for (int i = 0; i < 1200; ++i)
        many.push_back(i);
    m_model->setDocument(many);
    int parts = 0;
    for (; m_model->canFetchMore({}); ++parts)
        m_model->fetchMore({});
    QCOMPARE(parts, 3);
    QCOMPARE(m_model->rowCount(), 1200);
    QCOMPARE(at(1199, 1), u"1199"_s);
}

void TestJsonTreeModel::aPlainValueHasNothingBelow()
{
    show("17");
    QVERIFY(!m_model->hasChildren({}));
    QVERIFY(!m_model->canFetchMore({}));
    show("[]");
    QVERIFY(!m_model->hasChildren({}));
}

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_jsontreemodel.moc"
