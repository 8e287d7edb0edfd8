// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/importvalidator.h"

#include "core/data/query/statement.h"
#include "core/data/rows/violations.h"
#include "core/data/transfer/existingkeys.h"
#include "core/data/transfer/uniquekeys.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::size_t batchRows = 1000;
constexpr std::size_t batchBytes = 4 * 1024 * 1024;

/// References within a file that are remembered until their row comes. Where there are more, the database finds those
/// that lead nowhere, and names no line.
constexpr std::size_t mostPending = 200'000;

/// References that are not looked up once more, so that a file needs the same memory however many it has.
constexpr std::size_t mostMet = 100'000;

std::vector<std::size_t> indexesOf(const Table &table, const std::vector<std::string> &names)
{
    std::vector<std::size_t> indexes;
    indexes.reserve(names.size());
    for (const std::string &name : names)
        indexes.push_back(table.columnIndex(name).value_or(0));
    return indexes;
}

/// Nothing when a part is null or not there.
std::optional<sql::Values> keyOf(const RowValues &row, const std::vector<std::size_t> &columns)
{
    sql::Values key;
    for (const std::size_t column : columns) {
        if (!row[column] || row[column]->isNull())
            return std::nullopt;
        key.push_back(*row[column]);
    }
    return key;
}

QString takenMessage(const Table &table)
{
    return u"A row of '%1' with this value exists already."_s.arg(QString::fromStdString(table.name));
}

} // namespace

struct ImportValidator::Batch
{
    struct Entry
    {
        FileRow file;
        bool matches = false; ///< a row that is there
    };

    std::vector<Entry> entries;
    std::size_t bytes = 0;

    bool isFull() const { return entries.size() >= batchRows || bytes >= batchBytes; }

    /// The keys that rows have in some columns, and whose they are.
    struct Keys
    {
        std::vector<sql::Values> values;
        std::vector<Entry *> owners;
    };

    /// What is going to be written to a row, its defaults included where it is new.
    static const RowValues &written(const Entry &entry)
    {
        return entry.matches ? entry.file.row.given : entry.file.row.complete;
    }

    /// Without those that are known to be `met`.
    Keys keys(const std::vector<std::size_t> &columns, const MetKeys &met = {})
    {
        Keys keys;
        for (Entry &entry : entries) {
            if (!met.empty()) {
                const std::optional<KeyDigest> digest = digestOf(written(entry), columns);
                if (digest && met.contains(*digest))
                    continue;
            }
            if (std::optional<sql::Values> key = keyOf(written(entry), columns)) {
                keys.values.push_back(std::move(*key));
                keys.owners.push_back(&entry);
            }
        }
        return keys;
    }
};

ImportValidator::ImportValidator(const Site &site, TableView view, ImportRules rules, std::shared_ptr<SpoolRoom> room)
    : m_site(site)
    , m_view(std::move(view))
    , m_table(*m_view.table)
    , m_rules(std::move(rules))
    , m_keys(uniqueKeys(m_table))
    , m_pending(m_table.foreignKeys.size())
    , m_met(m_table.foreignKeys.size())
    , m_staged(std::make_shared<StagedRows>(room))
{
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        m_finders.emplace_back(room);
}

Result<ImportReport> ImportValidator::run(RowSource &source)
{
    Batch batch;
    FileRow row;
    Result<bool> more = true;
    m_rules.progress->checked(0, 0);
    for (std::size_t position = source.position(); (more = source.next(row)) && *more;) {
        ++m_report.rows;
        if (!row.problems.empty()) {
            fail(row.row.place, row.problems);
            continue;
        }
        batch.bytes += source.position() - std::exchange(position, source.position());
        batch.entries.push_back({std::move(row), false});
        if (!batch.isFull())
            continue;
        TRY(check(batch));
        m_rules.passed(position);
        m_rules.progress->checked(m_report.rows, std::int64_t(position));
    }
    TRY(check(batch));
    m_rules.progress->checked(m_report.rows, std::int64_t(source.position()));
    if (!more)
        fail(source.place(), {{QString(), more.error().message}});
    TRY(refuseDuplicates());
    TRY(m_staged->finish());
    TRY(settlePending());
    if (m_report.failed > 0)
        m_report.inserted = m_report.updated = 0;
    std::stable_sort(m_report.problems.begin(), m_report.problems.end(),
                     [](const ImportProblem &a, const ImportProblem &b) { return a.place.row < b.place.row; });
    return m_report;
}

Result<void> ImportValidator::check(Batch &batch)
{
    if (m_rules.abandoned())
        return failure(ErrorCode::Cancelled, u"The client has gone; nothing was imported."_s);
    TRY(m_rules.progress->requireWanted());
    const Result<void> looked = m_site.read([&](sql::Session &session) -> Result<void> {
        if (m_rules.mode == ImportMode::Upsert)
            TRY(findMatches(session, batch));
        else if (m_rules.mode == ImportMode::Insert)
            TRY(refuseTaken(session, batch));
        for (std::size_t i = 0; i < m_table.foreignKeys.size(); ++i)
            TRY(checkReference(session, batch, i));
        return {};
    });
    TRY(looked);
    TRY(stage(batch));
    batch = {};
    return {};
}

Result<void> ImportValidator::findMatches(sql::Session &session, Batch &batch)
{
    for (Batch::Entry &entry : batch.entries) {
        for (const std::size_t column : m_rules.identity) {
            const std::optional<sql::Value> &value = entry.file.row.complete[column];
            if (value ? value->isNull() : !m_table.columns[column].generated)
                entry.file.problems.push_back({QString::fromStdString(m_table.columns[column].name),
                                               u"This field is needed to tell which row is meant."_s});
        }
    }
    const Batch::Keys keys = batch.keys(m_rules.identity);
    const std::vector<bool> exists = TRY(existingKeys(session, m_table, m_rules.identity, keys.values));
    for (std::size_t i = 0; i < exists.size(); ++i)
        keys.owners[i]->matches = exists[i];
    return {};
}

/// Whoever fills the table meanwhile makes the database refuse what is taken.
Result<bool> ImportValidator::isEmptyTable(sql::Session &session)
{
    if (!m_isEmptyTable) {
        StatementBuilder sql(session.space(), m_table);
        sql << "SELECT 1 FROM ";
        sql.tableName() << " LIMIT 1";
        const sql::CursorPtr cursor = TRY(sql.take().run(session));
        m_isEmptyTable = !TRY(cursor->next());
    }
    return *m_isEmptyTable;
}

Result<void> ImportValidator::refuseTaken(sql::Session &session, Batch &batch)
{
    if (TRY(isEmptyTable(session)))
        return {};
    for (const std::vector<std::size_t> &columns : m_keys) {
        const Batch::Keys keys = batch.keys(columns);
        const std::vector<bool> exists = TRY(existingKeys(session, m_table, columns, keys.values));
        for (std::size_t i = 0; i < exists.size(); ++i) {
            if (exists[i])
                keys.owners[i]->file.problems.push_back(
                    {QString::fromStdString(m_table.columns[columns.front()].name), takenMessage(m_table)});
        }
    }
    return {};
}

Result<void> ImportValidator::checkReference(sql::Session &session, Batch &batch, std::size_t reference)
{
    const ForeignKey &key = m_table.foreignKeys[reference];
    const bool toItself = key.targetPhysicalName == m_table.physicalName;
    const std::shared_ptr<const Table> target = m_view.catalogue->table(key.targetApp, key.targetTable);
    if (!target)
        return {}; // of the system: the database looks
    const std::vector<std::size_t> columns = indexesOf(m_table, key.columns);
    MetKeys &met = m_met[reference];
    const Batch::Keys keys = batch.keys(columns, met);
    std::vector<bool> exists(keys.values.size());
    if (!toItself || m_rules.mode != ImportMode::Replace)
        exists = TRY(existingKeys(session, *target, indexesOf(*target, key.targetColumns), keys.values));
    for (std::size_t i = 0; i < exists.size(); ++i) {
        FileRow &file = keys.owners[i]->file;
        const KeyDigest digest = *digestOf(Batch::written(*keys.owners[i]), columns);
        if (exists[i]) {
            if (met.size() < mostMet)
                met.insert(digest);
            continue;
        }
        if (toItself)
            await(digest, file.row.place, reference);
        else
            file.problems.push_back({QString::fromStdString(key.columns.front()), danglingMessage(key)});
    }
    return {};
}

void ImportValidator::await(const KeyDigest &digest, const FilePlace &place, std::size_t reference)
{
    PendingKeys &pending = m_pending[reference];
    if (pending.size() < mostPending)
        pending.try_emplace(digest, Pending{place, reference});
}

Result<void> ImportValidator::stage(Batch &batch)
{
    for (Batch::Entry &entry : batch.entries) {
        FileRow &file = entry.file;
        if (!entry.matches)
            file.problems.insert(file.problems.end(), file.missing.begin(), file.missing.end());
        if (!file.problems.empty()) {
            fail(file.row.place, file.problems);
            continue;
        }
        ++(entry.matches ? m_report.updated : m_report.inserted);
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            if (const std::optional<KeyDigest> digest = digestOf(Batch::written(entry), m_keys[i]))
                TRY(m_finders[i].add(*digest, file.row.place));
        }
        TRY(m_staged->append(file.row));
    }
    return {};
}

Result<void> ImportValidator::refuseDuplicates()
{
    std::unordered_set<std::int64_t> refused;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const QString field = QString::fromStdString(m_table.columns[m_keys[i].front()].name);
        TRY(m_finders[i].find([&](const FilePlace &duplicate, const FilePlace &first) {
            if (!refused.insert(duplicate.row).second)
                return;
            fail(duplicate,
                 {{field, u"Row %1 of the file, in line %2, has the same value."_s.arg(first.row).arg(first.line)}});
        }));
    }
    return {};
}

/// The rows that references of the file wait for have come by now, or never do.
Result<void> ImportValidator::settlePending()
{
    for (std::size_t i = 0; i < m_pending.size(); ++i) {
        PendingKeys &pending = m_pending[i];
        if (pending.empty())
            continue;
        const ForeignKey &key = m_table.foreignKeys[i];
        const bool all = pending.size() < mostPending;
        const std::vector<std::size_t> targets = indexesOf(m_table, key.targetColumns);
        StagedRows::Reader reader(*m_staged);
        for (auto rows = TRY(reader.next(batchRows, batchBytes)); !rows.empty() && !pending.empty();
             rows = TRY(reader.next(batchRows, batchBytes))) {
            for (const StagedRow &row : rows) {
                if (const std::optional<KeyDigest> digest = digestOf(row.complete, targets))
                    pending.erase(*digest);
            }
        }
        if (!all)
            continue;
        for (const auto &[digest, awaited] : pending)
            fail(awaited.place, {{QString::fromStdString(key.columns.front()), danglingMessage(key)}});
    }
    return {};
}

void ImportValidator::fail(const FilePlace &place, const std::vector<FieldError> &problems)
{
    ++m_report.failed;
    for (const FieldError &problem : problems)
        m_report.add(place, problem.path, problem.message);
}

} // namespace tenantry::data
