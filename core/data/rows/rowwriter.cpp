// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowwriter.h"

#include "core/access/refusal.h"
#include "core/data/rows/cascadetrail.h"
#include "core/data/rows/foreignkeycheck.h"
#include "core/data/rows/repeatedinsert.h"
#include "core/data/rows/rowselection.h"
#include "core/data/rows/violations.h"
#include "core/json/reader.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool isViolation(ErrorCode code)
{
    return code == ErrorCode::UniqueViolation || code == ErrorCode::NotNullViolation ||
           code == ErrorCode::CheckViolation;
}

/// What is set: the changes without the key, which stays; a change of nothing sets the key to itself.
RowValues assignments(const Table &table, const RowChange &change)
{
    RowValues values = change.values;
    for (const std::size_t column : table.primaryKey)
        values[column].reset();
    if (!hasValues(values))
        values[table.primaryKey.front()] = change.key.values.front();
    return values;
}

} // namespace

RowWriter::RowWriter(sql::Transaction &transaction, const WritePlan &plan, const WriteContext &context)
    : m_transaction(transaction)
    , m_plan(plan)
    , m_table(*plan.table)
    , m_context(context)
    , m_sql(transaction.space())
    , m_rules(transaction, plan.table, plan.ends, context.nodeCheck)
    , m_renderer(m_table, m_table.allColumns(), transaction.dialect())
    , m_trail(transaction, m_table, context)
{
}

QStringList RowWriter::itemPaths(std::size_t count)
{
    QStringList paths;
    for (std::size_t i = 0; i < count; ++i)
        paths.append(QString::number(i) + u'.');
    return paths;
}

Result<QByteArray> RowWriter::insertOne(const RowValues &row)
{
    const auto writes = GraphRules::of({&row, 1}, {QString()});
    TRY(m_rules.prepare(writes));
    RowTexts out;
    Result<void> done = insertEach({&row, 1}, {QString()}, out);
    if (done) {
        TRY(m_rules.confirm(writes));
        return std::move(out.front());
    }
    // PostgreSQL names the reference and accepts no more queries; SQLite is the other way round.
    if (isPostgres())
        return failure(explainViolation(m_table, std::move(done).error()));
    return failure(dangling(std::move(done).error(), {&row, 1}, {QString()}));
}

Result<RowTexts> RowWriter::insert(Rows rows, const QStringList &paths)
{
    const auto writes = GraphRules::of(rows, paths);
    TRY(m_rules.prepare(writes));
    RowTexts out;
    Result<void> done;
    const auto each = [&] { return insertEach(rows, paths, out); };
    if (isPostgres()) {
        done = m_transaction.nested([&] { return insertTogether(rows, out); });
        // Row by row it shows which of them it was.
        if (!done && isViolation(done.error().code))
            done = m_transaction.nested(each);
    } else {
        done = each();
    }
    if (!done)
        return failure(dangling(std::move(done).error(), rows, paths));
    TRY(m_rules.confirm(writes));
    return out;
}

Result<void> RowWriter::insertEach(Rows rows, const QStringList &paths, RowTexts &out)
{
    out.clear();
    RepeatedInsert insert(m_table, m_transaction.dialect(),
                          [&](const RowValues &row) { return m_sql.insert(m_table, row, m_plan.allowed); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto inserted = collect(insert.of(rows[i]), Guarded::New, out);
        if (!inserted && isViolation(inserted.error().code))
            return failure(explainViolation(m_table, std::move(inserted).error(), paths[qsizetype(i)]));
        TRY(std::move(inserted));
        TRY(m_trail.created(out.back()));
    }
    TRY(raiseIdentity(rows));
    return settle();
}

Result<void> RowWriter::insertTogether(Rows rows, RowTexts &out)
{
    out.clear();
    while (!rows.empty()) {
        const auto end = std::find_if_not(rows.begin(), rows.end(),
                                          [&](const RowValues &row) { return sameColumns(row, rows.front()); });
        const Rows run = rows.first(hasValues(rows.front()) ? std::size_t(end - rows.begin()) : 1);
        TRY(collect(run.size() == 1 ? m_sql.insert(m_table, run.front(), m_plan.allowed)
                                    : m_sql.insertMany(m_table, run, m_plan.allowed),
                    Guarded::New, out));
        TRY(raiseIdentity(run));
        rows = rows.subspan(run.size());
    }
    for (const QByteArray &row : out)
        TRY(m_trail.created(row));
    return settle();
}

/// A generator is no part of a transaction: what a rehearsal raised would stay.
Result<void> RowWriter::raiseIdentity(Rows rows)
{
    const std::size_t key = m_table.primaryKey.front();
    if (!isPostgres() || m_context.mode == WriteMode::Rehearse || !m_table.columns[key].generated ||
        m_table.columns[key].type != ColumnType::Integer)
        return {};
    std::optional<std::int64_t> greatest;
    for (const RowValues &row : rows) {
        if (row[key])
            greatest = std::max(greatest.value_or(0), std::get<std::int64_t>(row[key]->data()));
    }
    if (!greatest)
        return {};
    TRY(m_sql.raiseIdentity(m_table, key, *greatest).run(m_transaction));
    return {};
}

Result<QByteArray> RowWriter::updateOne(const RowChange &change, const std::optional<RowTags> &expected)
{
    if (expected)
        TRY(expect(change.key, *expected));
    const auto writes = GraphRules::of({&change, 1}, {QString()});
    TRY(m_rules.prepare(writes));
    RowTexts out;
    const auto found = updateRow(change, {}, out);
    Result<void> done;
    if (!found)
        done = failure(found.error());
    else if (!*found)
        return notFound({rowKeyText(m_table, change.key)});
    else
        done = settle();
    if (done) {
        TRY(m_rules.confirm(writes));
        return std::move(out.front());
    }
    if (isPostgres())
        return failure(explainViolation(m_table, std::move(done).error()));
    return failure(dangling(std::move(done).error(), {&change.values, 1}, {QString()}));
}

Result<RowTexts> RowWriter::update(const std::vector<RowChange> &changes, const QStringList &paths)
{
    const auto writes = GraphRules::of(changes, paths);
    TRY(m_rules.prepare(writes));
    RowTexts out;
    const auto each = [&] { return updateEach(changes, paths, out); };
    Result<void> done = isPostgres() ? m_transaction.nested(each) : each();
    if (done) {
        TRY(m_rules.confirm(writes));
        return out;
    }
    std::vector<RowValues> rows;
    rows.reserve(changes.size());
    for (const RowChange &change : changes)
        rows.push_back(change.values);
    return failure(dangling(std::move(done).error(), rows, paths));
}

Result<void> RowWriter::updateEach(const std::vector<RowChange> &changes, const QStringList &paths, RowTexts &out)
{
    out.clear();
    QStringList unknown;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (!TRY(updateRow(changes[i], paths[qsizetype(i)], out)))
            unknown.append(rowKeyText(m_table, changes[i].key));
    }
    if (!unknown.isEmpty())
        return notFound(unknown);
    return settle();
}

Result<bool> RowWriter::updateRow(const RowChange &change, const QString &path, RowTexts &out)
{
    const Selection rows = m_plan.allowedRows({change.key});
    const RowTexts before = m_trail.isKept() ? TRY(locked(rows)) : RowTexts();
    const std::size_t earlier = out.size();
    auto updated = collect(m_sql.update(rows, assignments(m_table, change), m_plan.allowed), Guarded::Changed, out);
    if (!updated && isViolation(updated.error().code))
        return failure(explainViolation(m_table, std::move(updated).error(), path));
    TRY(std::move(updated));
    if (out.size() > earlier) {
        if (!before.empty())
            TRY(m_trail.updated(before.front(), out.back()));
        return true;
    }
    if (m_plan.isLimited() && TRY(any(m_plan.visibleRows({change.key}))))
        return refusal(u"update"_s);
    return false;
}

Result<void> RowWriter::removeOne(const RowKey &key, const std::optional<RowTags> &expected)
{
    if (expected)
        TRY(expect(key, *expected));
    if (TRY(removeRows(m_plan.allowedRows({key}))) > 0)
        return {};
    if (m_plan.isLimited() && TRY(any(m_plan.visibleRows({key}))))
        return refusal(u"delete"_s);
    return notFound({rowKeyText(m_table, key)});
}

Result<std::int64_t> RowWriter::remove(const std::vector<RowKey> &keys)
{
    for (const Selection &refused : m_plan.refusedRows(keys)) {
        if (TRY(any(refused)))
            return refusal(u"delete"_s);
    }
    return removeRows(m_plan.allowedRows(keys));
}

Result<std::int64_t> RowWriter::removeWhere(const Condition &condition)
{
    Selection rows = m_plan.allowedRows({});
    rows.conditions.push_back(condition);
    return removeRows(rows);
}

Result<std::int64_t> RowWriter::removeRows(const Selection &rows)
{
    if (m_plan.cascades)
        return removeWithTrail(rows);
    if (!m_trail.isKept()) {
        const Statement statement = m_sql.remove(rows);
        return m_transaction.connection().execute(statement.text, statement.values);
    }
    RowTexts gone;
    TRY(collect(m_sql.take(rows), Guarded::None, gone));
    for (const QByteArray &row : gone)
        TRY(m_trail.deleted(row));
    return std::int64_t(gone.size());
}

Result<std::int64_t> RowWriter::removeWithTrail(const Selection &rows)
{
    const RowTexts going = TRY(locked(rows));
    std::vector<RowKey> keys;
    for (const QByteArray &row : going) {
        const json::Value value = TRY(json::read({row.constData(), std::size_t(row.size())}));
        keys.push_back(rowKeyFromJson(m_table, value).value_or(RowKey()));
    }
    CascadeTrail trail(m_transaction, *m_plan.cascades, m_context);
    TRY(trail.lookAhead(m_plan.table, going));
    TRY(removeRowsOf(m_transaction, m_plan.table, keys));
    for (const QByteArray &row : going)
        TRY(m_trail.deleted(row));
    TRY(trail.append());
    return std::int64_t(going.size());
}

Result<RowTexts> RowWriter::lock(const Condition &condition)
{
    Selection rows = m_plan.visibleRows({});
    rows.conditions.push_back(condition);
    return locked(rows);
}

/// A row that is not there is the next step's business.
Result<void> RowWriter::expect(const RowKey &key, const RowTags &expected)
{
    const RowTexts found = TRY(locked(m_plan.visibleRows({key})));
    if (found.empty() || expected.nameRow(rowTag(found.front())))
        return {};
    Error error = Error::make(ErrorCode::PreconditionFailed, u"The row has changed since it was read."_s,
                              u"'data' has the row as it is now; make the change anew from there."_s);
    error.data = found.front();
    return failure(std::move(error));
}

Result<RowTexts> RowWriter::locked(const Selection &rows)
{
    return lockedRows(m_transaction, rows);
}

Result<void> RowWriter::collect(const Statement &statement, Guarded guarded, RowTexts &out)
{
    const bool isGuarded = guarded != Guarded::None && !m_plan.allowed.empty();
    const sql::CursorPtr cursor = TRY(statement.run(m_transaction));
    const int guard = int(m_table.columns.size());
    while (TRY(cursor->next())) {
        if (isGuarded && !cursor->boolean(guard))
            return refusal(guarded == Guarded::New ? u"create"_s : u"update"_s);
        QByteArray row;
        json::Writer writer(row);
        m_renderer.render(*cursor, writer);
        out.push_back(std::move(row));
    }
    return {};
}

Result<bool> RowWriter::any(const Selection &rows)
{
    const sql::CursorPtr cursor = TRY(m_sql.exists(rows).run(m_transaction));
    return cursor->next();
}

Result<void> RowWriter::settle()
{
    if (m_context.settlesLater || m_table.foreignKeys.empty())
        return {};
    return m_transaction.settleConstraints();
}

Error RowWriter::dangling(Error error, Rows rows, const QStringList &paths)
{
    if (error.code != ErrorCode::ForeignKeyViolation)
        return error;
    auto problems = danglingReferences(m_transaction, m_table, rows, paths);
    if (problems && !problems->empty())
        return Error::invalid(std::move(*problems));
    return stillReferenced(QString::fromStdString(m_table.name), std::move(error));
}

tl::unexpected<Error> RowWriter::refusal(const QString &verb) const
{
    // Where the decision on edges lets all through, that on the node which they leave did not.
    const auto &decided = m_plan.allowed.empty() && m_plan.ends.decided ? m_plan.ends.decided : m_plan.decided;
    return failure(
        access::refused(decided ? *decided : access::Decision(),
                        u"You may not %1 these rows of '%2'."_s.arg(verb, QString::fromStdString(m_table.name)),
                        u"Nothing was changed. Ask an administrator of the app for access."_s));
}

tl::unexpected<Error> RowWriter::notFound(const QStringList &ids) const
{
    constexpr qsizetype most = 20;
    const QString named = ids.mid(0, most).join(u"; "_s) + (ids.size() > most ? u"; ..."_s : QString());
    return failure(ErrorCode::NotFound,
                   u"'%1' has no row with the key %2."_s.arg(QString::fromStdString(m_table.name), named));
}

bool sameColumns(const RowValues &left, const RowValues &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto &a, const auto &b) { return a.has_value() == b.has_value(); });
}

bool hasValues(const RowValues &row)
{
    return std::any_of(row.begin(), row.end(), [](const auto &value) { return value.has_value(); });
}

QByteArray joined(const RowTexts &rows)
{
    QByteArray out = "[";
    for (const QByteArray &row : rows) {
        if (out.size() > 1)
            out += ',';
        out += row;
    }
    return out + ']';
}

} // namespace tenantry::data
