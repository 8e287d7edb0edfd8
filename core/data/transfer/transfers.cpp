// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/transfers.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr int threadCount = 4;
constexpr std::size_t mostWaiting = 32;

std::shared_ptr<SpoolRoom> roomIn(const QString &folder)
{
    auto room = std::make_shared<SpoolRoom>();
    room->folder = folder;
    return room;
}

ThreadPool::Lane laneOf(const RowCaller &caller)
{
    const std::size_t lane = qHash(caller.site.uuid());
    return lane == ThreadPool::common ? lane + 1 : lane;
}

/// A plan of nothing, for which there has to be a table.
Result<std::function<Result<bool>(sql::Session &)>> findTable(const TableView &)
{
    return [](sql::Session &) -> Result<bool> { return true; };
}

Error busy()
{
    return Error::make(ErrorCode::Unavailable, u"Too many exports and imports are waiting; try again in a moment."_s);
}

} // namespace

Transfers::Transfers(const RowAccess &access, const QString &folder)
    : m_access(access)
    , m_clock(access.clock())
    , m_room(roomIn(folder))
    , m_export(access, m_room)
    , m_import(access, m_room)
    , m_threads(threadCount, mostWaiting)
{
}

Later<ExportedRows> Transfers::exportRows(RowCaller caller, ExportRequest request) const
{
    const Promise<ExportedRows> promise;
    const ThreadPool::Lane lane = laneOf(caller);
    const auto work = [this, promise, caller = std::move(caller), request = std::move(request)] {
        promise.settle(m_export.run(caller, request));
    };
    if (!m_threads.post(work, lane))
        return failure(busy());
    return promise.later();
}

Later<ImportReport> Transfers::importRows(RowCaller caller, ImportRequest request) const
{
    if (!request.name.isEmpty())
        request.progress = TRY(m_imports.add(caller, request.name, request.content.size(), m_clock.now()));
    const Promise<ImportReport> promise;
    const ThreadPool::Lane lane = laneOf(caller);
    // A write may end after this object.
    const auto ended = [promise, progress = request.progress, &clock = m_clock](Result<ImportReport> report) {
        progress->end(report, clock.now());
        promise.settle(std::move(report));
    };
    const auto work = [this, ended, caller = std::move(caller), request = std::move(request)] {
        m_import.run(caller, request).then(ended);
    };
    if (!m_threads.post(work, lane))
        ended(failure(busy()));
    return promise.later();
}

Result<std::optional<ImportStatus>> Transfers::importStatus(const RowCaller &caller, const QString &name) const
{
    TRY(m_access.read(caller, sql::ReadKind::Plain, findTable));
    const auto progress = m_imports.find(caller, name, m_clock.now());
    return progress ? std::optional(progress->status()) : std::nullopt;
}

Result<ImportStatus> Transfers::cancelImport(const RowCaller &caller, const QString &name) const
{
    TRY(m_access.read(caller, sql::ReadKind::Plain, findTable));
    const auto progress = m_imports.find(caller, name, m_clock.now());
    if (!progress)
        return failure(ErrorCode::NotFound, u"There is no import with this id."_s);
    if (!progress->cancel())
        return failure(ErrorCode::Conflict, u"The import has ended already."_s);
    return progress->status();
}

} // namespace tenantry::data
