// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"
#include "core/client/session.h"
#include "core/client/writelock.h"

#include <memory>
#include <unordered_map>

namespace tenantry::client {

/// One server of Tenantry, spoken to as one platform account: the only way the console reaches anything. Every call
/// returns at once; its answer comes through the event loop of the thread the object lives on. Sites are entered on
/// first use, so no password is asked for twice. A production site is read-only until its WriteLock is unlocked; an
/// environment becomes known from every answer that tells one.
class Api : public QObject
{
public:
    enum class Use {
        ReadWrite,
        ReadOnly, ///< whatever would change something is refused before it is sent
    };

    explicit Api(const QUrl &server, QObject *parent = nullptr);
    ~Api() override;

    void setUse(Use use) { m_use = use; }
    Use use() const { return m_use; }
    /// Is told every call that ends from now on, on this thread; see Transport::observe.
    void observe(Transport::Observer observer) { m_transport.observe(std::move(observer)); }

    QUrl server() const { return m_transport.base(); }
    /// The e-mail address signed in with; empty before.
    QString account() const { return m_account; }

    /// Wrong pair: ErrorCode::Unauthorized; with an error about the field `otp` when the account has a second factor
    /// and its code is missing or wrong. The password is not kept.
    Reply<QString> signIn(const QString &email, const QString &password, const QString &otp = {});
    /// Goes on with tokens that were got elsewhere.
    void begin(const QString &account, Tokens tokens);

    // Lists come in pages, counted from 1; `search` asks only for what holds that text.
    Reply<Page<Organization>> organizations(int page, const QString &search = {});
    /// Of all organizations when none is named.
    Reply<Page<SiteSummary>> sites(const QString &organization, int page, const QString &search = {});
    Reply<Page<AppSummary>> apps(const QString &site, int page, const QString &search = {});
    Reply<Page<TableSummary>> tables(const QString &site, const QString &app, int page, const QString &search = {});
    Reply<TableDetail> table(const TableAddress &address);
    Reply<RowPage> rows(const TableAddress &address, const std::vector<Column> &columns, const RowWindow &window);

    Reply<Organization> createOrganization(const NewOrganization &organization);
    Reply<SiteSummary> createSite(const QString &organization, const NewSite &site);
    Reply<AppSummary> createApp(const QString &site, const NewApp &app);

    /// Of the site with this slug; lives as long as this object.
    WriteLock &writeLock(const QString &site);
    /// Any call below a site's API, for those that put requests together themselves; held to the site's WriteLock.
    Reply<json::Value> send(const QString &site, const Request &request);
    /// Any call of the platform's API; what is about one site is held to its WriteLock.
    Reply<json::Value> sendPlatform(const Request &request) { return m_platform.send(request); }

private:
    /// One site as it is spoken to.
    struct SiteAccess
    {
        SiteAccess(Api &api, const QString &site);

        WriteLock lock;
        Session session;
    };

    Reply<Tokens> renewPlatform(const QByteArray &refresh);
    Reply<Tokens> enter(const QString &site);
    std::optional<Error> refusal(const Request &request) const;
    std::optional<Error> platformRefusal(const Request &request);
    SiteAccess &access(const QString &site);
    Session &siteSession(const QString &site) { return access(site).session; }
    void learn(const SiteSummary &site);

    Transport m_transport;
    Session m_platform;
    std::unordered_map<QString, std::unique_ptr<SiteAccess>> m_sites; ///< by slug
    QString m_account;
    Use m_use = Use::ReadWrite;
};

} // namespace tenantry::client
