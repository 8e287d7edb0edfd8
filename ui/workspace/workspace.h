// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/threadpool.h"
#include "core/base/wakeup.h"

#include <QObject>
#include <QPointer>
#include <QSqlDatabase>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace tenantry::ui {

/// What the console remembers between its runs: saved instances, history, and changes nobody has sent yet. An SQLite
/// file on a thread of its own: what is handed over runs there, in order, and the thread that made the workspace never
/// waits. Where the file cannot be used the console works on without it: reads find nothing, writes are dropped, and
/// problem() says why. Several consoles may share a file. To be used from the thread that made it.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Makes the file, and its folder, when it is not there; readable by its owner alone.
    explicit Workspace(const QString &file, QObject *parent = nullptr);
    /// Finishes what was handed over; results are given to nobody any more.
    ~Workspace() override;

    /// Writes. `work` must not touch what another thread may.
    void run(std::function<void(QSqlDatabase &)> work);

    /// Reads: `then` gets the result on this thread, unless `context` is gone by then; a default T when there is no
    /// file.
    template<class T>
    void ask(std::function<T(QSqlDatabase &)> work, QObject *context, std::function<void(T)> then)
    {
        hand([this, work = std::move(work), context = QPointer<QObject>(context), then = std::move(then)] {
            auto result = std::make_shared<T>(m_usable ? work(m_database) : T());
            giveBack([context, then, result] {
                if (context)
                    then(std::move(*result));
            });
        });
    }

    /// Why nothing is remembered, as a sentence for the user; empty when all is well, or not known yet.
    QString problem() const { return m_problem; }

signals:
    /// problem() is known now.
    void unusable(const QString &problem);

private:
    void open(const QString &file);
    void close();
    void hand(std::function<void()> work);
    /// From the workspace's thread to the one that made it.
    void giveBack(std::function<void()> result);
    void deliver();

    QString m_problem;
    bool m_usable = false; ///< with m_database the workspace's thread's alone
    QSqlDatabase m_database;

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_results;
    WakeUp m_delivery;
    ThreadPool m_thread{1}; ///< last: ends before the rest goes
};

} // namespace tenantry::ui
