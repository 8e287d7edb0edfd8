// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/mfa/factorowner.h"
#include "core/identity/signin.h"
#include "server/api/api.h"

namespace tenantry::server {

/// The session that a request came with, of X-Session-Token or the cookie; empty: none.
QByteArray sessionTokenOf(const Call &call);

/// The same where that decides who the caller is: a session beside Authorization may be another's, and pages send
/// cookies unasked.
QByteArray decidingSession(const Call &call);

/// The caller's own session, alive. Forbidden for who is signed in with a token or key: what protects an account is not
/// changed with those.
Result<identity::SignedIn> ownSession(const Call &call, const Services &services);

/// Answers as that session, whose holder has just shown once more who they are.
Later<http::Response> confirmedSession(const CallPtr &call, const Services &services);

/// Whether the session's holder has shown in the last five minutes who they are.
bool isRecent(const identity::SignedIn &session, const Clock &clock);

/// Whose second factors the caller's are.
identity::FactorOwner factorOwner(const Call &call, const Services &services, const identity::Subject &subject);

} // namespace tenantry::server
