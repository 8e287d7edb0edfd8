// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accountlinks.h"
#include "server/pages/pageflow.h"
#include "server/routing/endpoint.h"

namespace tenantry::server {

// What the pages have in common that mailed links lead to, and those that links are asked for on.

using LinkPageHandler = Answer (*)(const CallPtr &call, const AccountLinks &links);

/// A page for anybody. What is sent to one is as rare as signing in.
Endpoint linkPage(const AccountLinksPtr &links, http::Method method, const char *path, const char *operationId,
                  const char *summary, LinkPageHandler handler);

/// What the browser has sent with a form.
class SentLinkForm
{
public:
    explicit SentLinkForm(const Call &call);

    QString field(const QString &name) const { return m_sent.value(name).value_or(QString()); }
    /// Whether the form was asked for here.
    bool isOurs() const { return m_isOurs; }
    QString redirectTo() const { return server::redirectTo(m_sent); }

private:
    Query m_sent;
    bool m_isOurs;
};

/// What is said of a form that is not.
QString notOurs();

/// The form with the token that makes it one of ours, and the cookie that goes with it.
http::Response linkForm(const Call &call, const Services &services, const PageText &text, PageForm form, int status);

/// All that is wrong, in sentences.
QString wordsOf(const Error &error);

/// The page for a link that is no good; any other error is passed on.
Result<http::Response> badLink(const Call &call, Error error);

} // namespace tenantry::server
