// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/mail/carrier.h"
#include "core/mail/outbox.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace tenantry {
class Log;
class SiteDirectory;
} // namespace tenantry

namespace tenantry::server {

/// Delivers what stands in the outboxes of the platform and the sites, on a thread of its own: at once when a write
/// left a mail there, else every few seconds, a bounded number of sites at a time. Several servers may do so: a mail is
/// claimed first. One that is killed while it sends may send a mail twice, and loses none. What it refers to outlives
/// it.
class MailDelivery
{
public:
    MailDelivery(const mail::Outbox &outbox, sql::Database &platform, SiteDirectory &sites, const Clock &clock,
                 const Log &log);
    /// Stops within a second or two; what is not delivered stays.
    ~MailDelivery();

    /// How mails leave and whom they come from. Before start(). NotConfigured when the settings are no good.
    Result<void> configure(const Config &config);
    /// Says in the log where mails go, and begins.
    void start();

private:
    enum class Outcome { Done, Failed, Unreachable };

    template<class F>
    auto write(const QString &siteUuid, F closure);

    void run();
    std::set<QString> waitForWork();
    void sweep();
    bool deliverOf(const QString &siteUuid);
    Outcome deliver(const QString &siteUuid, const mail::Waiting &waiting);
    void noteFailure(const QString &siteUuid, const mail::Waiting &waiting, const Error &error);
    void forgetWithoutMail(const mail::MarkedSite &site);
    void wake(const QString &siteUuid);

    const mail::Outbox &m_outbox;
    sql::Database &m_platform;
    SiteDirectory &m_sites;
    const Clock &m_clock;
    const Log &m_log;
    mail::Sender m_sender;
    std::atomic<bool> m_stopping = false;
    std::unique_ptr<mail::Carrier> m_carrier;
    QString m_sweptUpTo; ///< the last site that the last sweep looked at; empty: it has seen all

    std::mutex m_mutex;
    std::condition_variable m_called;
    std::set<QString> m_woken; ///< UUIDs of sites; empty: the platform
    std::thread m_thread;      ///< last: it uses the rest
};

} // namespace tenantry::server
