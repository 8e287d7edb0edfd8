// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demoplan.h"

#include "core/demo/demoapp.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::demo {

namespace {

using client::Reply;
using client::Request;

constexpr std::size_t rowsPerCall = 50;   // made and sent on the thread that runs the console too, which must not stall
constexpr std::string_view mark = "demo"; ///< the member of the organization's settings that says how far it is
constexpr std::string_view loadingMark = "loading";
constexpr std::string_view completeMark = "complete";

struct DemoSite
{
    QString name;
    QString environment;
    int customers;
    int articles;
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Demo", text);
}

std::vector<DemoSite> demoSites()
{
    return {{u"Acme Demo"_s, u"production"_s, 300, 240}, {u"Acme Demo Staging"_s, u"staging"_s, 60, 40}};
}

QString organizationPath()
{
    return u"/api/cloud/organizations/%1/"_s.arg(DemoPlan::organization);
}

json::Object markedAs(std::string_view state)
{
    json::Object settings;
    settings.set(mark, state);
    return settings;
}

DemoStep creation(client::Api &api)
{
    json::Object body;
    body.set("name", translated(QT_TRANSLATE_NOOP("Demo", "Acme (demo, unfinished)")));
    body.set("slug", DemoPlan::organization.toString());
    body.set("description", translated(QT_TRANSLATE_NOOP(
                                "Demo", "Made up by Tenantry to be looked at. Delete it whenever you like.")));
    body.set("settings", markedAs(loadingMark));
    return {translated(QT_TRANSLATE_NOOP("Demo", "Making the organization")),
            [&api, body] { return api.sendPlatform(Request::post(u"/api/cloud/organizations/"_s, body)); }};
}

/// `sites`: the slugs the server gave. They were open for being filled; from here on the usual care holds.
DemoStep completion(client::Api &api, const std::vector<std::shared_ptr<QString>> &sites)
{
    json::Object body;
    body.set("name", translated(QT_TRANSLATE_NOOP("Demo", "Acme (demo)")));
    body.set("settings", markedAs(completeMark));
    return {translated(QT_TRANSLATE_NOOP("Demo", "Finishing")), [&api, body, sites] {
                for (const auto &site : sites)
                    api.writeLock(*site).lock();
                return api.sendPlatform({client::Method::Patch, organizationPath(), {}, body});
            }};
}

/// Sites are made by the client's own call, as it knows what may be written to then.
DemoStep siteCreation(client::Api &api, const DemoSite &site, const std::shared_ptr<QString> &slug)
{
    return {translated(QT_TRANSLATE_NOOP("Demo", "Making the site %1")).arg(site.name), [&api, site, slug] {
                return api
                    .createSite(DemoPlan::organization,
                                {site.name, translated(QT_TRANSLATE_NOOP("Demo", "A shop and its magazine, made up.")),
                                 site.environment})
                    .map([slug](const client::SiteSummary &made) -> Result<json::Value> {
                        *slug = made.slug;
                        return json::Value();
                    });
            }};
}

DemoStep insertion(client::Api &api, const std::shared_ptr<QString> &site, const QString &path, json::Array rows,
                   const QString &what)
{
    return {what, [&api, site, path, rows = std::move(rows)] {
                return api.send(*site, Request::post(u"/sites/%1/api/apps/"_s.arg(*site) + path, rows));
            }};
}

void addApp(client::Api &api, const std::shared_ptr<QString> &site, const DemoApp &app, std::vector<DemoStep> &steps)
{
    const QString slug = app.name.toLower();
    steps.push_back(
        {translated(QT_TRANSLATE_NOOP("Demo", "Making the app %1")).arg(app.name),
         [&api, site, name = app.name, about = app.description] {
             return api.createApp(*site, {name, about}).map([](const client::AppSummary &) -> Result<json::Value> {
                 return json::Value();
             });
         }});
    steps.push_back({translated(QT_TRANSLATE_NOOP("Demo", "Making the datatables of %1")).arg(app.name),
                     [&api, site, slug, package = app.package] {
                         const QString path = u"/sites/%1/api/apps/%2/datatables/create_schema/"_s.arg(*site, slug);
                         return api.send(*site, Request::post(path, package));
                     }});
    for (const DemoTable &table : app.tables) {
        const QString path = u"%1/datatables/%2/data/"_s.arg(slug, table.name);
        for (std::size_t first = 0; first < table.rows.size(); first += rowsPerCall) {
            const std::size_t last = std::min(first + rowsPerCall, table.rows.size());
            json::Array rows(table.rows.begin() + std::ptrdiff_t(first), table.rows.begin() + std::ptrdiff_t(last));
            steps.push_back(insertion(api, site, path, std::move(rows),
                                      translated(QT_TRANSLATE_NOOP("Demo", "Filling %1")).arg(table.name)));
        }
    }
}

Result<DemoPlan::State> stateOf(const Result<json::Value> &found)
{
    if (!found && found.error().code == ErrorCode::NotFound)
        return DemoPlan::State::Absent;
    if (!found)
        return failure(found.error());
    const std::string_view state = (*found)["settings"][mark].string();
    return state == loadingMark    ? DemoPlan::State::Unfinished
           : state == completeMark ? DemoPlan::State::Complete
                                   : DemoPlan::State::Foreign;
}

DemoStep deletion(client::Api &api, const QString &path, const QString &what)
{
    return {what, [&api, path] { return api.sendPlatform({client::Method::Delete, path, {}, {}}); }};
}

/// An unfinished demo holds nothing but what it made itself: no care is needed, of production either.
DemoStep siteDeletion(client::Api &api, const json::Value &site)
{
    const QString slug = site["slug"].text();
    DemoStep step = deletion(api, u"/api/cloud/sites/%1/"_s.arg(client::encoded(slug)),
                             translated(QT_TRANSLATE_NOOP("Demo", "Removing the site %1")).arg(site["name"].text()));
    step.run = [&api, slug, remove = std::move(step.run)] {
        api.writeLock(slug).unlock();
        return remove();
    };
    return step;
}

} // namespace

DemoPlan::DemoPlan(client::Api &api)
    : m_api(api)
{
}

Reply<DemoPlan::State> DemoPlan::state() const
{
    return m_api.sendPlatform(Request::get(organizationPath())).chain([](const Result<json::Value> &found) {
        return Reply<State>(stateOf(found));
    });
}

std::vector<DemoStep> DemoPlan::loading() const
{
    std::vector<DemoStep> steps{creation(m_api)};
    std::vector<std::shared_ptr<QString>> slugs;
    for (const DemoSite &site : demoSites()) {
        const auto slug = slugs.emplace_back(std::make_shared<QString>());
        steps.push_back(siteCreation(m_api, site, slug));
        addApp(m_api, slug, storeApp(site.customers), steps);
        addApp(m_api, slug, cmsApp(site.articles), steps);
    }
    steps.push_back(completion(m_api, slugs));
    return steps;
}

Reply<std::vector<DemoStep>> DemoPlan::removal() const
{
    const QUrlQuery all{{u"is_active"_s, u"all"_s}};
    return m_api.sendPlatform(Request::get(organizationPath() + u"sites/"_s, all))
        .map([&api = m_api](const json::Value &answer) -> Result<std::vector<DemoStep>> {
            std::vector<DemoStep> steps;
            const json::Array &sites = answer["results"].array();
            for (const json::Value &site : sites)
                steps.push_back(siteDeletion(api, site));
            steps.push_back(
                deletion(api, organizationPath(), translated(QT_TRANSLATE_NOOP("Demo", "Removing the organization"))));
            return steps;
        });
}

} // namespace tenantry::demo
