// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/passwordhasher.h"

#include "core/base/crypto.h"

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

/// A crowd that signs in keeps all cores busy; requests that wait for one go first. On Linux the niceness is a thread's
/// own.
void letRequestsGoFirst()
{
    constexpr int niceness = 5;
    thread_local const int done = ::setpriority(PRIO_PROCESS, id_t(::gettid()), niceness);
    (void)done; // without it sign-ins only take their full share
}

} // namespace

PasswordHasher::PasswordHasher(int threads, std::size_t queueLimit)
    : m_decoy(crypto::hashPassword(crypto::randomBytes(16)).value_or(QByteArray()))
    , m_threads(threads, queueLimit)
{
}

PasswordHasher::~PasswordHasher()
{
    m_ending = true;
}

Later<QString> PasswordHasher::hash(const QString &password)
{
    return enqueue<QString>(
        [password]() -> Result<QString> { return QString::fromLatin1(TRY(crypto::hashPassword(password.toUtf8()))); });
}

Later<bool> PasswordHasher::verify(const QString &password, const QString &hash)
{
    return enqueue<bool>([this, password, hash]() -> Result<bool> {
        const bool matches = crypto::verifyPassword(password.toUtf8(), hash.isEmpty() ? m_decoy : hash.toLatin1());
        return matches && !hash.isEmpty();
    });
}

template<class T>
Later<T> PasswordHasher::enqueue(std::function<Result<T>()> work)
{
    Promise<T> promise;
    Later<T> later = promise.later();
    const bool taken = m_threads.post([this, promise, work = std::move(work)] {
        letRequestsGoFirst();
        if (!m_ending)
            promise.settle(work());
    });
    if (!taken)
        return failure(ErrorCode::Unavailable, u"Too many people are signing in right now; try again shortly."_s);
    return later;
}

} // namespace tenantry::identity
