// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace tenantry {
class LogTail;
}

namespace tenantry::ui {

/// A server this program runs itself, over one data folder: a real one, on loopback, spoken to like any other. The
/// program implements it; the window only starts and stops it. Both return at once and end in a signal.
class LocalServer : public QObject
{
    Q_OBJECT

public:
    /// How to reach and enter a running server.
    struct Access
    {
        QUrl url;
        QString email;
        QString password;
    };

    using QObject::QObject;

    /// The last lines of its log; null for a server that keeps none.
    virtual std::shared_ptr<LogTail> log() const { return {}; }

    /// `directory` is made when it does not exist. Ends in started() or failed().
    virtual void start(const QString &directory) = 0;
    /// Finishes what runs, then emits stopped(); at once when nothing runs.
    virtual void stop() = 0;

signals:
    void started(const tenantry::ui::LocalServer::Access &access);
    void failed(const tenantry::Error &error);
    void stopped();
};

using LocalServerFactory = std::function<std::unique_ptr<LocalServer>()>;

} // namespace tenantry::ui
