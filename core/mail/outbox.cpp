// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/outbox.h"

#include <mutex>

using namespace Qt::StringLiterals;

namespace tenantry::mail {

namespace {

/// Longer than a write may take.
constexpr Micros longestWrite = Micros{15 * 60} * 1'000'000;

} // namespace

struct Outbox::Listening
{
    std::mutex mutex;
    Listener listener;
};

Outbox::Outbox(sql::Database &platform, const Clock &clock)
    : m_platform(platform)
    , m_clock(clock)
    , m_listening(std::make_unique<Listening>())
{
}

Outbox::~Outbox() = default;

Later<void> Outbox::mark(const QString &siteUuid) const
{
    return m_platform.write([siteUuid, now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        TRY(transaction.execute(
            "INSERT INTO {mail_sites} (site_uuid, marked_at) VALUES ($1, $2) ON CONFLICT (site_uuid) "
            "DO UPDATE SET marked_at = excluded.marked_at",
            {siteUuid, now}));
        return {};
    });
}

void Outbox::setListener(Listener listener) const
{
    const std::lock_guard lock(m_listening->mutex);
    m_listening->listener = std::move(listener);
}

void Outbox::tell(const QString &siteUuid) const
{
    const std::lock_guard lock(m_listening->mutex);
    if (m_listening->listener)
        m_listening->listener(siteUuid);
}

Result<std::vector<MarkedSite>> Outbox::marked(const QString &after, int most) const
{
    return m_platform.read([&](sql::Session &session) {
        return session.all(
            "SELECT site_uuid, marked_at FROM {mail_sites} WHERE site_uuid > $1 ORDER BY site_uuid LIMIT $2",
            {after, most}, [](const sql::Cursor &row) {
                return MarkedSite{row.string(0), row.integer(1)};
            });
    });
}

Result<void> Outbox::unmark(const MarkedSite &site) const
{
    if (site.markedAt > m_clock.now() - longestWrite)
        return {};
    return m_platform
        .write([site](sql::Transaction &transaction) -> Result<void> {
            TRY(transaction.execute("DELETE FROM {mail_sites} WHERE site_uuid = $1 AND marked_at = $2",
                                    {site.uuid, site.markedAt}));
            return {};
        })
        .wait();
}

} // namespace tenantry::mail
