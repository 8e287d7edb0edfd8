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
    QString onBehalfOf = {};     ///< whose share of what is asked at once it takes: a site's UUID
};

/// What it answers, whatever the status.
struct Answer
{
    int status = 0;
    QByteArray body;
};

/// Asks other servers over https, or http on this machine where `reach` has it, on threads of its own: at most ten
/// seconds and 256 KiB each, no redirects, no proxies, and only machines that may be reached, whatever their names
/// resolve to. A site has two requests under way at most, and a host is asked four things at once at most, so that
/// hosts that hang hold up nobody but the sites that ask them. Thread-safe.
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
        QString host;
        Promise<Answer> promise;
        QDeadlineTimer sendBy;
    };
    using Orders = std::deque<Order>;
    using Counts = std::unordered_map<QString, int>; ///< without zeros

    bool hasRoomFor(const Order &order) const;
    bool mayBegin(const Order &order) const;
    Orders beginWhatMay();
    void serve(const Order &order);
    static void settleUnsent(const Orders &orders);

    const Reach m_reach;
    const std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    Orders m_waiting;
    Counts m_ofHost; ///< that are under way
    Counts m_ofSite;
    int m_underWay = 0;
    ThreadPool m_threads; ///< last: what it runs uses the rest
};

} // namespace tenantry::fetch
