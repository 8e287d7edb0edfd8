// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/jsonpath.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

/// The claims of a token, when the text is one.
std::optional<json::Value> claimsOf(const json::Value &value)
{
    const QList<QByteArray> parts = value.text().toUtf8().split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const Result<json::Value> claims =
        json::read(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding).toStdString());
    return claims ? std::optional(*claims) : std::nullopt;
}

/// What stands at one step of a path: a member, an element, or a claim of a token.
std::optional<json::Value> step(const json::Value &at, const QString &part)
{
    if (at.isArray()) {
        bool number = false;
        const qulonglong index = part.toULongLong(&number);
        return number && index < at.array().size() ? std::optional(at.array()[index]) : std::nullopt;
    }
    if (at.isString()) {
        const std::optional<json::Value> claims = claimsOf(at);
        return claims ? step(*claims, part) : std::nullopt;
    }
    const json::Value *member = at.isObject() ? at.object().find(part.toStdString()) : nullptr;
    return member ? std::optional(*member) : std::nullopt;
}

} // namespace

std::optional<json::Value> valueAt(const json::Value &whole, const QString &path)
{
    const QStringList parts = path.split(u'.', Qt::SkipEmptyParts);
    std::optional<json::Value> at = whole;
    for (qsizetype i = 0; at && i < parts.size(); ++i) {
        std::optional<json::Value> next = step(*at, parts[i]);
        for (qsizetype end = i + 1; !next && at->isObject() && end < parts.size(); ++end) {
            next = step(*at, parts.mid(i, end - i + 1).join(u'.'));
            if (next)
                i = end;
        }
        at = std::move(next);
    }
    return at;
}

QString plainText(const json::Value &value)
{
    return value.isString() ? value.text() : QString::fromUtf8(json::write(value));
}

} // namespace tenantry::test
