// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/secretrequest.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

Endpoint secretEndpoint(http::Method method, const QByteArray &path, const QByteArray &operationId,
                        const QByteArray &summary)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "secrets";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    return endpoint;
}

Field appParameter()
{
    return {.name = "app", .description = "Slug of an app; without it the secrets of the site"};
}

secrets::Caller callerOf(const Call &call)
{
    return {call.user, QString::fromLatin1(call.request.remoteAddress), QString::fromUtf8(call.correlationId)};
}

QString appOf(const Call &call)
{
    return call.query.value(u"app"_s).value_or(QString());
}

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = name.trimmed(); !trimmed.isEmpty())
            names.append(trimmed);
    }
    names.removeDuplicates();
    return names;
}

Result<QStringList> listField(const json::Value &body, std::string_view name)
{
    QStringList texts;
    for (const json::Value &item : body[name].array()) {
        if (!item.isString())
            return failure(Error::field(QString::fromUtf8(name.data(), qsizetype(name.size())), u"Must list texts."_s));
        texts.append(item.text());
    }
    return texts;
}

} // namespace tenantry::server
