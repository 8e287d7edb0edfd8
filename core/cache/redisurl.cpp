// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisurl.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::cache {

namespace {

tl::unexpected<Error> unusable(const QString &why)
{
    return failure(ErrorCode::NotConfigured,
                   u"The URL of the cache %1; write redis://HOST:PORT/DATABASE, with :PASSWORD@ before HOST where "
                   "there is one."_s.arg(why));
}

} // namespace

Result<RedisUrl> RedisUrl::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return unusable(u"cannot be read"_s);
    if (url.scheme() == u"rediss")
        return unusable(u"asks for TLS, which is not spoken to Redis; use a tunnel on this machine"_s);
    if (url.scheme() != u"redis")
        return unusable(u"does not begin with redis://"_s);
    if (url.hasQuery() || url.hasFragment())
        return unusable(u"has more than a database behind the host"_s);
    RedisUrl parsed;
    parsed.host = url.host(QUrl::FullyEncoded).toLatin1();
    parsed.port = url.port(parsed.port);
    parsed.user = url.userName(QUrl::FullyDecoded).toUtf8();
    parsed.password = url.password(QUrl::FullyDecoded).toUtf8();
    const QString database = url.path().mid(1);
    bool isNumber = true;
    if (!database.isEmpty())
        parsed.database = database.toInt(&isNumber);
    if (!isNumber || parsed.database < 0)
        return unusable(u"names a database that is no number"_s);
    return parsed;
}

} // namespace tenantry::cache
