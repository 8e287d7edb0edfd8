// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/passwordhasher.h"

#include "core/base/crypto.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

PasswordHasher::PasswordHasher(int threads, std::size_t queueLimit)
    : m_queueLimit(queueLimit)
    , m_decoy(crypto::hashPassword(crypto::randomBytes(16)).value_or(QByteArray()))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

PasswordHasher::~PasswordHasher()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_queue);
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
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
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= m_queueLimit)
            return failure(ErrorCode::Unavailable, u"Too many people are signing in right now; try again shortly."_s);
        m_queue.emplace_back([promise, work = std::move(work)] { promise.settle(work()); });
    }
    m_wake.notify_one();
    return later;
}

void PasswordHasher::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_stopping)
            return;
        const std::function<void()> work = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

} // namespace tenantry::identity
