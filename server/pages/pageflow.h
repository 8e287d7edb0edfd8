// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/signin.h"
#include "server/pages/pagewriter.h"
#include "server/pages/redirecttarget.h"
#include "server/routing/call.h"
#include "server/services.h"

#include <chrono>

namespace tenantry::server {

// What the pages below /accounts/ have in common: whose they are, and where a browser goes on to.

/// Where the browser is to go on to; without an address it stays here.
using Target = std::optional<RedirectTarget>;

/// "/sites/acme/accounts/login/" for "login".
QByteArray pagePath(const Call &call, const QByteArray &page);
PageText pageText(const Call &call, const QString &title, const QString &message, const QString &problem = {});

/// The address in the parameters, by either of its names; empty: there is none.
QString redirectTo(const Query &query);
/// An address that may be given tokens of this site; BadRequest for others.
Result<Target> targetOf(const Services &services, const Call &call, const QString &address);

/// 302, telling nobody where from.
http::Response redirect(const QByteArray &location);
/// The page for an address that targetOf() has refused.
http::Response wrongTarget(const Call &call, const Error &error);

/// How long a browser keeps what it is given: as long as a session that is not used.
std::chrono::seconds cookieLifetime(const Services &services);

/// On to the application, with tokens; without one, a page that says who is signed in.
http::Response signedInAnswer(const Call &call, const identity::SignedIn &who, const Target &target);
/// The same, and the browser is known from now on.
http::Response admittedAnswer(const Call &call, const Services &services, const identity::SignedIn &who,
                              const Target &target);

/// A page of ours, and with it where to go on to.
PageLink linkTo(const Call &call, const QByteArray &page, const QString &text, const Target &target);

/// What makes a form one of ours: the token that the browser has in its cookie, or a new one.
QByteArray csrfToken(const Call &call);

/// The form for name and password, and the cookie that says that it was asked for here.
http::Response passwordForm(const Call &call, const Services &services, const Target &target, const QString &login,
                            const QString &problem, int status);
/// The form for the second factor; `pending`: identity::PasswordOutcome::pending.
http::Response codeForm(const Call &call, const Services &services, const QByteArray &pending, const Target &target,
                        const QString &problem, int status);

} // namespace tenantry::server
