// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace tenantry {
struct Config;
class Log;
class PeopleServices;
class SiteDirectory;
class TenancyServices;
namespace access {
struct Policies;
struct Roles;
} // namespace access
namespace apps {
class AppService;
}
namespace cache {
class Cache;
}
namespace identity {
class Identity;
}
namespace mail {
class Outbox;
}
namespace sql {
class Database;
}
namespace data {
class AggregateReads;
class CatalogueStore;
class GraphReads;
class RowBatch;
class RowHistory;
class RowReads;
class RowWrites;
class SchemaHistory;
class TableService;
class Transfers;
} // namespace data
namespace packages {
class PackageService;
}
namespace secrets {
class Secrets;
}
namespace tags {
class TagService;
}
} // namespace tenantry

namespace tenantry::server {

/// The core services endpoints work with, built once by Host and outliving every request. A new service is one member
/// here and one line in host.cpp.
struct Services
{
    const Config &config;
    const Clock &clock;
    const Log &log;
    sql::Database &platform;
    const cache::Cache &cache;
    SiteDirectory &sites;
    TenancyServices &tenancy;
    identity::Identity &identity;
    const data::CatalogueStore &catalogues;
    const apps::AppService &apps;
    const access::Roles &roles;
    const access::Policies &policies;
    const data::TableService &tables;
    const data::SchemaHistory &schemaHistory;
    const data::RowReads &rowReads;
    const data::AggregateReads &aggregateReads;
    const data::GraphReads &graphReads;
    const data::RowWrites &rowWrites;
    const data::RowBatch &rowBatch;
    const data::RowHistory &rowHistory;
    const data::Transfers &transfers;
    const packages::PackageService &packages;
    const secrets::Secrets &secrets;
    const tags::TagService &tags;
    const mail::Outbox &mail;
    const PeopleServices &people;
};

} // namespace tenantry::server
