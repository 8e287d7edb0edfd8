// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/signin.h"
#include "core/identity/signinsettings.h"
#include "server/routing/endpoint.h"

namespace tenantry::server {

// What the endpoints of `/_allauth/app/v1/` have in common.

/// An endpoint of sites and of the platform, for anybody.
Endpoint headlessEndpoint(http::Method method, QByteArray path, QByteArray operationId, QByteArray summary);

/// How people may sign in to the request's site; the defaults on the shared schema.
Result<identity::SignInSettings> signInSettingsOf(const Call &call);

/// The answer to who is signed in now.
http::Response headlessAuthenticated(const identity::SignedIn &signedIn);
/// The answer to who is not, and to signing out.
http::Response headlessNotAuthenticated(const identity::SignInSettings &settings);
/// The answer to who owes the second factor: the flow `mfa_authenticate` is pending, and `pending` the session token to
/// go on with. `factors`: what may be sent.
http::Response headlessPending(const identity::SignInSettings &settings, const QByteArray &pending,
                               const QStringList &factors);
/// The answer to who is yet to open the link that was mailed: the flow `verify_email` is pending, and `pending` the
/// session token to go on with.
http::Response headlessVerifyEmail(const identity::SignInSettings &settings, const QByteArray &pending);
/// The answer to who is signed in, but has not shown lately who they are: `reauthenticate` is the way.
http::Response headlessReauthenticate(const identity::SignedIn &signedIn, bool hasSecondFactor);
/// 400 in the words of this tree, about one field.
http::Response headlessProblem(const QString &message, std::string_view code, std::string_view field);

} // namespace tenantry::server
