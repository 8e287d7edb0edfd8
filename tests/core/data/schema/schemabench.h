// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apps/appservice.h"
#include "core/data/cataloguestore.h"
#include "core/data/schema/tableservice.h"
#include "core/json/reader.h"
#include "tests/support/testsite.h"

namespace tenantry::data {

using namespace Qt::StringLiterals;

/// A package of one table, `books`.
inline QByteArray books(const QByteArray &fields, const QByteArray &keys = {})
{
    return R"({"resources":[{"name":"books","schema":{"fields":[{"name":"id","type":"integer"})" +
           (fields.isEmpty() ? QByteArray() : "," + fields) + R"(],"primaryKey":"id")" +
           (keys.isEmpty() ? QByteArray() : "," + keys) + "}}]}";
}

inline json::Value parsed(const QByteArray &text)
{
    return test::expectValue(json::read({text.constData(), std::size_t(text.size())}));
}

/// A site with the app `shop`, and what tests do with its tables.
class Bench
{
public:
    explicit Bench(const QString &engine)
        : m_fixture(engine)
        , m_who(test::TestSite::administrator(site()))
        , m_tables(m_fixture.clock())
    {
        addApp(u"Shop"_s);
    }

    const Site &site() const { return m_fixture.site(); }
    const Site &otherSite() const { return m_fixture.otherSite(); }
    const SitePrincipal &who() const { return m_who; }
    const TableService &tables() const { return m_tables; }

    void addApp(const QString &name)
    {
        apps::AppDraft draft;
        draft.name = name;
        test::expectValue(apps::AppService(m_fixture.clock()).create(site(), m_who, draft));
    }

    Result<SchemaReport> define(const QByteArray &package, SchemaMode mode = SchemaMode::Apply,
                                const QString &app = u"shop"_s)
    {
        return define(package, SchemaFlags{.mode = mode}, app);
    }
    Result<SchemaReport> define(const QByteArray &package, SchemaFlags flags, const QString &app = u"shop"_s)
    {
        auto drafts = readDataPackage(app, parsed(package));
        if (!drafts)
            return failure(drafts.error());
        return m_tables.define(site(), m_who, app, std::move(*drafts), flags).wait();
    }

    Result<TableRecord> create(const QByteArray &body)
    {
        return m_tables
            .create(site(), m_who, u"shop"_s, readTableDraft(u"shop"_s, parsed(body), DraftForm::Table, JsonPath()))
            .wait();
    }

    Result<DroppedTable> drop(const QString &table, DropKind kind = DropKind::Refuse)
    {
        return m_tables.drop(site(), m_who, u"shop"_s, table, kind).wait();
    }

    std::shared_ptr<const Table> current(const char *name, const QString &app = u"shop"_s)
    {
        return test::expectValue(CatalogueStore().current(site()))->table(app, name);
    }

    /// Runs a statement in which @name stands for the table of the app `shop`.
    Result<std::int64_t> run(QByteArray statement, const Site &where)
    {
        return where
            .write([statement =
                        qualified(std::move(statement), where)](sql::Transaction &transaction) -> Result<std::int64_t> {
                const std::int64_t rows = TRY(transaction.execute(statement));
                TRY(transaction.settleConstraints());
                return rows;
            })
            .wait();
    }
    Result<std::int64_t> run(QByteArray statement) { return run(std::move(statement), site()); }

    QString read(QByteArray query)
    {
        const std::string statement = qualified(std::move(query), site());
        return test::expectValue(site().read([&](sql::Session &session) -> Result<QString> {
            const auto text = TRY(session.first(statement, {}, [](const sql::Cursor &row) { return row.string(0); }));
            return text.value_or(QString());
        }));
    }

    bool exists(const char *table) { return bool(run(QByteArray("DELETE FROM @") + table + " WHERE 1 = 0")); }

private:
    static std::string qualified(QByteArray statement, const Site &where)
    {
        qsizetype at = 0;
        while ((at = statement.indexOf('@')) >= 0) {
            qsizetype end = at + 1;
            while (end < statement.size() && (isalnum(statement[end]) || statement[end] == '_'))
                ++end;
            const std::string name = "shop_" + statement.mid(at + 1, end - at - 1).toStdString();
            statement.replace(at, end - at, QByteArray::fromStdString(where.space().table(name)));
        }
        return statement.toStdString();
    }

    test::TestSite m_fixture;
    SitePrincipal m_who;
    TableService m_tables;
};

QStringList pathsOf(const Error &error)
{
    QStringList paths;
    for (const FieldError &field : error.fields)
        paths.append(field.path);
    return paths;
}

json::Value dataOf(const Error &error)
{
    return parsed(error.data);
}

} // namespace tenantry::data
