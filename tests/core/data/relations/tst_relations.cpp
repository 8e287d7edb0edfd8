// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/relations/relations.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::RelationKind;

namespace {

constexpr const char *keyAlone = R"({"fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"})";

} // namespace

/// Which relations tables have, and under which names.
class TestRelations : public QObject
{
    Q_OBJECT

    using TablePtr = std::shared_ptr<const data::Table>;

    static QStringList namesIn(const data::Relations &relations, const TablePtr &table)
    {
        QStringList names;
        for (const std::string &name : relations.of(*table).names())
            names.append(QString::fromStdString(name));
        return names;
    }

    /// "ManyToOne id>shelves.code", with a junction "ManyToMany id>books_tags.book_id tag_id>tags.id".
    static QString leads(const data::Relations &relations, const TablePtr &table, const char *name)
    {
        const data::RelationPtr relation = relations.of(*table).find(name);
        if (!relation)
            return u"nowhere"_s;
        std::string text = relation->kind == RelationKind::ManyToOne   ? "one"
                           : relation->kind == RelationKind::OneToMany ? "many"
                                                                       : "junction";
        const data::Table *from = table.get();
        for (const data::Hop &hop : relation->hops) {
            for (const auto &[ours, theirs] : hop.columns)
                text += " " + from->columns[ours].name + ">" + hop.table->name + "." + hop.table->columns[theirs].name;
            from = hop.table.get();
        }
        return QString::fromStdString(text);
    }

private slots:
    void findsForeignKeysBothWays()
    {
        test::TestTables tables;
        const TablePtr shelves = tables.add("shelves", keyAlone);
        const TablePtr books = tables.add("books", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "shelf_id", "type": "integer"},
                       {"name": "after", "type": "integer"}],
            "primaryKey": "id",
            "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves"}},
                            {"fields": "after", "reference": {"resource": ""}}]})");
        const data::Relations relations({shelves, books});
        QCOMPARE(namesIn(relations, books),
                 (QStringList{u"after"_s, u"books"_s, u"books!after"_s, u"shelf"_s, u"shelf_id"_s}));
        QCOMPARE(namesIn(relations, shelves), (QStringList{u"books"_s, u"books!shelf_id"_s}));
        QCOMPARE(leads(relations, books, "shelf"), u"one shelf_id>shelves.id"_s);
        QCOMPARE(relations.of(*books).find("shelf"), relations.of(*books).find("shelf_id"));
        QCOMPARE(leads(relations, shelves, "books"), u"many id>books.shelf_id"_s);
        QCOMPARE(leads(relations, books, "after"), u"one after>books.id"_s);
        QCOMPARE(leads(relations, books, "books"), u"many id>books.after"_s);
        QCOMPARE(relations.of(*books).references().size(), std::size_t(2));
        QCOMPARE(relations.of(*books).references().front()->name, std::string("shelf"));
    }

    void tellsSeveralKeysOfOneTableApart()
    {
        test::TestTables tables;
        const TablePtr readers = tables.add("readers", keyAlone);
        const TablePtr loans = tables.add("loans", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "reader_id", "type": "integer"},
                       {"name": "lender_id", "type": "integer"}],
            "primaryKey": "id",
            "foreignKeys": [{"fields": "reader_id", "reference": {"resource": "readers"}},
                            {"fields": "lender_id", "reference": {"resource": "readers"}}]})");
        const data::Relations relations({readers, loans});
        QCOMPARE(namesIn(relations, readers), (QStringList{u"loans!lender_id"_s, u"loans!reader_id"_s}));
        QCOMPARE(leads(relations, readers, "loans!lender_id"), u"many id>loans.lender_id"_s);
    }

    void leavesNamesToColumns()
    {
        test::TestTables tables;
        const TablePtr shelves = tables.add("shelves", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "books", "type": "integer"}], "primaryKey": "id"})");
        const TablePtr books = tables.add("books", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "shelf_id", "type": "integer"},
                       {"name": "shelf", "type": "string"}],
            "primaryKey": "id", "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves"}}]})");
        const data::Relations relations({shelves, books});
        QCOMPARE(namesIn(relations, books), (QStringList{u"shelf_id"_s}));
        QCOMPARE(namesIn(relations, shelves), (QStringList{u"books!shelf_id"_s}));
        QCOMPARE(relations.of(*books).references().front()->name, std::string("shelf_id"));
    }

    void namesKeysOfSeveralColumnsAfterTheirTable()
    {
        test::TestTables tables;
        const TablePtr visits = tables.add("visits", R"({
            "fields": [{"name": "who", "type": "string"}, {"name": "day", "type": "date"}],
            "primaryKey": ["who", "day"]})");
        const TablePtr notes = tables.add("notes", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "on", "type": "date"},
                       {"name": "by", "type": "string"}],
            "primaryKey": "id",
            "foreignKeys": [{"fields": ["by", "on"], "reference": {"resource": "visits"}}]})");
        const data::Relations relations({visits, notes});
        QCOMPARE(leads(relations, notes, "visits"), u"one by>visits.who on>visits.day"_s);
        QCOMPARE(leads(relations, visits, "notes"), u"many who>notes.by day>notes.on"_s);
    }

    void findsJunctions()
    {
        test::TestTables tables;
        const TablePtr books = tables.add("books", keyAlone);
        const TablePtr tags = tables.add("tags", keyAlone);
        const TablePtr junction = tables.add("books_tags", R"({
            "fields": [{"name": "tag_id", "type": "integer"}, {"name": "book_id", "type": "integer"}],
            "primaryKey": ["tag_id", "book_id"],
            "foreignKeys": [{"fields": "book_id", "reference": {"resource": "books"}},
                            {"fields": "tag_id", "reference": {"resource": "tags"}}]})");
        // With a key of its own it is no junction.
        const TablePtr loans = tables.add("loans", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "tag_id", "type": "integer"},
                       {"name": "book_id", "type": "integer"}],
            "primaryKey": "id",
            "foreignKeys": [{"fields": "book_id", "reference": {"resource": "books"}},
                            {"fields": "tag_id", "reference": {"resource": "tags"}}]})");
        const data::Relations relations({books, tags, junction, loans});
        QCOMPARE(namesIn(relations, books), (QStringList{u"books_tags"_s, u"books_tags!book_id"_s, u"loans"_s,
                                                         u"loans!book_id"_s, u"tags"_s, u"tags!books_tags"_s}));
        QCOMPARE(leads(relations, books, "tags"), u"junction id>books_tags.book_id tag_id>tags.id"_s);
        QCOMPARE(leads(relations, tags, "books"), u"junction id>books_tags.tag_id book_id>books.id"_s);
    }

    void tellsSeveralJunctionsApart()
    {
        test::TestTables tables;
        const TablePtr people = tables.add("people", keyAlone);
        const TablePtr clubs = tables.add("clubs", keyAlone);
        const auto junction = [&](const char *name) {
            return tables.add(name, R"({
                "fields": [{"name": "club", "type": "integer"}, {"name": "person", "type": "integer"}],
                "primaryKey": ["club", "person"],
                "foreignKeys": [{"fields": "club", "reference": {"resource": "clubs"}},
                                {"fields": "person", "reference": {"resource": "people"}}]})");
        };
        const TablePtr members = junction("members");
        const TablePtr founders = junction("founders");
        const TablePtr friends = tables.add("friends", R"({
            "fields": [{"name": "of", "type": "integer"}, {"name": "friend", "type": "integer"}],
            "primaryKey": ["of", "friend"],
            "foreignKeys": [{"fields": "of", "reference": {"resource": "people"}},
                            {"fields": "friend", "reference": {"resource": "people"}}]})");
        const data::Relations relations({people, clubs, members, founders, friends});
        QCOMPARE(leads(relations, people, "clubs"), u"nowhere"_s);
        QCOMPARE(leads(relations, people, "clubs!founders"), u"junction id>founders.person club>clubs.id"_s);
        QCOMPARE(leads(relations, people, "people!friend"), u"junction id>friends.of friend>people.id"_s);
        QCOMPARE(leads(relations, people, "people!of"), u"junction id>friends.friend of>people.id"_s);
    }

    void takesWhatIsDeclared()
    {
        test::TestTables tables;
        const TablePtr books = tables.add("books", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "code", "type": "string"}], "primaryKey": "id",
            "reverseRelationships": [
                {"name": "lendings", "type": "hasMany", "foreignTable": "shop_loans", "foreignKey": "book", "localKey": "id"},
                {"name": "by_code", "type": "hasMany", "foreignTable": "loans", "foreignKey": "code", "localKey": "code"},
                {"name": "gone", "type": "hasMany", "foreignTable": "shop_gone", "foreignKey": "book"},
                {"name": "mistyped", "foreignTable": "shop_loans", "foreignKey": "code"},
                {"name": "code", "foreignTable": "shop_loans", "foreignKey": "book"}, 7, {"foreignTable": "shop_loans"}],
            "manyToManyRelationships": [
                {"name": "readers", "foreignTable": "shop_people", "junctionTable": "shop_loans",
                 "junctionLocalKey": "book", "junctionForeignKey": "person"},
                {"name": "nobody", "foreignTable": "shop_people", "junctionTable": "shop_loans"}]})");
        const TablePtr people = tables.add("people", keyAlone);
        const TablePtr loans = tables.add("loans", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "book", "type": "integer"},
                       {"name": "person", "type": "integer"}, {"name": "code", "type": "string"}], "primaryKey": "id"})");
        const data::Relations relations({books, people, loans});
        QCOMPARE(namesIn(relations, books), (QStringList{u"by_code"_s, u"lendings"_s, u"readers"_s}));
        QCOMPARE(leads(relations, books, "by_code"), u"many code>loans.code"_s);
        QCOMPARE(leads(relations, books, "readers"), u"junction id>loans.book person>people.id"_s);
    }

    void knowsNothingOfTablesThatAreNotThere()
    {
        test::TestTables tables;
        const TablePtr shelves = tables.add("shelves", keyAlone);
        const TablePtr books = tables.add("books", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "shelf_id", "type": "integer"}], "primaryKey": "id",
            "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves"}}]})");
        QCOMPARE(namesIn(data::Relations({books}), books), QStringList());
        QCOMPARE(namesIn(data::Relations({books}), shelves), QStringList());
        QCOMPARE(namesIn(data::Relations::none(), books), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestRelations)
#include "tst_relations.moc"
