// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/maildelivery.h"

#include "core/config/config.h"
#include "core/log/log.h"
#include "core/tenancy/sitedirectory.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

constexpr auto sweepInterval = 5s;
constexpr int sitesOfASweep = 50;
/// One place does not keep the others waiting for long.
constexpr int mailsAtATime = 20;
/// Longer than a carrier takes.
constexpr Micros claimTime = Micros{3 * 60} * 1'000'000;

QString realmOf(const QString &siteUuid)
{
    return siteUuid.isEmpty() ? u"platform"_s : siteUuid;
}

} // namespace

MailDelivery::MailDelivery(const mail::Outbox &outbox, sql::Database &platform, SiteDirectory &sites,
                           const Clock &clock, const Log &log)
    : m_outbox(outbox)
    , m_platform(platform)
    , m_sites(sites)
    , m_clock(clock)
    , m_log(log)
{
}

MailDelivery::~MailDelivery()
{
    m_outbox.setListener({});
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_called.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> MailDelivery::configure(const Config &config)
{
    const QString from = config.mailFrom.isEmpty() ? u"noreply@"_s + config.baseDomain : config.mailFrom;
    const Result<mail::Sender> sender = mail::Sender::parse(from);
    if (!sender)
        return failure(ErrorCode::NotConfigured,
                       u"MAIL_FROM %1, but it is \"%2\"."_s.arg(sender.error().message, from));
    m_sender = *sender;
    m_carrier = TRY(mail::makeCarrier(config, m_stopping));
    return {};
}

void MailDelivery::start()
{
    m_log.write(Logger::App, LogLevel::Info, m_carrier->destination(), {}, {{"event_type", "mail_destination"}});
    m_outbox.setListener([this](const QString &siteUuid) { wake(siteUuid); });
    m_thread = std::thread([this] { run(); });
}

void MailDelivery::wake(const QString &siteUuid)
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken.insert(siteUuid);
    }
    m_called.notify_all();
}

/// Who was named since, or nobody when it is time for a sweep.
std::set<QString> MailDelivery::waitForWork()
{
    std::unique_lock lock(m_mutex);
    m_called.wait_for(lock, sweepInterval, [this] { return m_stopping || !m_woken.empty(); });
    return std::exchange(m_woken, {});
}

void MailDelivery::run()
{
    auto nextSweep = std::chrono::steady_clock::now();
    while (!m_stopping) {
        if (std::chrono::steady_clock::now() >= nextSweep) {
            sweep();
            nextSweep = std::chrono::steady_clock::now() + sweepInterval;
        }
        for (const QString &siteUuid : waitForWork()) {
            if (m_stopping || !deliverOf(siteUuid))
                break; // the sweep comes back to all of them
        }
    }
}

/// Whom nobody named: what waits since a failure, or from before the start.
void MailDelivery::sweep()
{
    if (!deliverOf(QString()))
        return;
    const auto marked = m_outbox.marked(m_sweptUpTo, sitesOfASweep);
    if (!marked)
        return;
    m_sweptUpTo = marked->size() < sitesOfASweep ? QString() : marked->back().uuid;
    for (const mail::MarkedSite &site : *marked) {
        if (m_stopping || !deliverOf(site.uuid))
            return;
        forgetWithoutMail(site);
    }
}

/// A write in the database of that site, or of the platform, and its commit.
template<class F>
auto MailDelivery::write(const QString &siteUuid, F closure)
{
    using Answer = std::invoke_result_t<F, sql::Transaction &>;
    if (siteUuid.isEmpty())
        return m_platform.write(std::move(closure)).wait();
    const Result<Site> site = m_sites.open(siteUuid, Purpose::Job); // not held while a mail is sent
    if (!site)
        return Answer(failure(site.error()));
    return site->write(std::move(closure)).wait();
}

/// What is due there; false when it makes no sense to try others now.
bool MailDelivery::deliverOf(const QString &siteUuid)
{
    for (int count = 0; count < mailsAtATime && !m_stopping; ++count) {
        const auto waiting = write(siteUuid, [now = m_clock.now()](sql::Transaction &transaction) {
            return mail::claim(transaction, now, now + claimTime);
        });
        if (!waiting || !*waiting)
            return true;
        if (deliver(siteUuid, **waiting) == Outcome::Unreachable)
            return false;
    }
    wake(siteUuid);
    return true;
}

MailDelivery::Outcome MailDelivery::deliver(const QString &siteUuid, const mail::Waiting &waiting)
{
    const Result<mail::Envelope> envelope = mail::compose(m_sender, waiting, realmOf(siteUuid));
    const Result<void> carried = envelope ? m_carrier->carry(*envelope) : failure(envelope.error());
    if (!carried) {
        noteFailure(siteUuid, waiting, carried.error());
        return carried.error().code == ErrorCode::Unavailable ? Outcome::Unreachable : Outcome::Failed;
    }
    const auto noted = write(siteUuid, [waiting, now = m_clock.now()](sql::Transaction &transaction) {
        return mail::noteDelivered(transaction, waiting, now);
    });
    m_log.write(Logger::App, LogLevel::Info, u"mail delivered; "_s + m_carrier->destination(), {{}, siteUuid, {}},
                {{"event_type", "mail_delivered"},
                 {"kind", waiting.message.kind},
                 {"mail", envelope->name},
                 {"noted", noted.has_value()}});
    return Outcome::Done;
}

void MailDelivery::noteFailure(const QString &siteUuid, const mail::Waiting &waiting, const Error &error)
{
    const auto givenUp =
        write(siteUuid, [waiting, problem = error.message, now = m_clock.now()](sql::Transaction &transaction) {
            return mail::noteFailed(transaction, waiting, problem, now);
        });
    const bool over = givenUp.value_or(false);
    m_log.write(Logger::App, over ? LogLevel::Error : LogLevel::Warning,
                over ? u"a mail could not be delivered and is given up"_s
                     : u"a mail could not be delivered and is tried again later"_s,
                {{}, siteUuid, {}},
                {{"event_type", over ? "mail_given_up" : "mail_failed"},
                 {"kind", waiting.message.kind},
                 {"attempt", waiting.attempt},
                 {"detail", error.message}});
}

void MailDelivery::forgetWithoutMail(const mail::MarkedSite &marked)
{
    const Result<Site> site = m_sites.open(marked.uuid, Purpose::Job);
    const bool isGone = !site && site.error().code == ErrorCode::NotFound;
    const Result<bool> holds = site ? site->read(mail::holdsMail) : Result<bool>(!isGone);
    if (holds && !*holds)
        Q_UNUSED(m_outbox.unmark(marked)) // failing, it is looked at once more
}

} // namespace tenantry::server
