// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/mail/queue.h"
#include "core/tenancy/site.h"

#include <functional>
#include <memory>
#include <vector>

namespace tenantry::mail {

/// A site that may have mail, as the platform's database remembers it.
struct MarkedSite
{
    QString uuid;
    Micros markedAt = 0;
};

/// How those who have something to mail write it, so that it leaves after the commit:
///
///     return outbox.write(&site, [=](sql::Transaction &transaction) -> Result<Invitation> {
///         ...
///         TRY(mail::enqueue(transaction, message, now));
///         return invitation;
///     });
///
/// The message is in the transaction of the change, in the database that is changed. That a site may have mail is noted
/// on the platform before, so that after a crash it is found without opening every site. Thread-safe.
class Outbox
{
public:
    Outbox(sql::Database &platform, const Clock &clock);
    ~Outbox();

    /// See sql::Database::write; of the site, or without one of the platform. Whoever delivers is told after the
    /// commit.
    template<class F>
    auto write(const Site *site, F closure) const
    {
        if (!site)
            return told(QString(), m_platform.write(std::move(closure)));
        return mark(site->uuid()).andThen([this, place = *site, closure = std::move(closure)]() mutable {
            return told(place.uuid(), place.write(std::move(closure)));
        });
    }

    /// Called after each such write with the site's UUID, empty for the platform, on any thread; must not block. One
    /// listener; empty: none any more, and none is being called.
    using Listener = std::function<void(const QString &siteUuid)>;
    void setListener(Listener listener) const;

    /// Sites that may have mail, by UUID from behind `after` on, at most so many.
    Result<std::vector<MarkedSite>> marked(const QString &after, int most) const;
    /// The site was found to have none. It stays marked for as long as a write may take that was begun since.
    Result<void> unmark(const MarkedSite &site) const;

private:
    struct Listening;

    Later<void> mark(const QString &siteUuid) const;
    void tell(const QString &siteUuid) const;

    template<class T>
    Later<T> told(const QString &siteUuid, Later<T> change) const
    {
        return std::move(change).map([this, siteUuid](Result<T> result) {
            if (result)
                tell(siteUuid);
            return result;
        });
    }

    sql::Database &m_platform;
    const Clock &m_clock;
    const std::unique_ptr<Listening> m_listening;
};

} // namespace tenantry::mail
