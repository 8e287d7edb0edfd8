// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArray>

#include <memory>

namespace tenantry::test {

/// A key pair that signs JSON Web Tokens, for tests of who checks them.
class TokenSigner
{
public:
    enum class Algorithm { Rs256, Es256 };

    explicit TokenSigner(Algorithm algorithm, const QByteArray &keyId = "one", int rsaBits = 2048);

    /// The public key as a JSON Web Key.
    json::Value publicKey() const;
    QByteArray token(const json::Object &claims) const;
    /// With any header.
    QByteArray token(const json::Object &header, const json::Object &claims) const;

private:
    const char *algorithmName() const;
    QByteArray number(const char *parameter) const;
    QByteArray signature(const QByteArray &data) const;

    Algorithm m_algorithm;
    QByteArray m_keyId;
    std::shared_ptr<void> m_key;
};

} // namespace tenantry::test
