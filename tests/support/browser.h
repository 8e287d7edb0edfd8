// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "tests/support/childprocess.h"

#include <QTemporaryDir>

namespace tenantry::test {

/// A page in a headless Chromium of its own, driven over the DevTools protocol (https://chromedevtools.github.io) on a
/// pair of pipes. It remembers what the page asked the network for and what it complained about. Nothing but loopback
/// resolves for it. Faults of the browser itself end the test.
class Browser
{
public:
    /// The installed Chromium, or empty.
    static QString program();

    Browser();
    ~Browser();

    void open(const QString &url);
    /// What the expression is; promises are awaited. An exception of the page fails the test. Null when the page went
    /// away meanwhile, as after a click that leads elsewhere.
    json::Value evaluate(const QString &expression);
    /// Waits until the expression is true, for at most a minute; answers whether it became so.
    bool becomes(const QString &expression);

    const QStringList &requests() const { return m_requests; } ///< every URL since the start
    const QStringList &complaints() const
    {
        return m_complaints;
    } ///< errors in the console, refusals by CSP, exceptions

private:
    json::Value call(const char *method, json::Object parameters = {});
    json::Value run(json::Object parameters); ///< Runtime.evaluate; null when the page went away meanwhile
    json::Value answerTo(const char *method, json::Object parameters);
    void send(const QByteArray &message);
    json::Value receive();
    void note(const json::Value &event);

    QTemporaryDir m_profile;
    std::unique_ptr<ChildProcess> m_process;
    int m_toBrowser = -1;
    int m_fromBrowser = -1;
    QByteArray m_received;
    std::string m_session; ///< of the page; empty until it is attached
    std::int64_t m_lastId = 0;
    QStringList m_requests;
    QStringList m_complaints;
};

} // namespace tenantry::test
