// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/configloader.h"

#include "core/config/configfile.h"
#include "core/config/option.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

/// Applies values in the order of the sources and collects what is wrong with them.
class Loader
{
public:
    explicit Loader(const ConfigSources &sources)
        : m_sources(sources)
    {
    }

    Result<LoadedConfig> load()
    {
        const ConfigFile file = TRY(configFile());
        for (const ConfigFile::Entry &entry : file.entries)
            fromFile(file, entry);
        for (const Option &option : allOptions())
            fromEnvironment(option);
        for (const Option &option : allOptions()) {
            if (const auto flag = m_sources.flags.constFind(option.name); flag != m_sources.flags.cend())
                apply(option, *flag, u"--"_s + option.flag);
        }
        checkTogether();
        if (!m_errors.empty())
            return failure(Error::invalid(std::move(m_errors)));
        return std::move(m_loaded);
    }

private:
    Result<ConfigFile> configFile() const
    {
        if (!m_sources.file.isEmpty())
            return readConfigFile(m_sources.file);
        const QString data = m_sources.flags.value(
            u"DATA_DIR"_s,
            m_sources.environment.value(u"TENANTRY_DATA_DIR"_s, m_sources.environment.value(u"DATA_DIR"_s)));
        const QString path = QDir(data).filePath(u"tenantry.conf"_s);
        return data.isEmpty() || !QFileInfo::exists(path) ? ConfigFile() : readConfigFile(path);
    }

    void fromFile(const ConfigFile &file, const ConfigFile::Entry &entry)
    {
        const QString origin = u"%1 line %2"_s.arg(file.name).arg(entry.line);
        if (const Option *option = findOption(entry.name))
            apply(*option, entry.value, origin);
        else
            m_errors.push_back(
                {origin, u"%1 is no setting; tenantry-server config --explain lists them"_s.arg(entry.name)});
    }

    void fromEnvironment(const Option &option)
    {
        for (const QString &name : {u"TENANTRY_"_s + option.name, QString(option.name)}) {
            if (const auto variable = m_sources.environment.constFind(name); variable != m_sources.environment.cend())
                return apply(option, *variable, name);
        }
    }

    void apply(const Option &option, const QString &text, const QString &origin)
    {
        if (const Result<void> done = option.set(m_loaded.config, text); done)
            m_loaded.origins.insert(option.name, origin);
        else
            m_errors.push_back({origin, done.error().fields.front().message});
    }

    void checkLocal(const QString &option, const std::vector<ListenAddress> &addresses)
    {
        const auto isForeign = [](const ListenAddress &where) { return !QHostAddress(where.address).isLoopback(); };
        if (m_loaded.config.local && std::any_of(addresses.begin(), addresses.end(), isForeign))
            m_errors.push_back({m_loaded.origins.value(option), u"must be a loopback address with --local"_s});
    }

    void checkTogether()
    {
        const Config &config = m_loaded.config;
        checkLocal(u"LISTEN"_s, config.listen);
        checkLocal(u"LISTEN_PLAIN"_s, config.listenPlain);
        if (!config.listenPlain.empty() && config.tlsCertificate.isEmpty())
            m_errors.push_back(
                {m_loaded.origins.value(u"LISTEN_PLAIN"_s), u"needs --tls-cert and --tls-key; use --listen"_s});
        if (!config.databaseUrl.isEmpty() && !config.databaseUrl.startsWith(u"postgresql://") &&
            !config.databaseUrl.startsWith(u"postgres://"))
            m_errors.push_back({m_loaded.origins.value(u"DATABASE_URL"_s), u"must begin with postgresql://"_s});
        if (!config.smtpUrl.isEmpty() && !config.smtpUrl.startsWith(u"smtp://") &&
            !config.smtpUrl.startsWith(u"smtps://"))
            m_errors.push_back({m_loaded.origins.value(u"SMTP_URL"_s), u"must begin with smtp:// or smtps://"_s});
        if (!config.cacheUrl.isEmpty() && !config.cacheUrl.startsWith(u"redis://"))
            m_errors.push_back({m_loaded.origins.value(u"CACHE_URL"_s), u"must begin with redis://"_s});
    }

    const ConfigSources &m_sources;
    LoadedConfig m_loaded;
    std::vector<FieldError> m_errors;
};

} // namespace

QHash<QString, QString> processEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> variables;
    for (const QString &name : environment.keys())
        variables.insert(name, environment.value(name));
    return variables;
}

Result<LoadedConfig> loadConfig(const ConfigSources &sources)
{
    return Loader(sources).load();
}

} // namespace tenantry
