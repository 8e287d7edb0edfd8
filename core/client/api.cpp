// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/api.h"

#include "core/client/decode.h"
#include "core/client/paging.h"
#include "core/json/writer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::client {

namespace {

constexpr QLatin1StringView sitesPath("/api/cloud/sites/");

/// The site a call of the platform's API is about; empty when it is about none.
QString siteMeant(const Request &request)
{
    if (!request.path.startsWith(sitesPath))
        return {};
    const QString slug = request.path.sliced(sitesPath.size()).section(u'/', 0, 0);
    return QUrl::fromPercentEncoding(slug.toUtf8());
}

QString enterPath(const QString &site)
{
    return sitesPath + encoded(site) + u"/enter/"_s;
}

QString siteApi(const QString &site)
{
    return u"/sites/%1/api/"_s.arg(encoded(site));
}

QString tablesPath(const QString &site, const QString &app)
{
    return siteApi(site) + u"apps/%1/datatables/"_s.arg(encoded(app));
}

/// With an operator always, since a column may be named as a parameter is.
void addFilter(QUrlQuery &query, const RowFilter &filter)
{
    const QString column = encoded(filter.column);
    if (filter.value.isNull())
        query.addQueryItem(column + u"__null"_s, u"true"_s);
    else if (filter.value.isString())
        query.addQueryItem(column + u"__eq"_s, encoded(filter.value.text()));
    else
        query.addQueryItem(column + u"__eq"_s, encoded(QString::fromUtf8(json::write(filter.value))));
}

/// What the sign-in says of a second factor, as an error about its field.
Error aboutCode(Error error)
{
    const bool isMissing = error.detail == "second_factor_required"_L1;
    if (!isMissing && error.detail != "second_factor_invalid"_L1)
        return error;
    error.detail.clear();
    error.fields = {
        {u"otp"_s, isMissing ? QCoreApplication::translate("client", "This account has a second factor: type its code.")
                             : QCoreApplication::translate("client", "The code is wrong, or was used already.")}};
    return error;
}

} // namespace

Api::Api(const QUrl &server, QObject *parent)
    : QObject(parent)
    , m_transport(server)
    , m_platform(
          m_transport, [this](const QByteArray &refresh) { return renewPlatform(refresh); },
          [this](const Request &request) { return platformRefusal(request); })
{
}

Api::~Api() = default;

Reply<QString> Api::signIn(const QString &email, const QString &password, const QString &otp)
{
    json::Object pair;
    pair.set("username", email);
    pair.set("password", password);
    if (!otp.isEmpty())
        pair.set("otp", otp);
    return m_transport.send(Request::post(u"/api/cloud/auth/jwt/token/"_s, std::move(pair)))
        .chain([this, email](Result<json::Value> answer) -> Reply<QString> {
            if (!answer)
                return failure(aboutCode(std::move(answer).error()));
            const Result<Tokens> tokens = Tokens::decode(*answer);
            if (!tokens)
                return failure(tokens.error());
            begin(email, *tokens);
            return Result<QString>(email);
        });
}

void Api::begin(const QString &account, Tokens tokens)
{
    m_account = account;
    m_platform.begin(std::move(tokens));
}

Reply<Tokens> Api::renewPlatform(const QByteArray &refresh)
{
    if (refresh.isEmpty())
        return failure(ErrorCode::Unauthorized,
                       QCoreApplication::translate("client", "Not signed in. Connect to the server again."));
    json::Object body;
    body.set("refresh", std::string_view(refresh.constData(), size_t(refresh.size())));
    return m_transport.send(Request::post(u"/api/cloud/auth/jwt/token/refresh/"_s, std::move(body)))
        .map(&Tokens::decode);
}

Reply<Tokens> Api::enter(const QString &site)
{
    return m_platform.send(Request::post(enterPath(site))).map(&Tokens::decode);
}

/// Entering a site changes nothing there; all else that is sent about a locked one is held back.
std::optional<Error> Api::platformRefusal(const Request &request)
{
    const QString site = siteMeant(request);
    if (!site.isEmpty() && request.path == enterPath(site))
        return std::nullopt;
    if (auto readOnly = refusal(request))
        return readOnly;
    return site.isEmpty() ? std::nullopt : access(site).lock.refusal(request);
}

std::optional<Error> Api::refusal(const Request &request) const
{
    if (m_use == Use::ReadWrite || request.method == Method::Get)
        return std::nullopt;
    return Error::make(
        ErrorCode::Forbidden,
        QCoreApplication::translate("client", "This instance is saved as read-only: nothing was sent."),
        QCoreApplication::translate("client", "Change that in the list of saved instances, and connect again."));
}

Api::SiteAccess::SiteAccess(Api &api, const QString &site)
    : lock(site)
    , session(
          api.m_transport, [&api, site](const QByteArray &) { return api.enter(site); },
          [&api, this](const Request &request) {
              std::optional<Error> readOnly = api.refusal(request);
              return readOnly ? readOnly : lock.refusal(request);
          })
{
}

Api::SiteAccess &Api::access(const QString &site)
{
    auto &access = m_sites[site];
    if (!access)
        access = std::make_unique<SiteAccess>(*this, site);
    return *access;
}

WriteLock &Api::writeLock(const QString &site)
{
    return access(site).lock;
}

void Api::learn(const SiteSummary &site)
{
    access(site.slug).lock.setEnvironment(site.environment);
}

Reply<json::Value> Api::send(const QString &site, const Request &request)
{
    return siteSession(site).send(request);
}

Reply<Page<Organization>> Api::organizations(int page, const QString &search)
{
    return m_platform.send(Request::get(u"/api/cloud/organizations/"_s, pageQuery(page, search)))
        .map([](const json::Value &answer) { return decodeBarePage(answer, &decodeOrganization); });
}

Reply<Page<SiteSummary>> Api::sites(const QString &organization, int page, const QString &search)
{
    const QString path = organization.isEmpty() ? QString(sitesPath)
                                                : u"/api/cloud/organizations/%1/sites/"_s.arg(encoded(organization));
    return m_platform.send(Request::get(path, pageQuery(page, search)))
        .map([this](const json::Value &answer) -> Result<Page<SiteSummary>> {
            auto sites = TRY(decodeBarePage(answer, &decodeSite));
            for (const SiteSummary &site : sites.items)
                learn(site);
            return sites;
        });
}

Reply<Page<AppSummary>> Api::apps(const QString &site, int page, const QString &search)
{
    return siteSession(site)
        .send(Request::get(siteApi(site) + u"apps/"_s, pageQuery(page, search)))
        .map([](const auto &answer) { return decodeEnvelopePage(answer, &decodeApp); });
}

Reply<Page<TableSummary>> Api::tables(const QString &site, const QString &app, int page, const QString &search)
{
    return siteSession(site)
        .send(Request::get(tablesPath(site, app), pageQuery(page, search)))
        .map([](const auto &answer) { return decodeEnvelopePage(answer, &decodeTableSummary); });
}

Reply<TableDetail> Api::table(const TableAddress &address)
{
    const QString path = tablesPath(address.site, address.app) + encoded(address.table) + u'/';
    return siteSession(address.site).send(Request::get(path)).map([](const json::Value &answer) {
        return decodeTable(answer["data"]);
    });
}

Reply<RowPage> Api::rows(const TableAddress &address, const std::vector<Column> &columns, const RowWindow &window)
{
    const QString path = tablesPath(address.site, address.app) + encoded(address.table) + u"/data/"_s;
    QUrlQuery query;
    query.addQueryItem(u"_start"_s, QString::number(window.start));
    query.addQueryItem(u"_end"_s, QString::number(window.start + window.count));
    if (!window.ordering.isEmpty())
        query.addQueryItem(u"ordering"_s, encoded(window.ordering));
    for (const RowFilter &filter : window.filters)
        addFilter(query, filter);
    return siteSession(address.site).send(Request::get(path, query)).map([columns](const json::Value &answer) {
        return decodeRows(answer, columns);
    });
}

Reply<Organization> Api::createOrganization(const NewOrganization &organization)
{
    json::Object body;
    body.set("name", organization.name);
    return m_platform.send(Request::post(u"/api/cloud/organizations/"_s, std::move(body))).map(&decodeOrganization);
}

Reply<SiteSummary> Api::createSite(const QString &organization, const NewSite &site)
{
    json::Object body;
    body.set("name", site.name);
    body.set("environment", site.environment);
    if (!site.description.isEmpty())
        body.set("description", site.description);
    const QString path = u"/api/cloud/organizations/%1/sites/"_s.arg(encoded(organization));
    return m_platform.send(Request::post(path, std::move(body)))
        .map([this](const json::Value &answer) -> Result<SiteSummary> {
            auto made = TRY(decodeSite(answer));
            learn(made);
            writeLock(made.slug).unlock(); // who has just made a site means to fill it
            return made;
        });
}

Reply<AppSummary> Api::createApp(const QString &site, const NewApp &app)
{
    json::Object body;
    body.set("name", app.name);
    if (!app.description.isEmpty())
        body.set("description", app.description);
    return siteSession(site)
        .send(Request::post(siteApi(site) + u"apps/"_s, std::move(body)))
        .map([](const json::Value &answer) { return decodeApp(answer["data"]); });
}

} // namespace tenantry::client
