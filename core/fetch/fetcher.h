// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/threadpool.h"
#include "core/fetch/reach.h"

#include <QByteArrayList>
#include <QDeadlineTimer>
#include <QString>

#include <chrono>
#include <deque>
#include <mutex>
#include <unordered_map>

namespace tenantry::fetch {

/// What is asked of another server.
struct Request
{
    QString url;
    QByteArray body = {};        ///< with one it is a POST
    QByteArrayList headers = {}; ///< "Accept: application/json"
};

/// What it answers, whatever the status.
struct Answer
{
    int status = 0;
    QByteArray body;
};

/// Asks other servers over https, or http on this machine where `reach` has it, on threads of its own: at most ten
/// seconds and 256 KiB each, no redirects, no proxies, and only machines that may be reached, whatever their names
/// resolve to. A host is asked one thing at a time, so that one that hangs holds up nobody but those who ask it.
/// Thread-safe.
class Fetcher
{
public:
    static constexpr std::chrono::milliseconds usualPatience = std::chrono::seconds(10);

    /// `patience`: how long an answer may take, and how long a request may wait before it is sent.
    explicit Fetcher(Reach reach, std::chrono::milliseconds patience = usualPatience);

    /// Unavailable when there was no answer, with the reason as its cause; RateLimited when it was not sent, since too
    /// much waits.
    Later<Answer> send(const Request &request);

private:
    struct Order
    {
        Request request;
        Promise<Answer> promise;
        QDeadlineTimer sendBy;
    };
    using Orders = std::deque<Order>;

    bool begin(const QString &host, const Order &order);
    void serve(const QString &host, const Order &order);
    void passOn(const QString &host);

    const Reach m_reach;
    const std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::unordered_map<QString, Orders> m_waiting; ///< by host, for each that is being asked
    ThreadPool m_threads;                          ///< last: what it runs uses the rest
};

} // namespace tenantry::fetch
