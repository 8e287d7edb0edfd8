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

Error busy()
{
    return Error::make(ErrorCode::Unavailable, u"Too many exports and imports are waiting; try again in a moment."_s);
}

} // namespace

Transfers::Transfers(const RowAccess &access, const QString &folder)
    : m_room(roomIn(folder))
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
    const Promise<ImportReport> promise;
    const ThreadPool::Lane lane = laneOf(caller);
    const auto work = [this, promise, caller = std::move(caller), request = std::move(request)] {
        m_import.run(caller, request).then([promise](Result<ImportReport> report) {
            promise.settle(std::move(report));
        });
    };
    if (!m_threads.post(work, lane))
        return failure(busy());
    return promise.later();
}

} // namespace tenantry::data
