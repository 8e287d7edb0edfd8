// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/importwriter.h"
#include "core/data/graph/edgeaccess.h"

#include "core/data/query/queryplanner.h"
#include "core/data/rows/rowloader.h"
#include "core/data/search/searchindex.h"
#include "core/data/transfer/existingkeys.h"
#include "core/sql/writememory.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::size_t loadedRows = 4000; ///< in a batch of those that are only written
constexpr std::size_t lookedUpRows = 1000;
constexpr qsizetype batchBytes = 4 * 1024 * 1024;

QString pathOf(const StagedRow &row)
{
    return QString::number(row.place.line) + u'.';
}

bool changesRowsOnDelete(OnDelete action)
{
    return action == OnDelete::Cascade || action == OnDelete::SetNull || action == OnDelete::SetDefault;
}

/// Whether a row of `child` refers by `key` to any row.
Result<bool> anyRefers(sql::Session &session, const Table &child, const ForeignKey &key)
{
    StatementBuilder sql(session.space(), child);
    sql << "SELECT 1 FROM ";
    sql.tableName() << " WHERE " << sql::quoteIdentifier(key.columns.front()) << " IS NOT NULL LIMIT 1";
    const sql::CursorPtr cursor = TRY(sql.take().run(session));
    return cursor->next();
}

/// Rows of other tables are nobody's to lose by an import.
Result<void> refuseSideEffects(sql::Session &session, const ImportPlan &plan)
{
    const Table &table = *plan.view.table;
    for (const auto &[slug, app] : plan.view.catalogue->apps()) {
        for (const auto &[name, child] : app.tables) {
            for (const ForeignKey &key : child->foreignKeys) {
                if (key.targetPhysicalName != table.physicalName || child->physicalName == table.physicalName ||
                    !child->materialized || !changesRowsOnDelete(key.onDelete) || !TRY(anyRefers(session, *child, key)))
                    continue;
                return failure(ErrorCode::Conflict,
                               u"Rows of '%1' refer to rows of '%2' and would go or change with them."_s.arg(
                                   QString::fromStdString(name), QString::fromStdString(table.name)),
                               u"Import with mode=upsert, or delete those rows first; nothing was changed."_s);
            }
        }
    }
    return {};
}

/// PostgreSQL looks at changed tables by itself, but only after a minute in which it plans as if they were empty, and
/// in which each search reads all new words that are not in their places in the index.
Result<void> noteWhatIsThere(sql::Transaction &transaction, const Table &table, const ImportReport &report)
{
    constexpr std::int64_t few = 1000;
    if (transaction.dialect() == sql::Dialect::Sqlite || report.rows < few)
        return {};
    if (table.search)
        TRY(transaction.query(
            "SELECT gin_clean_pending_list(words) FROM to_regclass($1) AS words WHERE words IS NOT NULL",
            {transaction.space().table(postgresSearchIndex(table))}));
    return transaction.script("ANALYZE " + transaction.space().table(table.physicalName));
}

class ImportWriter
{
public:
    ImportWriter(sql::Transaction &transaction, const ImportPlan &plan, const WriteContext &context, WordKeeping words)
        : m_transaction(transaction)
        , m_plan(plan)
        , m_context(context)
    {
        if (RowLoader::isEnoughFor(plan.create))
            m_loader.emplace(transaction, plan.create, context, words);
    }

    Result<void> write(std::vector<StagedRow> rows)
    {
        m_report.rows += std::int64_t(rows.size());
        return m_plan.mode == ImportMode::Upsert ? upsert(std::move(rows)) : insert(std::move(rows));
    }

    Result<void> removeAll()
    {
        TRY(refuseSideEffects(m_transaction, m_plan));
        const Condition everything{.op = Operator::And};
        m_report.deleted = TRY(RowWriter(m_transaction, *m_plan.remove, m_context).removeWhere(everything));
        return {};
    }

    std::size_t batchRows() const { return m_loader && m_plan.mode != ImportMode::Upsert ? loadedRows : lookedUpRows; }

    const ImportReport &report() const { return m_report; }

private:
    Result<void> insert(std::vector<StagedRow> rows)
    {
        std::vector<RowValues> values;
        QStringList paths;
        for (StagedRow &row : rows) {
            values.push_back(std::move(row.complete));
            paths.append(pathOf(row));
        }
        if (m_loader)
            TRY(m_loader->load(values, paths));
        else
            TRY(RowWriter(m_transaction, m_plan.create, m_context).insert(values, paths));
        m_report.inserted += std::int64_t(rows.size());
        return {};
    }

    Result<void> upsert(std::vector<StagedRow> rows)
    {
        UpsertPlan plan{*m_plan.find, m_plan.create, *m_plan.change, m_plan.identity, {}, OnMatch::Merge};
        std::vector<sql::Values> keys;
        for (StagedRow &row : rows) {
            keys.emplace_back();
            for (const std::size_t column : m_plan.identity)
                keys.back().push_back(row.complete[column].value_or(sql::Value()));
            plan.items.push_back({pathOf(row), std::move(row.given), std::move(row.complete), {}});
        }
        const auto exists = TRY(existingKeys(m_transaction, *m_plan.view.table, m_plan.identity, keys));
        TRY(RowUpserter(m_transaction, plan, m_context).run());
        const auto updated = std::count(exists.begin(), exists.end(), true);
        m_report.updated += updated;
        m_report.inserted += std::int64_t(rows.size()) - updated;
        return {};
    }

    sql::Transaction &m_transaction;
    const ImportPlan &m_plan;
    const WriteContext &m_context;
    std::optional<RowLoader> m_loader; ///< where nothing but the rows is to be written
    ImportReport m_report;
};

/// How SQLite's index of the words is kept during an import.
enum class Indexing {
    RowByRow,   ///< by the table's triggers, or by PostgreSQL
    Loaded,     ///< by RowLoader
    Afterwards, ///< made anew from all rows
};

/// FTS5 writes its index out after every statement that has a trigger. Where an import brings most of the rows that a
/// table will have, the index is quicker made anew from all of them than kept row by row.
Result<Indexing> indexingOf(sql::Session &session, const ImportPlan &plan, const StagedRows &rows, WriteMode mode)
{
    constexpr std::int64_t few = 100;
    const Table &table = *plan.view.table;
    const bool rehearsed = mode == WriteMode::Rehearse; // beside other writes
    if (rehearsed || session.dialect() == sql::Dialect::Postgres || !table.search || rows.count() < few)
        return Indexing::RowByRow;
    StatementBuilder sql(session.space(), table);
    sql << "SELECT count(*) FROM (SELECT 1 FROM ";
    sql.tableName() << " LIMIT ";
    sql.parameter(rows.count()) << ")";
    const sql::CursorPtr cursor = TRY(sql.take().run(session));
    TRY(cursor->next());
    if (cursor->integer(0) < rows.count())
        return Indexing::Afterwards;
    return plan.mode == ImportMode::Insert && RowLoader::isEnoughFor(plan.create) ? Indexing::Loaded
                                                                                  : Indexing::RowByRow;
}

std::string beforeRows(const sql::Namespace &space, const Table &table, Indexing indexing)
{
    return indexing == Indexing::Afterwards ? dropSearchIndex(space, table) : dropSearchTriggers(space, table);
}

std::string afterRows(const sql::Namespace &space, const Table &table, Indexing indexing)
{
    return indexing == Indexing::Afterwards ? createSearchIndex(space, table) : createSearchTriggers(space, table);
}

} // namespace

Result<ImportPlan> planImport(const RowAccess &access, const RowCaller &caller, const TableView &view, ImportMode mode,
                              const QStringList &uniqueFields)
{
    const QueryPlanner planner(view.table);
    const auto endGuards = [&](access::Action action) {
        return guardsOfEnds(*view.table, action, access.decide(caller, action),
                            [&](access::Action onNodes, const Table &nodes) {
                                return access.decide(caller, onNodes, QString::fromStdString(nodes.name));
                            });
    };
    ImportPlan plan;
    plan.view = view;
    plan.mode = mode;
    plan.identity = TRY(identifyingColumns(*view.table, uniqueFields));
    plan.create = TRY(planner.create(access.decide(caller, access::Action::Create)));
    plan.create.ends = TRY(endGuards(access::Action::Create));
    if (mode == ImportMode::Insert)
        return plan;
    const access::Decision read = access.decide(caller, access::Action::Read);
    if (mode == ImportMode::Replace) {
        plan.remove = TRY(planner.change(read, access.decide(caller, access::Action::Delete), u"delete"_s));
        plan.remove->ends = TRY(endGuards(access::Action::Delete));
        plan.remove->cascades = cascadesOf(view);
        return plan;
    }
    plan.find = TRY(planner.change(read, read, u"read"_s));
    plan.find->ends = TRY(endGuards(access::Action::Read));
    plan.change = TRY(planner.change(read, access.decide(caller, access::Action::Update), u"update"_s));
    plan.change->ends = TRY(endGuards(access::Action::Update));
    return plan;
}

Result<std::int64_t> countReplaced(sql::Session &session, const ImportPlan &plan)
{
    TRY(refuseSideEffects(session, plan));
    const sql::CursorPtr cursor = TRY(SqlWriter(session.space()).count(plan.remove->allowedRows({})).run(session));
    TRY(cursor->next());
    return cursor->integer(0);
}

Result<ImportReport> writeImport(sql::Transaction &transaction, const ImportPlan &plan, const StagedRows &rows,
                                 const WriteContext &context, ImportProgress &progress)
{
    const Table &table = *plan.view.table;
    const sql::WriteMemory memory(transaction);
    const Indexing indexing = TRY(indexingOf(transaction, plan, rows, context.mode));
    if (indexing != Indexing::RowByRow)
        TRY(transaction.script(beforeRows(transaction.space(), table, indexing)));
    ImportWriter writer(transaction, plan, context,
                        indexing == Indexing::Loaded ? WordKeeping::ByLoader : WordKeeping::ByEngine);
    progress.writing(0);
    if (plan.mode == ImportMode::Replace)
        TRY(writer.removeAll());
    StagedRows::Reader reader(rows,
                              plan.mode == ImportMode::Upsert ? StagedRows::Given::Read : StagedRows::Given::LeftOut);
    while (true) {
        std::vector<StagedRow> batch = TRY(reader.next(writer.batchRows(), batchBytes));
        if (batch.empty())
            break;
        TRY(progress.requireWanted());
        TRY(writer.write(std::move(batch)));
        progress.writing(writer.report().rows);
    }
    TRY(progress.requireWanted());
    TRY(transaction.settleConstraints());
    if (indexing != Indexing::RowByRow)
        TRY(transaction.script(afterRows(transaction.space(), table, indexing)));
    if (context.mode == WriteMode::Commit)
        TRY(noteWhatIsThere(transaction, table, writer.report()));
    return writer.report();
}

} // namespace tenantry::data
