// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/refusal.h"

#include "core/base/ids.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

QString nameOf(Effect effect)
{
    switch (effect) {
    case Effect::Always:
        return u"always"_s;
    case Effect::Never:
        return u"never"_s;
    case Effect::Conditional:
        return u"conditional"_s;
    }
    return {};
}

} // namespace

QString newReference()
{
    return QString::fromLatin1(randomToken(12));
}

json::Value decisionJson(const Decision &decision, const QString &reference)
{
    json::Array chain;
    for (const Reason &reason : decision.chain) {
        json::Object step;
        step.set("kind", reason.kind);
        step.set("name", reason.name);
        step.set("clause", reason.clause);
        chain.emplace_back(std::move(step));
    }
    json::Object object;
    object.set("reference", reference);
    object.set("effect", nameOf(decision.effect));
    object.set("chain", std::move(chain));
    return object;
}

Error refused(const Decision &decision, QString message, QString detail)
{
    if (!decision.chain.empty() && decision.chain.back().kind == "unavailable"_L1)
        return Error::make(ErrorCode::Unavailable, u"The policies of the app cannot be read just now."_s,
                           u"Try again in a moment."_s);
    const QString reference = newReference();
    json::Object data;
    data.set("reference", reference);
    Error error = Error::make(ErrorCode::Forbidden, std::move(message), std::move(detail));
    error.data = json::write(data);
    error.cause = QString::fromUtf8(json::write(decisionJson(decision, reference)));
    return error;
}

} // namespace tenantry::access
