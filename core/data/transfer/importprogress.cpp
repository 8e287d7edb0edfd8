// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/importprogress.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

ImportProgress::ImportProgress(std::int64_t size, Micros begun)
{
    m_status.size = size;
    m_status.begun = begun;
}

ImportStatus ImportProgress::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void ImportProgress::checked(std::int64_t rows, std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_status.state = ImportState::Checking;
    m_status.rows = rows;
    m_status.bytes = bytes;
}

void ImportProgress::writing(std::int64_t rows)
{
    const std::lock_guard lock(m_mutex);
    m_status.state = ImportState::Writing;
    m_status.written = rows;
}

void ImportProgress::end(const Result<ImportReport> &outcome, Micros at)
{
    const std::lock_guard lock(m_mutex);
    m_status.ended = at;
    if (outcome) {
        m_status.state = outcome->failed > 0 ? ImportState::Failed : ImportState::Done;
        m_status.report = *outcome;
    } else {
        const bool given = m_cancelled || outcome.error().code == ErrorCode::Cancelled;
        m_status.state = given ? ImportState::Cancelled : ImportState::Failed;
        m_status.error = outcome.error();
    }
    if (m_status.state != ImportState::Done)
        m_status.written = 0;
}

bool ImportProgress::cancel()
{
    const std::lock_guard lock(m_mutex);
    if (m_status.hasEnded())
        return false;
    m_cancelled = true;
    return true;
}

Result<void> ImportProgress::requireWanted() const
{
    const std::lock_guard lock(m_mutex);
    if (m_cancelled)
        return failure(ErrorCode::Conflict, u"The import was cancelled; nothing was imported."_s);
    return {};
}

} // namespace tenantry::data
