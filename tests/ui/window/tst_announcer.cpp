// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/connections/instances.h"
#include "ui/tasks/tasklist.h"
#include "ui/window/announcer.h"
#include "ui/workspace/workspace.h"

#include <QTcpServer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

/// Never starts.
class BrokenServer : public LocalServer
{
public:
    void start(const QString &) override
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                emit failed(
                    Error::make(ErrorCode::Unavailable, u"The folder is in use."_s, u"Close the other console."_s));
            },
            Qt::QueuedConnection);
    }
    void stop() override { emit stopped(); }
};

/// Where nobody listens.
QUrl silentUrl()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

} // namespace

/// What the message log learns by itself.
class TestAnnouncer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void instancesComeAndGo();
    void silenceIsAWarning();
    void startThatFailsSaysWhyAndWhere();
    void tasksTellHowTheyEnded();

private:
    const Message &last() const { return m_log->at(m_log->rowCount() - 1); }
    Instance *connectTo(const QUrl &url);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Instances> m_instances;
    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<MessageLog> m_log;
    std::unique_ptr<Announcer> m_announcer;
};

void TestAnnouncer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<Workspace>(m_folder->filePath(u"workspace.db"_s));
    m_instances = std::make_unique<Instances>([] { return std::make_unique<BrokenServer>(); });
    m_tasks = std::make_unique<TaskList>();
    m_log = std::make_unique<MessageLog>();
    m_announcer = std::make_unique<Announcer>(*m_log, *m_instances, *m_tasks, *m_workspace);
}

void TestAnnouncer::cleanup()
{
    m_announcer.reset();
    m_log.reset();
    m_tasks.reset();
    m_instances.reset();
    m_workspace.reset();
    m_folder.reset();
}

Instance *TestAnnouncer::connectTo(const QUrl &url)
{
    auto api = std::make_unique<client::Api>(url);
    api->begin(u"ada@example.org"_s, {"access", "refresh", std::chrono::hours(1)});
    m_instances->add(u"Production"_s, std::move(api));
    return m_instances->all().back();
}

void TestAnnouncer::instancesComeAndGo()
{
    Instance *instance = connectTo(silentUrl());
    QCOMPARE(m_log->rowCount(), 1);
    QCOMPARE(last().instance, u"Production"_s);
    QVERIFY(last().text.contains("ada@example.org"_L1));
    m_instances->remove(instance);
    QCOMPARE(m_log->rowCount(), 2);
    QCOMPARE(last().severity, Message::Severity::Info);
}

void TestAnnouncer::silenceIsAWarning()
{
    Instance *instance = connectTo(silentUrl());
    instance->api().organizations(1).then(this, [](const auto &) {});
    QTRY_COMPARE(last().severity, Message::Severity::Warning);
    QVERIFY(last().text.startsWith(instance->connection().problem()));
    QCOMPARE(last().instance, u"Production"_s);
}

void TestAnnouncer::startThatFailsSaysWhyAndWhere()
{
    m_instances->startLocal(m_folder->filePath(u"mine"_s));
    QTRY_COMPARE(m_log->rowCount(), 1);
    QCOMPARE(last().severity, Message::Severity::Error);
    QVERIFY(last().text.contains(u"mine"_s));
    QVERIFY(last().text.endsWith("The folder is in use. Close the other console."_L1));
}

void TestAnnouncer::tasksTellHowTheyEnded()
{
    m_tasks->start(u"Export"_s, u"Production"_s).succeed(u"2,000 rows were written."_s);
    QCOMPARE(last().severity, Message::Severity::Info);
    QCOMPARE(last().text, u"Export: 2,000 rows were written."_s);
    m_tasks->start(u"Import"_s, {}).fail(Error::make(ErrorCode::Conflict, u"The file has no header."_s));
    QCOMPARE(last().severity, Message::Severity::Error);
    m_tasks->start(u"Import"_s, {}).fail(Error::make(ErrorCode::Cancelled, u"It was cancelled."_s));
    QCOMPARE(last().severity, Message::Severity::Info);
}

TENANTRY_GUI_TEST_MAIN(TestAnnouncer)
#include "tst_announcer.moc"
