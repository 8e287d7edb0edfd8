// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowwrites.h"

#include "core/data/query/filtertree.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Bodies with more rows than this are written in a transaction of their own, so that neighbours do not wait for them.
constexpr std::size_t groupedRows = 100;

sql::WriteKind kindFor(std::size_t rows)
{
    return rows > groupedRows ? sql::WriteKind::Alone : sql::WriteKind::Grouped;
}

/// Plans outlive the call and are copied; the body they read is not.
std::shared_ptr<const json::Value> shared(const json::Value &body)
{
    return std::make_shared<const json::Value>(body);
}

} // namespace

Later<Written> RowWrites::create(const RowCaller &caller, const json::Value &body, const WriteOptions &options) const
{
    return write(caller, kindFor(body.array().size()), options,
                 [body = shared(body)](const WritePlanner &planner) { return planner.create(*body); });
}

Later<Written> RowWrites::update(const RowCaller &caller, const QString &id, const json::Value &body,
                                 const WriteOptions &options, const std::optional<RowTags> &expected) const
{
    return write(caller, sql::WriteKind::Grouped, options,
                 [id, body = shared(body), expected](const WritePlanner &planner) {
                     return planner.update(id, *body, expected);
                 });
}

Later<Written> RowWrites::updateMany(const RowCaller &caller, const json::Value &body,
                                     const WriteOptions &options) const
{
    return write(caller, kindFor(body.array().size()), options,
                 [body = shared(body)](const WritePlanner &planner) { return planner.updateMany(*body); });
}

Later<Written> RowWrites::upsert(const RowCaller &caller, const json::Value &body, const UpsertOptions &how,
                                 const WriteOptions &options) const
{
    return write(caller, kindFor(body.array().size()), options,
                 [body = shared(body), how](const WritePlanner &planner) { return planner.upsert(*body, how); });
}

Later<Written> RowWrites::remove(const RowCaller &caller, const QString &id, const WriteOptions &options,
                                 const std::optional<RowTags> &expected) const
{
    return write(caller, sql::WriteKind::Grouped, options,
                 [id, expected](const WritePlanner &planner) { return planner.remove(id, expected); });
}

Later<Written> RowWrites::removeMany(const RowCaller &caller, const QString &ids, const WriteOptions &options) const
{
    return write(caller, kindFor(std::size_t(ids.count(u','))), options,
                 [ids](const WritePlanner &planner) { return planner.removeMany(ids); });
}

Later<Written> RowWrites::removeWhere(const RowCaller &caller, const QString &filter, const WriteOptions &options) const
{
    auto parsed = readFilter(filter.toStdString(), u"filter"_s);
    if (!parsed)
        return failure(std::move(parsed).error());
    return write(caller, sql::WriteKind::Alone, options,
                 [body = shared(*parsed)](const WritePlanner &planner) { return planner.removeWhere(*body); });
}

Later<Written> RowWrites::write(const RowCaller &caller, sql::WriteKind kind, const WriteOptions &options,
                                const Plan &plan) const
{
    const auto planned = [this, caller, plan](const TableView &view) -> Result<PlannedWrite> {
        return plan(WritePlanner(m_access, caller, view));
    };
    const WriteContext context{.author = caller.principal.id,
                               .at = m_access.clock().now(),
                               .mode = options.mode,
                               .nodeCheck = options.nodeCheck};
    const auto run = [context, most = options.maxAffected](sql::Transaction &transaction,
                                                           const PlannedWrite &write) -> Result<Written> {
        Written written = TRY(write(transaction, context));
        TRY(requireAtMost(most, written.count));
        return written;
    };
    const bool rehearsed = options.mode == WriteMode::Rehearse;
    return m_access.write(caller, rehearsed ? sql::WriteKind::Rehearsal : kind, planned, run);
}

Result<void> requireAtMost(const std::optional<std::int64_t> &most, std::int64_t written)
{
    if (!most || written <= *most)
        return {};
    return failure(ErrorCode::Conflict,
                   u"This would touch %1 rows, more than max-affected=%2 allows."_s.arg(written).arg(*most),
                   u"Nothing was changed. Narrow the request, or allow more."_s);
}

} // namespace tenantry::data
