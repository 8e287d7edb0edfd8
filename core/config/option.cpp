// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/option.h"

#include "core/config/optionaccess.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr auto data = "Where data lives"_L1;
constexpr auto deployment = "The deployment"_L1;
constexpr auto security = "Sign-in and secrets"_L1;
constexpr auto mail = "Mail"_L1;
constexpr auto limits = "Limits and threads"_L1;
constexpr auto logging = "Logging"_L1;
constexpr auto none = ""_L1;

constexpr std::array options{
    Option{data, "DATA_DIR"_L1, "data"_L1, "DIR"_L1, none,
           "Folder of everything the server keeps: databases, the secret key, the master key, uploaded files."_L1,
           path<&Config::dataDirectory>()},
    Option{
        data, "DATABASE_URL"_L1, "database"_L1, "URL"_L1, none,
        "postgresql://user:password@host/database keeps all data in PostgreSQL; empty keeps it in SQLite files in the "
        "data folder."_L1,
        secretText<&Config::databaseUrl>()},
    Option{data, "CACHE_URL"_L1, "cache"_L1, "URL"_L1, none,
           "redis://:password@host:port/database lets the servers of a deployment count limits and failed sign-ins "
           "together; "
           "empty counts in each server."_L1,
           secretText<&Config::cacheUrl>()},
    Option{data, "LISTEN"_L1, "listen"_L1, "ADDRESS:PORT"_L1, none,
           "Where requests are taken; port 0 picks a free one, an IPv6 address stands in brackets; commas between "
           "several, "
           "or the flag several times."_L1,
           listenAddresses<&Config::listen, 1>()},
    Option{
        data, "TLS_CERT"_L1, "tls-cert"_L1, "FILE"_L1, none,
        "Certificate of the server and those between it and its authority, PEM; with TLS_KEY the server speaks https. "
        "SIGHUP reads both files again."_L1,
        path<&Config::tlsCertificate>()},
    Option{data, "TLS_KEY"_L1, "tls-key"_L1, "FILE"_L1, none, "Private key of TLS_CERT, PEM, without a password."_L1,
           path<&Config::tlsKey>()},
    Option{data, "LISTEN_PLAIN"_L1, "listen-plain"_L1, "ADDRESS:PORT"_L1, none,
           "Beside TLS_CERT: where requests come in the clear, to be sent to https with 301, health excepted."_L1,
           listenAddresses<&Config::listenPlain, 0>()},
    Option{
        data, "HTTPS_ONLY"_L1, none, none, none,
        "A proxy speaks https with everybody: who came in the clear, by its X-Forwarded-Proto, is sent to https with "
        "301, health excepted. With TLS_CERT it is done anyway."_L1,
        yesNo<&Config::httpsOnly>()},

    Option{deployment, "ENVIRONMENT"_L1, none, "NAME"_L1, "production,dev,test,staging"_L1,
           "Kind of deployment; all but production prefix the names of new sites."_L1, text<&Config::environment>()},
    Option{deployment, "DEVELOPMENT"_L1, none, none, none,
           "Also route SITE.localhost and SITE.127.0.0.1.nip.io to the site."_L1, yesNo<&Config::development>()},
    Option{deployment, "LOCAL"_L1, "local"_L1, none, none,
           "One person's own computer: loopback only, no rate limits."_L1, yesNo<&Config::local>()},
    Option{deployment, "MIGRATE_SITES"_L1, "migrate"_L1, none, none,
           "Upgrade a site of an older version when it is first used; with LOCAL and DEVELOPMENT it is done anyway."_L1,
           yesNo<&Config::migrateSites>()},
    Option{deployment, "BASE_DOMAIN"_L1, none, "DOMAIN"_L1, none, "A site without a domain gets SLUG.DOMAIN."_L1,
           text<&Config::baseDomain>()},
    Option{deployment, "PLATFORM_HOSTS"_L1, none, "HOSTS"_L1, none,
           "Hosts that serve the platform, besides app.DOMAIN, api.DOMAIN, localhost and addresses; commas between."_L1,
           list<&Config::platformHosts>()},
    Option{deployment, "CORS_ALLOWED_ORIGINS"_L1, none, "ORIGINS"_L1, none,
           "Origins whose pages may call the API from a browser, and be signed in for; commas between."_L1,
           list<&Config::corsOrigins>()},
    Option{deployment, "TRUSTED_PROXIES"_L1, none, "ADDRESSES"_L1, none,
           "Proxies whose X-Forwarded headers are believed: addresses or networks, commas between."_L1,
           list<&Config::trustedProxies>()},

    Option{security, "ADMIN_EMAIL"_L1, none, "EMAIL"_L1, none,
           "First platform administrator, made at the first start."_L1, text<&Config::adminEmail>()},
    Option{security, "ADMIN_PASSWORD"_L1, none, "PASSWORD"_L1, none,
           "Password of the first administrator; empty makes a random one and says where it stands."_L1,
           secretText<&Config::adminPassword>()},
    Option{
        security, "SECRET_KEY"_L1, none, "KEY"_L1, none,
        "Secret of the deployment, at least 32 characters, the same on all its servers; empty uses the file secret.key "
        "in the data folder, made at the first start."_L1,
        secretBytes<&Config::secretKey, 32>()},
    Option{security, "SECRET_KEY_PREVIOUS"_L1, none, "KEYS"_L1, none,
           "Former values of SECRET_KEY whose tokens are still taken; commas between."_L1, retiredKeys()},
    Option{
        security, "MASTER_KEY"_L1, none, "KEYS"_L1, none,
        "Keys of at least 32 characters that encrypt the secrets of sites, the same on all servers, commas between: "
        "the "
        "first encrypts, all decrypt. Empty uses the file master.key in the data folder, made at the first start."_L1,
        masterKeys()},
    Option{security, "JWT_ACCESS_TOKEN_LIFETIME"_L1, none, "MINUTES"_L1, none, "How long an access token is valid."_L1,
           number<&Config::accessTokenMinutes, 1, 7 * 24 * 60>()},
    Option{security, "JWT_REFRESH_TOKEN_LIFETIME"_L1, none, "DAYS"_L1, none, "How long a refresh token is valid."_L1,
           number<&Config::refreshTokenDays, 1, 3650>()},
    Option{security, "JWT_ROTATE_REFRESH_TOKEN"_L1, none, none, none, "A refresh also answers a new refresh token."_L1,
           yesNo<&Config::rotateRefreshTokens>()},
    Option{security, "JWT_BLACKLIST_AFTER_ROTATION"_L1, none, none, none,
           "A refresh token is worthless once it was rotated."_L1, yesNo<&Config::blacklistAfterRotation>()},
    Option{security, "JWT_LEEWAY"_L1, none, "SECONDS"_L1, none,
           "How much longer than it says a token is valid, for servers whose clocks differ."_L1,
           number<&Config::tokenLeewaySeconds, 0, 300>()},
    Option{security, "SESSION_LIFETIME_DAYS"_L1, none, "DAYS"_L1, none,
           "How long a session lives after its last use."_L1, number<&Config::sessionDays, 1, 3650>()},
    Option{security, "INVITATION_EXPIRES_DAYS"_L1, none, "DAYS"_L1, none,
           "How long an invitation into an organization can be accepted."_L1,
           number<&Config::invitationDays, 1, 3650>()},

    Option{
        mail, "SMTP_URL"_L1, none, "URL"_L1, none,
        "Server that takes mails: smtp://HOST:587, or smtps://HOST:465. Empty: each mail becomes a file in the folder "
        "outbox of the data folder."_L1,
        secretText<&Config::smtpUrl>()},
    Option{mail, "SMTP_USER"_L1, none, "NAME"_L1, none, "User to sign in as there; empty does not sign in."_L1,
           text<&Config::smtpUser>()},
    Option{mail, "SMTP_PASSWORD"_L1, none, "PASSWORD"_L1, none, "Password of SMTP_USER."_L1,
           secretText<&Config::smtpPassword>()},
    Option{
        mail, "SMTP_STARTTLS"_L1, none, "WHEN"_L1, "required,if-offered,off"_L1,
        "Whether a connection of smtp:// is encrypted before anything is said on it; required sends nothing otherwise."_L1,
        text<&Config::smtpStartTls>()},
    Option{mail, "SMTP_CA_FILE"_L1, none, "FILE"_L1, none,
           "Authorities that may vouch for that server, in PEM, instead of those this system knows."_L1,
           text<&Config::smtpCaFile>()},
    Option{mail, "MAIL_FROM"_L1, none, "ADDRESS"_L1, none,
           "Whom mails come from: ADDRESS, or Name <ADDRESS>; empty is noreply@DOMAIN, with BASE_DOMAIN."_L1,
           text<&Config::mailFrom>()},

    Option{limits, "RATE_LIMIT_ENABLE"_L1, none, none, none, "Limit how often each caller may ask."_L1,
           yesNo<&Config::rateLimits>()},
    Option{limits, "API_RATE_LIMIT_ANONYMOUS"_L1, none, "COUNT"_L1, none,
           "Requests per hour and address without a credential."_L1,
           number<&Config::anonymousPerHour, 1, 1'000'000'000>()},
    Option{limits, "API_RATE_LIMIT_USER"_L1, none, "COUNT"_L1, none,
           "Requests per hour and signed-in user; and, per address, those whose credential is refused."_L1,
           number<&Config::signedInPerHour, 1, 1'000'000'000>()},
    Option{limits, "API_RATE_LIMIT_CONTROL_WRITES"_L1, none, "COUNT"_L1, none,
           "Changes of organizations, sites and the like per minute and user."_L1,
           number<&Config::controlWritesPerMinute, 1, 1'000'000'000>()},
    Option{limits, "API_RATE_LIMIT_SIGN_IN"_L1, none, "COUNT"_L1, none, "Sign-ins per minute and address."_L1,
           number<&Config::signInsPerMinute, 1, 1'000'000'000>()},
    Option{limits, "API_RATE_LIMIT_INVITATIONS"_L1, none, "COUNT"_L1, none,
           "Looks at and answers to invitations per minute and address."_L1,
           number<&Config::invitationsPerMinute, 1, 1'000'000'000>()},
    Option{limits, "API_RATE_LIMIT_APP"_L1, none, "COUNT"_L1, none,
           "Requests per hour to one app, whoever makes them; 0 means no limit."_L1,
           number<&Config::appPerHour, 0, 1'000'000'000>()},
    Option{limits, "API_RATE_LIMIT_ROW_LISTS"_L1, none, "COUNT"_L1, none,
           "Lists of rows per minute and user; 0 means no limit of their own."_L1,
           number<&Config::rowListsPerMinute, 0, 1'000'000'000>()},
    Option{limits, "API_RATE_LIMIT_POPULATED_LISTS"_L1, none, "COUNT"_L1, none,
           "Those of them that ask for related rows (populate), likewise."_L1,
           number<&Config::populatedListsPerMinute, 0, 1'000'000'000>()},
    Option{limits, "IO_THREADS"_L1, none, "COUNT"_L1, none, "Threads that read requests and write answers."_L1,
           number<&Config::ioThreads, 1, 256>()},
    Option{limits, "WORKERS"_L1, none, "COUNT"_L1, none,
           "Threads that handle requests; 0 takes as many as there are cores, with PostgreSQL four times as many."_L1,
           number<&Config::workers, 0, 1024>()},
    Option{limits, "WORKER_QUEUE"_L1, none, "COUNT"_L1, none,
           "Requests that may wait for a worker; further ones are answered 503."_L1,
           number<&Config::workerQueue, 1, 1'000'000>()},
    Option{limits, "DATABASE_CONNECTIONS"_L1, none, "COUNT"_L1, none, "Connections to PostgreSQL."_L1,
           number<&Config::databaseConnections, 1, 1000>()},
    Option{limits, "STATEMENT_TIMEOUT"_L1, none, "MILLISECONDS"_L1, none,
           "How long one statement in a database may take, those that change tables included; then 504. Exports "
           "and changes of many rows at once (imports, batches, filtered ones) have ten minutes."_L1,
           number<&Config::statementTimeoutMs, 10, 600'000>()},
    Option{limits, "GRAPH_MAX_DEPTH"_L1, none, "COUNT"_L1, none,
           "How many edges a walk through a graph follows at most; a larger depth in a request counts as this."_L1,
           number<&Config::graphMaxDepth, 1, 100>()},

    Option{logging, "LOG_LEVEL"_L1, none, "LEVEL"_L1, "debug,info,warning,error"_L1, "Least level that is logged."_L1,
           text<&Config::logLevel>()},
    Option{logging, "LOG_FORMAT"_L1, none, "FORMAT"_L1, "json,standard"_L1,
           "One JSON object per line, or lines for the eye."_L1, text<&Config::logFormat>()},
};

} // namespace

Result<void> Option::set(Config &config, const QString &text) const
{
    const QStringList allowed = QString(choices).split(u',', Qt::SkipEmptyParts);
    if (!allowed.isEmpty() && !allowed.contains(text))
        return failure(Error::field(name, u"must be one of %1"_s.arg(allowed.join(u", "_s))));
    if (const Result<void> done = access.set(config, text); !done)
        return failure(Error::field(name, done.error().message));
    return {};
}

QString Option::show(const Config &config) const
{
    QString value = access.show(config);
    if (!access.isSecret)
        return value;
    return value.isEmpty() ? QString() : u"(set, not shown)"_s;
}

std::span<const Option> allOptions()
{
    return options;
}

const Option *findOption(QStringView name)
{
    const auto found = std::find_if(options.begin(), options.end(), [name](const Option &o) { return o.name == name; });
    return found == options.end() ? nullptr : &*found;
}

} // namespace tenantry
