// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/keyrotation.h"

#include "core/log/log.h"
#include "core/secrets/keyrotation.h"
#include "core/secrets/secrets.h"
#include "core/tenancy/sitedirectory.h"
#include "core/tenancy/sitestore.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Result<bool> rewrapSite(SiteDirectory &sites, const secrets::Vault &vault, const QString &uuid)
{
    const Site site = TRY(sites.open(uuid, Purpose::Job));
    return secrets::rewrap(vault, site, uuid);
}

} // namespace

KeyRotation::KeyRotation(sql::Database &platform, SiteDirectory &sites, secrets::Secrets &secrets, const Log &log)
    : m_platform(platform)
    , m_sites(sites)
    , m_secrets(secrets)
    , m_log(log)
{
}

KeyRotation::~KeyRotation()
{
    m_stopping = true;
}

Result<void> KeyRotation::start()
{
    TRY(m_secrets.masterKeys().reload());
    if (m_secrets.masterKeys().hasFormer())
        Q_UNUSED(m_thread.post([this] { run(); }));
    return {};
}

/// A site that fails keeps its former key, and is told of.
void KeyRotation::run()
{
    const auto sites = m_platform.read(SiteStore::versions);
    if (!sites)
        return m_log.write(Logger::App, LogLevel::Error, u"the data keys of sites could not be wrapped anew"_s, {},
                           {{"event_type", "data_keys_not_rewrapped"}, {"detail", sites.error().message}});
    if (const auto shared = secrets::rewrap(m_secrets.vault(), m_platform, secrets::platformPlace); !shared)
        m_log.write(Logger::App, LogLevel::Error, u"the data key of the platform could not be wrapped anew"_s, {},
                    {{"event_type", "data_key_not_rewrapped"}, {"detail", shared.error().message}});
    int done = 0;
    int failed = 0;
    for (const SiteVersion &version : *sites) {
        if (m_stopping)
            return;
        const Result<bool> rewrapped = rewrapSite(m_sites, m_secrets.vault(), version.uuid);
        done += rewrapped.value_or(false) ? 1 : 0;
        if (rewrapped)
            continue;
        ++failed;
        m_log.write(Logger::App, LogLevel::Error, u"the data key of a site could not be wrapped anew"_s,
                    {{}, version.slug, {}},
                    {{"event_type", "data_key_not_rewrapped"}, {"detail", rewrapped.error().message}});
    }
    m_log.write(Logger::App, LogLevel::Info, u"data keys of sites were wrapped by the current master key"_s, {},
                {{"event_type", "data_keys_rewrapped"}, {"sites", done}, {"failed", failed}});
}

} // namespace tenantry::server
