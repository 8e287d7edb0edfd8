// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/threadpool.h"
#include "core/fetch/reach.h"

#include <QByteArrayList>
#include <QString>

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
/// seconds and a mebibyte each, no redirects, no proxies, and only machines that may be reached, whatever their names
/// resolve to. Thread-safe.
class Fetcher
{
public:
    explicit Fetcher(Reach reach);

    /// Unavailable when there was no answer, with the reason as its cause, or when too much waits.
    Later<Answer> send(const Request &request);

private:
    const Reach m_reach;
    ThreadPool m_threads;
};

} // namespace tenantry::fetch
