// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/redirecttarget.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr qsizetype longest = 2048;

Error notAllowed()
{
    return Error::make(
        ErrorCode::BadRequest,
        u"This site does not know the application that sent you here, and does not sign you in for it."_s,
        u"An administrator adds origins with CORS_ALLOWED_ORIGINS."_s);
}

/// Browsers and QUrl differ over what these mean, and then the one checks another address than the other opens.
bool isAmbiguous(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c <= u' ' || c == u'\\' || c.unicode() == 0x7F; });
}

} // namespace

RedirectTarget::RedirectTarget(QUrl url)
    : m_url(std::move(url))
{
}

Result<RedirectTarget> RedirectTarget::parse(const QString &text, const Trust &trust)
{
    if (text.size() > longest || isAmbiguous(text))
        return failure(notAllowed());
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return failure(notAllowed());
    RedirectTarget target(url);
    if (!trust(QUrl(QString::fromLatin1(target.origin()))))
        return failure(notAllowed());
    return target;
}

QByteArray RedirectTarget::origin() const
{
    return m_url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

QByteArray RedirectTarget::plain() const
{
    return m_url.toEncoded();
}

QByteArray RedirectTarget::withFragment(const std::vector<std::pair<QByteArray, QByteArray>> &members) const
{
    QByteArray fragment;
    for (const auto &[name, value] : members)
        fragment += (fragment.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    const bool hasOne = m_url.hasFragment() && !m_url.fragment().isEmpty();
    const QByteArray before = hasOne ? plain() + '&' : m_url.toEncoded(QUrl::RemoveFragment) + '#';
    return before + fragment;
}

} // namespace tenantry::server
