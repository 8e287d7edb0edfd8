// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/client/transport.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace tenantry::client {

/// Whether one site may be written to from here. A production site is locked until somebody unlocks it, and for a time
/// only; so is a site whose environment nobody has told yet. The site's Session asks it before anything is sent, so no
/// caller can forget to. Lives on the thread of its Api.
class WriteLock : public QObject
{
public:
    enum class State {
        Open,     ///< not a production site: writing is always allowed
        Locked,   ///< reading only
        Unlocked, ///< a production site that may be written to for a while
    };

    static constexpr std::chrono::minutes unlockTime{15};

    /// `site` is named in the refusal.
    explicit WriteLock(QString site, QObject *parent = nullptr);

    /// Takes effect at once; a site that turns into a production site is locked.
    void setEnvironment(const QString &environment);
    /// As it was told last; empty before.
    const QString &environment() const { return m_environment; }
    State state() const;
    /// For an unlocked site, until it locks itself; zero otherwise.
    std::chrono::milliseconds remaining() const;

    /// Counts from now, also when it is unlocked already. Does nothing to an open site.
    void unlock(std::chrono::milliseconds time = unlockTime);
    /// Does nothing to an open site.
    void lock();

    /// Why this request must not be sent; nothing when it may.
    std::optional<Error> refusal(const Request &request) const;

    /// Calls `told` after each change of state() or environment(), as long as `guard` lives.
    void onChanged(QObject *guard, std::function<void()> told);

private:
    void announce();

    QString m_site;
    QString m_environment;
    bool m_protected = true;
    QDeadlineTimer m_until{0};
    QTimer m_expiry;
    std::vector<std::pair<QPointer<QObject>, std::function<void()>>> m_told;
};

} // namespace tenantry::client
