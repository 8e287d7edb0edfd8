// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace tenantry {

/// A deployment's secret that a newer one has replaced. Tokens it signed are good until `until` (seconds).
struct RetiredKey
{
    QByteArray secret;
    std::int64_t until = 0;
};

/// Where requests are taken.
struct ListenAddress
{
    QString address = QStringLiteral("127.0.0.1"); ///< in digits, IPv6 without brackets
    quint16 port = 8000;                           ///< 0 picks a free one

    bool operator==(const ListenAddress &) const = default;
};

/// Every setting there is. Filled from defaults, then the configuration file, then environment variables (NAME or
/// TENANTRY_NAME), then command-line flags; `tenantry-server config --explain` prints each with its source.
struct Config
{
    // Where data lives
    QString dataDirectory; ///< --data, DATA_DIR
    QString databaseUrl;   ///< --database, DATABASE_URL; empty: SQLite files in the data directory
    QString cacheUrl;      ///< --cache, CACHE_URL; empty: limits are counted in this process
    std::vector<ListenAddress> listen{ListenAddress()}; ///< --listen ADDRESS:PORT, LISTEN
    std::vector<ListenAddress> listenPlain;             ///< --listen-plain, LISTEN_PLAIN: http beside https, sent there
    QString tlsCertificate;                             ///< --tls-cert, TLS_CERT; with the key: https instead of http
    QString tlsKey;                                     ///< --tls-key, TLS_KEY
    bool httpsOnly = false;                             ///< HTTPS_ONLY: a proxy in front speaks TLS with everybody

    // What kind of deployment this is
    QString environment = QStringLiteral("production");    ///< ENVIRONMENT: production, dev, test, staging
    bool development = false;                              ///< DEVELOPMENT
    bool local = false;                                    ///< --local: rate limits off, loopback only
    bool migrateSites = false;                             ///< --migrate, MIGRATE_SITES: upgrade sites when first used
    QString baseDomain = QStringLiteral("tenantry.local"); ///< BASE_DOMAIN
    QStringList platformHosts;  ///< PLATFORM_HOSTS, besides app.<base>, api.<base>, localhost and addresses
    QStringList corsOrigins;    ///< CORS_ALLOWED_ORIGINS
    QStringList trustedProxies; ///< TRUSTED_PROXIES

    // The first administrator and the deployment's secret
    QString adminEmail;    ///< TENANTRY_ADMIN_EMAIL
    QString adminPassword; ///< TENANTRY_ADMIN_PASSWORD
    QByteArray secretKey;  ///< SECRET_KEY, or the file secret.key in the data directory, made at first start
    std::vector<RetiredKey> retiredKeys; ///< SECRET_KEY_PREVIOUS, or those that stand in secret.key
    QByteArrayList masterKeys;           ///< MASTER_KEY, or those of master.key; the first encrypts, all decrypt

    // Tokens
    int accessTokenMinutes = 15;        ///< JWT_ACCESS_TOKEN_LIFETIME
    int refreshTokenDays = 7;           ///< JWT_REFRESH_TOKEN_LIFETIME
    bool rotateRefreshTokens = true;    ///< JWT_ROTATE_REFRESH_TOKEN
    bool blacklistAfterRotation = true; ///< JWT_BLACKLIST_AFTER_ROTATION
    int tokenLeewaySeconds = 0;         ///< JWT_LEEWAY
    int sessionDays = 14;               ///< SESSION_LIFETIME_DAYS
    int invitationDays = 7;             ///< INVITATION_EXPIRES_DAYS

    // Mail
    QString smtpUrl;                                   ///< SMTP_URL; empty: files in the data directory
    QString smtpUser;                                  ///< SMTP_USER
    QString smtpPassword;                              ///< SMTP_PASSWORD
    QString smtpStartTls = QStringLiteral("required"); ///< SMTP_STARTTLS: required, if-offered, off
    QString smtpCaFile;                                ///< SMTP_CA_FILE; empty: the system's
    QString mailFrom;                                  ///< MAIL_FROM; empty: noreply@<base>

    // Limits and threads
    bool rateLimits = true;          ///< RATE_LIMIT_ENABLE
    int anonymousPerHour = 100;      ///< API_RATE_LIMIT_ANONYMOUS, per address
    int signedInPerHour = 1000;      ///< API_RATE_LIMIT_USER, per user
    int controlWritesPerMinute = 10; ///< API_RATE_LIMIT_CONTROL_WRITES, per user
    int signInsPerMinute = 5;        ///< API_RATE_LIMIT_SIGN_IN, per address
    int invitationsPerMinute = 20;   ///< API_RATE_LIMIT_INVITATIONS, answers to them, per address
    int rowListsPerMinute = 0;       ///< API_RATE_LIMIT_ROW_LISTS, per user; 0: no limit of its own
    int appPerHour = 0;              ///< API_RATE_LIMIT_APP, per app, all its callers; 0: no limit
    int populatedListsPerMinute = 0; ///< API_RATE_LIMIT_POPULATED_LISTS, those of them with populate
    int ioThreads = 1;               ///< IO_THREADS
    int workers = 0;                 ///< WORKERS; 0: as many as cores (PostgreSQL: four times as many)
    int workerQueue = 1024;          ///< WORKER_QUEUE
    int databaseConnections = 16;    ///< DATABASE_CONNECTIONS, PostgreSQL only
    int statementTimeoutMs = 30'000; ///< STATEMENT_TIMEOUT
    int graphMaxDepth = 10;          ///< GRAPH_MAX_DEPTH

    // Logging
    QString logLevel = QStringLiteral("info");  ///< LOG_LEVEL
    QString logFormat = QStringLiteral("json"); ///< LOG_FORMAT: json, standard
};

} // namespace tenantry
