// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host.h"

#include "core/access/policies/policies.h"
#include "core/access/roles/roles.h"
#include "core/apps/appservice.h"
#include "core/base/clock.h"
#include "core/base/privatefile.h"
#include "core/cache/cache.h"
#include "core/config/secretkey.h"
#include "core/data/aggregate/aggregatereads.h"
#include "core/data/cataloguestore.h"
#include "core/data/graph/graphreads.h"
#include "core/data/rows/rowbatch.h"
#include "core/data/rows/rowhistory.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/data/schema/schemahistory.h"
#include "core/data/schema/tableservice.h"
#include "core/data/search/searchstamp.h"
#include "core/data/transfer/transfers.h"
#include "core/identity/identity.h"
#include "core/log/log.h"
#include "core/mail/outbox.h"
#include "core/packages/packageservice.h"
#include "core/secrets/secrets.h"
#include "core/sql/engine.h"
#include "core/sql/migrations.h"
#include "core/sql/migrator.h"
#include "core/tags/tagservice.h"
#include "core/tenancy/peopleservices.h"
#include "core/tenancy/tenancyservices.h"
#include "server/api/families.h"
#include "server/dispatcher.h"
#include "server/http/server.h"
#include "server/keyrotation.h"
#include "server/maildelivery.h"
#include "server/middleware/chain.h"
#include "server/services.h"

#include <QDeadlineTimer>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

constexpr auto patience = 10s;

int workerCount(const Config &config)
{
    if (config.workers > 0)
        return config.workers;
    const int cores = std::max(1, QThread::idealThreadCount());
    return config.databaseUrl.isEmpty() ? cores : cores * 4; // those that wait for PostgreSQL need no core
}

using Scheme = http::Server::Scheme;

Scheme schemeOf(const Config &config)
{
    return config.tlsCertificate.isEmpty() && config.tlsKey.isEmpty() ? Scheme::Http : Scheme::Https;
}

http::Server::Options serverOptions(const Config &config)
{
    http::Server::Options options;
    options.addresses.clear();
    for (const ListenAddress &where : config.listen)
        options.addresses.push_back({QHostAddress(where.address), where.port, schemeOf(config)});
    for (const ListenAddress &where : config.listenPlain)
        options.addresses.push_back({QHostAddress(where.address), where.port, Scheme::Http});
    options.threads = config.ioThreads;
    options.limits.bodies.folder = config.dataDirectory;
    options.tls = http::TlsFiles{config.tlsCertificate, config.tlsKey};
    if (config.local)
        options.limits.connectionsPerAddress = 0;
    return options;
}

QString urlOf(const http::Server::Address &address, quint16 port)
{
    const bool bracketed = address.host.protocol() == QAbstractSocket::IPv6Protocol;
    return u"%1://%2:%3"_s
        .arg(address.scheme == Scheme::Https ? u"https"_s : u"http"_s,
             bracketed ? u'[' + address.host.toString() + u']' : address.host.toString())
        .arg(port);
}

/// Connections and the files of many sites need descriptors; what the system allows is not always what it gives.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

Result<void> prepareDataDirectory(const Config &config)
{
    if (config.dataDirectory.isEmpty())
        return failure(ErrorCode::NotConfigured, u"Say where the data is to live, with --data."_s);
    if (!makePrivateFolder(config.dataDirectory))
        return failure(ErrorCode::NotConfigured, u"The data directory cannot be made; choose another with --data."_s);
    return {};
}

std::chrono::milliseconds statementLimit(const Config &config)
{
    return std::chrono::milliseconds(config.statementTimeoutMs);
}

sql::EngineOptions engineOptions(const Config &config)
{
    sql::EngineOptions options;
    options.dataDirectory = config.dataDirectory;
    options.databaseUrl = config.databaseUrl;
    options.connections = std::size_t(config.databaseConnections);
    options.statement = statementLimit(config);
    return options;
}

} // namespace

/// In the order in which the parts are made. They go in the reverse order: first whoever brings work, then whoever does
/// it; the dispatcher outlives the databases, because writes that are settled late answer through it.
struct Host::Parts
{
    Parts(Config given, const Log &givenLog)
        : config(std::move(given))
        , log(givenLog)
    {
    }

    Result<void> openData();
    Result<void> buildServices();
    Result<void> listen();
    void tellOfOlderSites() const;

    Config config;
    const Log &log;
    const Clock clock;
    Router router;
    OpenApi openApi;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<mail::Outbox> mail; ///< told of writes that are settled late, as the dispatcher is

    std::unique_ptr<sql::Engine> engine;
    std::shared_ptr<sql::Database> platform;
    std::unique_ptr<TenancyServices> tenancy;
    std::unique_ptr<secrets::Secrets> secrets;
    std::unique_ptr<cache::Cache> cache;
    std::unique_ptr<identity::Identity> identity;
    const data::CatalogueStore catalogues{};
    const apps::AppService apps{clock};
    const access::Roles roles{clock};
    access::Policies policies{catalogues, clock};
    const data::TableService tables{clock, statementLimit(config)};
    const data::SchemaHistory schemaHistory{clock, statementLimit(config)};
    const data::RowAccess rowAccess{catalogues, policies.evaluator, clock, config.graphMaxDepth};
    const data::RowReads rowReads{rowAccess};
    const data::AggregateReads aggregateReads{rowAccess};
    const data::GraphReads graphReads{rowAccess};
    const data::RowWrites rowWrites{rowAccess};
    const data::RowBatch rowBatch{rowAccess};
    const data::RowHistory rowHistory{rowAccess};
    identity::FirstAdministrator firstAdministrator;
    const tags::TagService tags{clock};
    std::unique_ptr<PeopleServices> people;
    std::unique_ptr<packages::PackageService> packages;
    std::unique_ptr<data::Transfers> transfers; ///< after what it works with
    std::unique_ptr<Services> services;

    std::unique_ptr<ThreadPool> workers;
    std::unique_ptr<http::Server> server;
    std::unique_ptr<KeyRotation> keyRotation; ///< ends first, as the next does: they work with what is above
    std::unique_ptr<MailDelivery> mailDelivery;
};

Result<void> Host::Parts::openData()
{
    TRY(prepareDataDirectory(config));
    engine = TRY(sql::Engine::open(engineOptions(config)));
    if (config.secretKey.isEmpty()) {
        SecretKeys keys = TRY(secretKeysIn(config.dataDirectory));
        config.secretKey = std::move(keys.current);
        config.retiredKeys.insert(config.retiredKeys.end(), keys.retired.begin(), keys.retired.end());
    }
    platform = TRY(engine->openPlatform());
    TRY(sql::Migrator(sql::Migrations::platform()).migrate(platform).wait());
    return {};
}

Result<void> Host::Parts::buildServices()
{
    tenancy = std::make_unique<TenancyServices>(config, clock, *engine, *platform);
    tenancy->directory().pool().setPreparation(data::keepSearchIndexes);
    TRY(tenancy->start());
    cache = TRY(cache::Cache::open(config, clock, log));
    secrets = TRY(secrets::Secrets::open(config, policies.checks, clock, log));
    identity = std::make_unique<identity::Identity>(config, clock, *platform, secrets->vault(), cache->failures());
    firstAdministrator = TRY(identity::ensureAdministrator(identity->accounts(), config));
    packages = std::make_unique<packages::PackageService>(clock, secrets->vault(), statementLimit(config));
    mail = std::make_unique<mail::Outbox>(*platform, clock);
    people = std::make_unique<PeopleServices>(config, clock, *platform, *identity, *tenancy, *mail);
    transfers = std::make_unique<data::Transfers>(rowAccess, config.dataDirectory);
    services = std::make_unique<Services>(
        Services{config,   clock,         log,        *platform,      *cache,     tenancy->directory(),
                 *tenancy, *identity,     catalogues, apps,           roles,      policies,
                 tables,   schemaHistory, rowReads,   aggregateReads, graphReads, rowWrites,
                 rowBatch, rowHistory,    *transfers, *packages,      *secrets,   tags,
                 *mail,    *people});
    keyRotation = std::make_unique<KeyRotation>(*platform, tenancy->directory(), *secrets, log);
    mailDelivery = std::make_unique<MailDelivery>(*mail, *platform, tenancy->directory(), clock, log);
    TRY(mailDelivery->configure(config));
    workers = std::make_unique<ThreadPool>(workerCount(config), std::size_t(config.workerQueue));
    Api api{router, openApi, *services};
    addAllFamilies(api);
    dispatcher = std::make_unique<Dispatcher>(router, middlewareChain(*services, router), *workers, log);
    return {};
}

Result<void> Host::Parts::listen()
{
    server = TRY(http::Server::listen(serverOptions(config), *dispatcher));
    return {};
}

/// One query whatever the number of sites; which they are, `sites list` shows.
void Host::Parts::tellOfOlderSites() const
{
    const Result<std::int64_t> older = platform->read(
        [](sql::Session &session) { return SiteStore::countOlder(session, sql::Migrations::site().version()); });
    if (!older || *older == 0)
        return;
    log.write(Logger::App, LogLevel::Warning,
              u"%1 sites are of an older version; `tenantry-server migrate` upgrades them"_s.arg(*older), {},
              {{"event_type", "sites_of_older_version"}, {"sites", *older}});
}

Result<std::unique_ptr<Host>> Host::start(const Config &config, const Log &log,
                                          const std::function<void(const Host &)> &listening)
{
    raiseDescriptorLimit();
    auto parts = std::make_unique<Parts>(config, log);
    TRY(parts->openData());
    TRY(parts->buildServices());
    TRY(parts->listen());
    std::unique_ptr<Host> host(new Host(std::move(parts)));
    if (listening)
        listening(*host);
    host->m_parts->tellOfOlderSites();
    host->m_parts->mailDelivery->start();
    host->m_parts->server->serve();
    return host;
}

Host::Host(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Host::~Host()
{
    stop();
}

QStringList Host::urls() const
{
    QStringList urls;
    const std::vector<http::Server::Address> addresses = serverOptions(m_parts->config).addresses;
    for (std::size_t i = 0; i < addresses.size(); ++i)
        urls.append(urlOf(addresses[i], m_parts->server->port(i)));
    return urls;
}

const identity::FirstAdministrator &Host::firstAdministrator() const
{
    return m_parts->firstAdministrator;
}

Result<void> Host::reloadTls()
{
    return m_parts->server ? m_parts->server->reloadTls() : Result<void>();
}

Result<void> Host::reloadMasterKeys()
{
    return m_parts->keyRotation ? m_parts->keyRotation->start() : Result<void>();
}

void Host::stop()
{
    if (!m_parts->server)
        return;
    m_parts->mailDelivery.reset();
    m_parts->keyRotation.reset();
    const QDeadlineTimer deadline(patience);
    m_parts->server->stop(patience);
    m_parts->dispatcher->waitUntilIdle(deadline);
    m_parts->server.reset();
    m_parts->workers.reset();
}

} // namespace tenantry::server
