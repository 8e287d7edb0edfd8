// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providers/signinsettingsservice.h"

#include "core/audit/auditevents.h"
#include "core/identity/providers/providerstore.h"
#include "core/identity/providers/signinconfigurationjson.h"
#include "core/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

const Provider *named(const std::vector<Provider> &providers, const QString &id)
{
    const auto found =
        std::find_if(providers.begin(), providers.end(), [&](const Provider &provider) { return provider.id == id; });
    return found == providers.end() ? nullptr : &*found;
}

std::vector<FieldError> problemsOf(const std::vector<ProviderWanted> &providers, PlainLoopback loopback)
{
    std::vector<FieldError> problems;
    QStringList seen;
    for (std::size_t i = 0; i < providers.size(); ++i) {
        const QString path = u"providers.%1"_s.arg(i);
        const auto found = identity::problemsOf(providers[i], path, loopback);
        problems.insert(problems.end(), found.begin(), found.end());
        if (seen.contains(providers[i].id))
            problems.push_back({path + u".provider"_s, u"Each provider stands here once."_s});
        seen.append(providers[i].id);
    }
    return problems;
}

/// Whoever changes a provider's address must know its secret, which nobody is told: it would be sent there.
bool keepsSecretOfAnotherServer(const SignInConfiguration &former, const SignInConfiguration &wanted,
                                const Provider &provider)
{
    const Provider *before = named(former.providers, provider.id);
    return before && !provider.sealedSecret.isEmpty() && provider.sealedSecret == before->sealedSecret &&
           before->effective(former.customOauth()).serverUrl != provider.effective(wanted.customOauth()).serverUrl;
}

/// What can be said of the whole alone.
Result<void> checkTogether(const SignInConfiguration &former, const SignInConfiguration &wanted)
{
    std::vector<FieldError> problems;
    const QString &primary = wanted.settings.primaryProvider;
    if (primary != "email"_L1 && !named(wanted.providers, primary))
        problems.push_back({u"primary_provider"_s, u"email, or one of the site's providers."_s});
    for (std::size_t i = 0; i < wanted.providers.size(); ++i) {
        if (wanted.providers[i].effective(wanted.customOauth()).serverUrl.isEmpty())
            problems.push_back({u"providers.%1.settings.server_url"_s.arg(i),
                                u"Say where the provider is, here or in custom_oauth_settings."_s});
        if (keepsSecretOfAnotherServer(former, wanted, wanted.providers[i]))
            problems.push_back({u"providers.%1.secret"_s.arg(i), u"Send it again: it was given for another server."_s});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

const audit::history::Record record{u"sign_in_settings"_s, u"1"_s};

} // namespace

Result<SignInConfiguration> SignInConfiguration::load(sql::Session &session)
{
    SignInSettings settings = TRY(SignInSettings::load(session));
    auto providers = TRY(providerstore::all(session));
    return SignInConfiguration{std::move(settings), std::move(providers)};
}

json::Value SignInConfiguration::customOauth() const
{
    return json::read(settings.customOauthSettings).value_or(json::Object());
}

std::vector<Provider> SignInConfiguration::open() const
{
    return settings.allowSocialLogin ? providers : std::vector<Provider>();
}

SignInSettingsService::SignInSettingsService(const secrets::Vault &vault, const Clock &clock, PlainLoopback loopback)
    : m_vault(vault)
    , m_clock(clock)
    , m_loopback(loopback)
{
}

Result<SignInConfiguration> SignInSettingsService::find(const Site &site, const secrets::Caller &caller) const
{
    TRY(caller.requireManager());
    return site.read(SignInConfiguration::load, sql::ReadKind::Snapshot);
}

Result<Page<audit::history::Entry>> SignInSettingsService::history(const Site &site, const secrets::Caller &caller,
                                                                   const audit::history::Query &query) const
{
    TRY(caller.requireManager());
    return site.read([&](sql::Session &session) { return audit::history::list(session, record, query); },
                     sql::ReadKind::Snapshot);
}

Later<SignInConfiguration>
SignInSettingsService::update(const Site &site, const secrets::Caller &caller, const SignInSettingsChange &change,
                              const std::optional<std::vector<ProviderWanted>> &providers) const
{
    TRY(caller.requireManager());
    std::vector<FieldError> problems = providers ? problemsOf(*providers, m_loopback) : std::vector<FieldError>();
    if (change.customOauthSettings) {
        const auto found = oauthSettingsProblems(*change.customOauthSettings, u"custom_oauth_settings"_s,
                                                 customOauthRules(), m_loopback);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return site.write([=, this, now = m_clock.now()](sql::Transaction &transaction) -> Result<SignInConfiguration> {
        const SignInConfiguration former = TRY(SignInConfiguration::load(transaction));
        SignInConfiguration configuration = former;
        change.apply(configuration.settings);
        if (providers)
            configuration.providers = TRY(sealedProviders(transaction, site, former.providers, *providers));
        TRY(checkTogether(former, configuration));
        TRY(configuration.settings.save(transaction));
        if (providers)
            TRY(providerstore::replaceAll(transaction, configuration.providers));
        TRY(audit::record(transaction, {0, now, caller.name(), u"sign_in_settings.update"_s, u"sign_in_settings"_s,
                                        caller.address, caller.correlationId}));
        SignInConfiguration stored = TRY(SignInConfiguration::load(transaction));
        TRY(audit::history::add(transaction,
                                {record, audit::history::Change::Changed, signInConfigurationJson(stored)}));
        return stored;
    });
}

Result<std::vector<Provider>> SignInSettingsService::sealedProviders(sql::Transaction &transaction, const Site &site,
                                                                     const std::vector<Provider> &former,
                                                                     const std::vector<ProviderWanted> &wanted) const
{
    std::vector<Provider> providers;
    for (const ProviderWanted &one : wanted) {
        Provider provider{
            one.id, one.name.value_or(defaultName(one.id)).trimmed(), one.clientId.trimmed(), {}, one.settings};
        if (const Provider *before = named(former, one.id); before && !one.secret)
            provider.sealedSecret = before->sealedSecret;
        if (one.secret && !one.secret->isEmpty()) {
            const secrets::DataKey key = TRY(m_vault.ensureDataKey(transaction, site.uuid()));
            provider.sealedSecret = key.seal(one.secret->toUtf8(), placeOfSecret(one.id));
        }
        providers.push_back(std::move(provider));
    }
    return providers;
}

} // namespace tenantry::identity
