// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/vault.h"
#include "tests/support/testdatabase.h"

namespace tenantry::test {

/// A vault with one master key.
struct TestVault
{
    std::unique_ptr<secrets::MasterKeys> masterKeys = expectValue(
        secrets::MasterKeys::create([]() -> Result<QByteArrayList> { return QByteArrayList{QByteArray(32, 'm')}; }));
    secrets::Vault vault{*masterKeys};
};

} // namespace tenantry::test
