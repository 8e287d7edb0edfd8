// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/wakeup.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <thread>

namespace tenantry {

/// A thread for one piece of work that an event loop must not wait for, joined when its answer is given. For what is
/// done once in a while: it begins a thread each time.
template<class T>
class Aside
{
public:
    /// Runs `work` at once on a thread of its own, and `then` with its answer on the calling thread, unless `context`
    /// is gone by then.
    static void run(std::function<T()> work, QObject *context, std::function<void(T)> then)
    {
        new Aside(std::move(work), context, std::move(then)); // ends itself
    }

private:
    Aside(std::function<T()> work, QObject *context, std::function<void(T)> then)
        : m_context(context)
        , m_then(std::move(then))
        , m_done([this] { finish(); })
        , m_thread([this, work = std::move(work)] {
            m_answer = work();
            m_done.wake();
        })
    {
    }

    void finish()
    {
        m_thread.join();
        if (m_context)
            m_then(std::move(*m_answer));
        QTimer::singleShot(0, QCoreApplication::instance(),
                           [this] { delete this; }); // not from within m_done's own call
    }

    QPointer<QObject> m_context;
    std::function<void(T)> m_then;
    std::optional<T> m_answer;
    WakeUp m_done;
    std::thread m_thread; ///< last: it uses the rest
};

} // namespace tenantry
