// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/sitesettings.h"

#include "core/base/takegiven.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::settings {

namespace {

constexpr qsizetype maxUrlLength = 2048;
constexpr qsizetype maxFeatureBytes = 64 * 1024;

/// Credentials in it would be everybody's.
bool isPageAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return text.size() <= maxUrlLength && url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
           (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

} // namespace

Result<SiteSettings> SiteSettings::load(sql::Session &session)
{
    const auto stored = TRY(session.first("SELECT frontend_url, features FROM {site_settings} WHERE id = 1", {},
                                          [](const sql::Cursor &row) {
                                              SiteSettings settings;
                                              if (!row.isNull(0))
                                                  settings.frontendUrl = row.string(0);
                                              settings.features = json::read(row.text(1)).value_or(json::Object());
                                              return settings;
                                          }));
    return stored.value_or(SiteSettings());
}

Result<void> SiteSettings::save(sql::Transaction &transaction) const
{
    TRY(transaction.execute("UPDATE {site_settings} SET frontend_url = $1, features = $2 WHERE id = 1",
                            {frontendUrl, json::write(features)}));
    json::Object fields;
    fields.set("frontend_url", frontendUrl ? json::Value(*frontendUrl) : json::Value());
    fields.set("features", features);
    return audit::history::add(transaction, {historyOf(), audit::history::Change::Changed, std::move(fields)});
}

audit::history::Record SiteSettings::historyOf()
{
    return {u"site_settings"_s, u"1"_s};
}

Result<void> SiteSettingsChange::check() const
{
    std::vector<FieldError> problems;
    if (frontendUrl && *frontendUrl && !isPageAddress(**frontendUrl))
        problems.push_back({u"frontend_url"_s, u"Must be a web address that begins with http:// or https://, without "
                                               "a password."_s});
    if (features && json::write(*features).size() > maxFeatureBytes)
        problems.push_back({u"features"_s, u"At most 64 KiB."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

void SiteSettingsChange::apply(SiteSettings &settings) const
{
    takeGiven(frontendUrl, settings.frontendUrl);
    takeGiven(features, settings.features);
}

} // namespace tenantry::settings
