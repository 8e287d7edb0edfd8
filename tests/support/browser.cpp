// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/browser.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

constexpr int patience = 60'000; ///< milliseconds; a machine that builds and tests at once is slow
constexpr int interval = 50;     ///< milliseconds between looks at the page

QStringList arguments(const QString &profile)
{
    return {u"--headless"_s,
            u"--remote-debugging-pipe"_s,
            u"--no-first-run"_s,
            u"--disable-gpu"_s,
            u"--disable-extensions"_s,
            u"--disable-background-networking"_s,
            u"--disable-sync"_s,
            u"--disable-dev-shm-usage"_s,
            u"--no-sandbox"_s, // its own is not available to root and in containers; the pages are ours
            u"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"_s,
            u"--user-data-dir="_s + profile,
            u"about:blank"_s};
}

json::Object object(std::initializer_list<std::pair<std::string_view, json::Value>> members)
{
    json::Object result;
    for (const auto &[key, value] : members)
        result.set(key, value);
    return result;
}

/// Whether the page went away before it had answered.
bool isGone(const json::Value &error)
{
    const std::string_view message = error["message"].string();
    return message == "Inspected target navigated or closed" || message == "Execution context was destroyed.";
}

json::Value resultIn(const json::Value &answer, const char *method)
{
    if (!answer["error"].isNull())
        qFatal("%s: %s", method, json::write(answer["error"]).constData());
    return answer["result"];
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
    const QString commands = m_profile.filePath(u"commands"_s);
    const QString events = m_profile.filePath(u"events"_s);
    for (const QString &pipe : {commands, events}) {
        if (::mkfifo(QFile::encodeName(pipe).constData(), 0600) != 0)
            qFatal("no pipe for the browser");
    }
    // With --remote-debugging-pipe the browser reads messages from descriptor 3 and writes them to 4, each ended by
    // NUL.
    const QString shellLine = u"exec \"$@\" 3<'%1' 4>'%2'"_s.arg(commands, events);
    // Chromium does not start for users without a home.
    m_process = std::make_unique<ChildProcess>(
        u"/bin/sh"_s, QStringList{u"-c"_s, shellLine, u"sh"_s, program()} + arguments(m_profile.path()),
        ChildProcess::Variables{{u"HOME"_s, m_profile.path()}});
    // In the shell's order, since each waits for the other end.
    m_toBrowser = ::open(QFile::encodeName(commands).constData(), O_WRONLY | O_CLOEXEC);
    m_fromBrowser = ::open(QFile::encodeName(events).constData(), O_RDONLY | O_CLOEXEC);

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
    m_process->wait(std::chrono::milliseconds(patience));
}

void Browser::open(const QString &url)
{
    call("Page.navigate", object({{"url", url}}));
}

json::Value Browser::evaluate(const QString &expression)
{
    const json::Value answer =
        run(object({{"expression", expression}, {"awaitPromise", true}, {"returnByValue", true}}));
    if (!answer["exceptionDetails"].isNull())
        QTest::qFail(json::write(answer["exceptionDetails"]).constData(), __FILE__, __LINE__);
    return answer["result"]["value"];
}

bool Browser::becomes(const QString &expression)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        if (run(object({{"expression", expression}}))["result"]["value"].boolean())
            return true;
        QTest::qWait(interval);
    }
    return false;
}

json::Value Browser::run(json::Object parameters)
{
    const json::Value answer = answerTo("Runtime.evaluate", std::move(parameters));
    if (isGone(answer["error"]))
        return {};
    return resultIn(answer, "Runtime.evaluate");
}

json::Value Browser::call(const char *method, json::Object parameters)
{
    return resultIn(answerTo(method, std::move(parameters)), method);
}

json::Value Browser::answerTo(const char *method, json::Object parameters)
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
        return answer;
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
