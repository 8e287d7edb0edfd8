// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secretreads.h"
#include "core/secrets/secrettypeservice.h"
#include "core/secrets/secretwrites.h"

namespace tenantry {
struct Config;
}

namespace tenantry::secrets {

/// The secrets of all sites of a deployment: the vault and the services over it. Thread-safe.
class Secrets
{
public:
    /// The master keys are those of the settings, or else of the file in the data folder, which is made where there is
    /// none. `policies` outlives the services.
    static Result<std::unique_ptr<Secrets>> open(const Config &config, const access::PolicyChecks &policies,
                                                 const Clock &clock, const Log &log);

    MasterKeys &masterKeys() { return *m_masterKeys; }
    const Vault &vault() const { return m_vault; }
    const SecretReads &reads() const { return m_reads; }
    const SecretWrites &writes() const { return m_writes; }
    const SecretTypeService &types() const { return m_types; }

private:
    Secrets(std::unique_ptr<MasterKeys> masterKeys, const access::PolicyChecks &policies, const Clock &clock,
            const Log &log);

    const std::unique_ptr<MasterKeys> m_masterKeys;
    const Vault m_vault;
    const SecretReads m_reads;
    const SecretWrites m_writes;
    const SecretTypeService m_types;
};

/// The master keys by themselves, for the command line.
Result<std::unique_ptr<MasterKeys>> openMasterKeys(const Config &config);

} // namespace tenantry::secrets
