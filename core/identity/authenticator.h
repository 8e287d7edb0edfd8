// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/apikeys.h"
#include "core/identity/sessions.h"
#include "core/identity/subjects.h"
#include "core/identity/tokens.h"

namespace tenantry::identity {

/// Says who a request's credential belongs to, in the realm the request is for. On the path of every request: for a
/// token mostly what Tokens and Subjects remember, for a session or a key a small query besides. Every refusal is
/// Unauthorized. Thread-safe.
class Authenticator
{
public:
    Authenticator(const Subjects &subjects, const Sessions &sessions, const Tokens &tokens, const ApiKeys &apiKeys);

    Result<Subject> bearer(const Realm &realm, QByteArrayView token) const;
    Result<Subject> session(const Realm &realm, const QByteArray &token) const;
    /// Sites issue keys; the platform does not.
    Result<Subject> apiKey(const Realm &realm, const QByteArray &key) const;

private:
    const Subjects &m_subjects;
    const Sessions &m_sessions;
    const Tokens &m_tokens;
    const ApiKeys &m_apiKeys;
};

} // namespace tenantry::identity
