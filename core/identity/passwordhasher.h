// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/threadpool.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>

namespace tenantry::identity {

/// Hashes and verifies passwords on threads of its own, so that a storm of sign-ins slows sign-ins and nothing else.
/// The queue is bounded: beyond it the answer is Unavailable at once. Answers come on the hasher's threads.
/// Thread-safe; destroying it ends what runs and drops what waits.
class PasswordHasher
{
public:
    explicit PasswordHasher(int threads = 2, std::size_t queueLimit = 256);
    ~PasswordHasher();
    PasswordHasher(const PasswordHasher &) = delete;
    PasswordHasher &operator=(const PasswordHasher &) = delete;

    Later<QString> hash(const QString &password);
    /// Whether `password` belongs to `hash`. An empty hash (no such user, no usable password) takes the same time and
    /// is never matched.
    Later<bool> verify(const QString &password, const QString &hash);

private:
    template<class T>
    Later<T> enqueue(std::function<Result<T>()> work);

    QByteArray m_decoy; ///< stands in for the hash of nobody
    std::atomic<bool> m_ending = false;
    ThreadPool m_threads; ///< last: its work ends before the rest goes
};

} // namespace tenantry::identity
