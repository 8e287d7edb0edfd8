// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/browser.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

constexpr int patience = 20'000; ///< milliseconds
constexpr int interval = 50;     ///< milliseconds between looks at the page

/// With --remote-debugging-pipe the browser reads messages from descriptor 3 and writes them to 4, each ended by NUL.
constexpr int browserReads = 3;
constexpr int browserWrites = 4;

struct Pipe
{
    int readEnd = -1;
    int writeEnd = -1;

    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            qFatal("no pipe for the browser");
        readEnd = ends[0];
        writeEnd = ends[1];
    }
};

QStringList arguments(const QString &profile)
{
    QStringList result{u"--headless"_s,
                       u"--remote-debugging-pipe"_s,
                       u"--no-first-run"_s,
                       u"--disable-gpu"_s,
                       u"--disable-extensions"_s,
                       u"--disable-background-networking"_s,
                       u"--disable-sync"_s,
                       u"--disable-dev-shm-usage"_s,
                       u"--no-sandbox"_s, // its own is not available to root and in containers; the pages are ours
                       u"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"_s,
                       u"--user-data-dir="_s + profile};
    result.append(u"about:blank"_s);
    return result;
}

json::Object object(std::initializer_list<std::pair<std::string_view, json::Value>> members)
{
    json::Object result;
    for (const auto &[key, value] : members)
        result.set(key, value);
    return result;
}

} // namespace

QString Browser::program()
{
    for (const QString &name : {u"chromium"_s, u"chromium-browser"_s, u"google-chrome"_s}) {
        const QString path = QStandardPaths::findExecutable(name);
        if (!path.isEmpty())
            return path;
    }
    return {};
}

Browser::Browser()
{
    const Pipe commands;
    const Pipe events;
    m_process.setChildProcessModifier([commands, events] {
        // Above 4 first, so that neither copy overwrites what the other still needs.
        const int reads = ::fcntl(commands.readEnd, F_DUPFD, 10);
        const int writes = ::fcntl(events.writeEnd, F_DUPFD, 10);
        ::dup2(reads, browserReads);
        ::dup2(writes, browserWrites);
        ::close(reads);
        ::close(writes);
    });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_profile.path()); // Chromium does not start for users without a home
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program(), arguments(m_profile.path()));
    const bool started = m_process.waitForStarted(patience);
    ::close(commands.readEnd);
    ::close(events.writeEnd);
    m_toBrowser = commands.writeEnd;
    m_fromBrowser = events.readEnd;
    if (!started)
        qFatal("%s does not start: %s", qPrintable(program()), qPrintable(m_process.errorString()));

    const json::Value target = call("Target.createTarget", object({{"url", "about:blank"}}));
    const json::Value attached =
        call("Target.attachToTarget", object({{"targetId", target["targetId"]}, {"flatten", true}}));
    m_session = attached["sessionId"].string();
    for (const char *domain : {"Runtime.enable", "Log.enable", "Network.enable", "Page.enable"})
        call(domain);
}

Browser::~Browser()
{
    ::close(m_toBrowser); // ends it
    ::close(m_fromBrowser);
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Browser::open(const QString &url)
{
    call("Page.navigate", object({{"url", url}}));
}

json::Value Browser::evaluate(const QString &expression)
{
    const json::Value answer =
        call("Runtime.evaluate", object({{"expression", expression}, {"awaitPromise", true}, {"returnByValue", true}}));
    if (!answer["exceptionDetails"].isNull())
        QTest::qFail(json::write(answer["exceptionDetails"]).constData(), __FILE__, __LINE__);
    return answer["result"]["value"];
}

bool Browser::becomes(const QString &expression)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        const json::Value answer = call("Runtime.evaluate", object({{"expression", expression}}));
        if (answer["result"]["value"].boolean())
            return true;
        QTest::qWait(interval);
    }
    return false;
}

json::Value Browser::call(const char *method, json::Object parameters)
{
    json::Object message = object({{"id", ++m_lastId}, {"method", method}, {"params", std::move(parameters)}});
    if (!m_session.empty())
        message.set("sessionId", m_session);
    send(json::write(message));
    for (;;) {
        const json::Value answer = receive();
        if (answer["id"].integer() != m_lastId) {
            note(answer);
            continue;
        }
        if (!answer["error"].isNull())
            qFatal("%s: %s", method, json::write(answer["error"]).constData());
        return answer["result"];
    }
}

void Browser::send(const QByteArray &message)
{
    const QByteArray bytes = message + '\0';
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count = ::write(m_toBrowser, bytes.constData() + sent, std::size_t(bytes.size() - sent));
        if (count <= 0)
            qFatal("the browser has gone");
        sent += count;
    }
}

json::Value Browser::receive()
{
    const QDeadlineTimer deadline(patience);
    for (qsizetype end = m_received.indexOf('\0');; end = m_received.indexOf('\0')) {
        if (end >= 0) {
            const Result<json::Value> message = json::read({m_received.constData(), std::size_t(end)}, {.depth = 500});
            m_received.remove(0, end + 1);
            return message.value_or(json::Value()); // a page may say what our reader refuses; nobody waits for that
        }
        pollfd descriptor{m_fromBrowser, POLLIN, 0};
        if (::poll(&descriptor, 1, int(deadline.remainingTime())) <= 0)
            qFatal("the browser does not answer");
        char buffer[65536];
        const ssize_t count = ::read(m_fromBrowser, buffer, sizeof buffer);
        if (count <= 0)
            qFatal("the browser has gone");
        m_received.append(buffer, count);
    }
}

void Browser::note(const json::Value &event)
{
    const std::string_view method = event["method"].string();
    const json::Value &parameters = event["params"];
    if (method == "Network.requestWillBeSent")
        m_requests.append(parameters["request"]["url"].text());
    else if (method == "Log.entryAdded" && parameters["entry"]["level"].string() == "error")
        m_complaints.append(parameters["entry"]["text"].text());
    else if (method == "Runtime.consoleAPICalled" && parameters["type"].string() == "error")
        m_complaints.append(QString::fromUtf8(json::write(parameters["args"])));
    else if (method == "Runtime.exceptionThrown")
        m_complaints.append(QString::fromUtf8(json::write(parameters["exceptionDetails"])));
}

} // namespace tenantry::test
