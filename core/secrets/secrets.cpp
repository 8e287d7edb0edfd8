// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrets.h"

#include "core/config/config.h"
#include "core/config/masterkey.h"

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

Result<std::unique_ptr<MasterKeys>> openMasterKeys(const Config &config)
{
    if (!config.masterKeys.isEmpty())
        return MasterKeys::create([keys = config.masterKeys]() -> Result<QByteArrayList> { return keys; });
    if (config.dataDirectory.isEmpty())
        return failure(ErrorCode::NotConfigured, u"Say where the master key is, with --data or MASTER_KEY."_s);
    return MasterKeys::create([folder = config.dataDirectory] { return masterKeysIn(folder); });
}

Result<std::unique_ptr<Secrets>> Secrets::open(const Config &config, const access::PolicyChecks &policies,
                                               const Clock &clock, const Log &log)
{
    auto masterKeys = TRY(openMasterKeys(config));
    return std::unique_ptr<Secrets>(new Secrets(std::move(masterKeys), policies, clock, log));
}

Secrets::Secrets(std::unique_ptr<MasterKeys> masterKeys, const access::PolicyChecks &policies, const Clock &clock,
                 const Log &log)
    : m_masterKeys(std::move(masterKeys))
    , m_vault(*m_masterKeys)
    , m_reads(m_vault, policies, clock, log)
    , m_writes(m_vault, clock)
    , m_types(clock)
{
}

} // namespace tenantry::secrets
