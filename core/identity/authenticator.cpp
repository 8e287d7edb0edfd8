// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/authenticator.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

bool holds(const std::optional<Subject> &subject, std::int64_t epoch)
{
    return subject && subject->maySignIn() && subject->epoch() == epoch;
}

} // namespace

Authenticator::Authenticator(const Subjects &subjects, const Sessions &sessions, const Tokens &tokens,
                             const ApiKeys &apiKeys)
    : m_subjects(subjects)
    , m_sessions(sessions)
    , m_tokens(tokens)
    , m_apiKeys(apiKeys)
{
}

Result<Subject> Authenticator::bearer(const Realm &realm, QByteArrayView token) const
{
    const Claims claims = TRY(m_tokens.verify(realm.name(), token, TokenType::Access));
    auto subject = TRY(m_subjects.byId(realm, claims.holder.userId));
    if (!holds(subject, claims.holder.epoch))
        return failure(invalidToken());
    return *std::move(subject);
}

Result<Subject> Authenticator::session(const Realm &realm, const QByteArray &token) const
{
    const Error ended = Error::make(ErrorCode::Unauthorized, u"The session has ended; sign in again."_s);
    const auto session = TRY(m_sessions.find(realm, token));
    if (!session)
        return failure(ended);
    auto subject = TRY(m_subjects.byId(realm, session->userId));
    if (!holds(subject, session->epoch))
        return failure(ended);
    return *std::move(subject);
}

Result<Subject> Authenticator::apiKey(const Realm &realm, const QByteArray &key) const
{
    const Error unknown = Error::make(ErrorCode::Unauthorized, u"This API key is not valid here."_s);
    const auto holder = realm.site() ? TRY(m_apiKeys.holder(*realm.site(), key)) : std::nullopt;
    if (!holder)
        return failure(unknown);
    auto subject = TRY(m_subjects.byId(realm, *holder));
    if (!subject || !subject->maySignIn())
        return failure(unknown);
    return *std::move(subject);
}

} // namespace tenantry::identity
