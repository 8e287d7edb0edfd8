// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/refusalpages.h"

#include "core/json/reader.h"
#include "server/pages/pageflow.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

bool isContentType(const std::pair<QByteArray, QByteArray> &header)
{
    return header.first.compare("Content-Type", Qt::CaseInsensitive) == 0;
}

bool isJson(const http::Response &response)
{
    const auto type = std::find_if(response.headers.begin(), response.headers.end(), isContentType);
    return !response.device && type != response.headers.end() && type->second.startsWith("application/json");
}

bool isForBrowser(const Call &call)
{
    return call.localPath.startsWith("/accounts/") && call.request.header("Accept").contains("text/html");
}

QString messageIn(const http::Response &response)
{
    const auto body = json::read({response.body.constData(), std::size_t(response.body.size())});
    return body ? (*body)["message"].text() : QString();
}

} // namespace

Middleware refusalPages()
{
    return {{}, [](const Call &call, http::Response &response) {
                if (response.status < 400 || !isForBrowser(call) || !isJson(response))
                    return;
                http::Response page = messagePage(pageText(call, u"This did not work"_s, {}, messageIn(response)),
                                                  {u"Sign in"_s, pagePath(call, "login")}, response.status);
                std::copy_if(response.headers.begin(), response.headers.end(), std::back_inserter(page.headers),
                             [](const auto &header) { return !isContentType(header); });
                response = std::move(page);
            }};
}

} // namespace tenantry::server
