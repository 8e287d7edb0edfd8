// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"
#include "server/routing/call.h"

#include <chrono>

namespace tenantry::server {

// The cookies of people who sign in with a browser: a session, and a token that pages of other origins cannot read and
// so cannot send. Each site has its own: they carry its name and path where sites share a host.

/// The value of the cookie in the request (RFC 6265 section 4.2), or nothing.
QByteArray cookieValue(const http::Request &request, const QByteArray &name);

QByteArray sessionCookieName(const Call &call);
QByteArray csrfCookieName(const Call &call);
/// Of a sign-in at a provider that is under way.
QByteArray attemptCookieName(const Call &call);

/// Who may read a cookie: HTTP alone, or the scripts of our pages too.
enum class CookieReader { Http, Scripts };
/// Gives the browser a cookie for what lies below the site's path; a lifetime of zero takes it back.
void setCookie(http::Response &response, const Call &call, const QByteArray &name, const QByteArray &value,
               std::chrono::seconds lifetime, CookieReader reader);

/// Whether `sent`, from a header or a form, is the token of the request's CSRF cookie.
bool isCsrfToken(const Call &call, const QByteArray &sent);

} // namespace tenantry::server
