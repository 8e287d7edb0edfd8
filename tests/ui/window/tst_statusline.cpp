// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/connections/instance.h"
#include "ui/messages/messagelog.h"
#include "ui/tasks/tasklist.h"
#include "ui/window/statusline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

/// Answers every request as a server of version 7.8 would.
class Answering : public QTcpServer
{
public:
    Answering()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                const QByteArray body = "{\"info\":{\"version\":\"7.8\"},\"components\":{\"schemas\":{}}}";
                socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
};

std::unique_ptr<Instance> instanceAt(const QUrl &url)
{
    auto api = std::make_unique<client::Api>(url);
    api->begin(u"ada@example.org"_s, {"access", "refresh", std::chrono::hours(1)});
    return std::make_unique<Instance>(u"Production"_s, std::move(api));
}

} // namespace

class TestStatusLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutAnInstanceItSaysSo();
    void tellsWhereAndWho();
    void silenceShowsAndCanBeEnded();
    void survivesItsInstance();
    void runningTasksAreCounted();
    void latestMessageShows();
    void longTextsKeepTheWindowNarrow();

private:
    QToolButton *field(const QString &name) const { return m_line->findChild<QToolButton *>(name); }

    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<MessageLog> m_messages;
    std::unique_ptr<StatusLine> m_line;
};

void TestStatusLine::init()
{
    m_tasks = std::make_unique<TaskList>();
    m_messages = std::make_unique<MessageLog>();
    m_line = std::make_unique<StatusLine>(*m_tasks, *m_messages);
    m_line->resize(1000, m_line->sizeHint().height());
    m_line->show();
}

void TestStatusLine::cleanup()
{
    m_line.reset();
    m_messages.reset();
    m_tasks.reset();
}

void TestStatusLine::withoutAnInstanceItSaysSo()
{
    QCOMPARE(field(u"statusConnection"_s)->text(), u"Not connected"_s);
    QVERIFY(!field(u"statusAddress"_s)->isVisible());
    QVERIFY(!field(u"statusAccount"_s)->isVisible());
    QVERIFY(!field(u"statusVersion"_s)->isVisible());
    field(u"statusConnection"_s)->click(); // does no harm
}

void TestStatusLine::tellsWhereAndWho()
{
    const Answering server;
    const auto instance = instanceAt(server.url());
    m_line->follow(instance.get());
    QCOMPARE(field(u"statusConnection"_s)->text(), u"connected"_s);
    QCOMPARE(field(u"statusAccount"_s)->text(), u"ada@example.org"_s);
    field(u"statusAddress"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), server.url().toString());
    QVERIFY(field(u"statusAddress"_s)->accessibleName().contains(server.url().toString()));
    QTRY_COMPARE(field(u"statusVersion"_s)->text(), u"Version 7.8"_s);
    QTRY_VERIFY(field(u"statusVersion"_s)->isVisibleTo(m_line.get()));
    m_line->follow(nullptr);
    QVERIFY(!field(u"statusVersion"_s)->isVisibleTo(m_line.get()));
}

void TestStatusLine::silenceShowsAndCanBeEnded()
{
    auto server = std::make_unique<Answering>();
    const auto instance = instanceAt(server->url());
    const quint16 port = server->serverPort();
    server->close();
    m_line->follow(instance.get());
    QTRY_VERIFY(instance->connection().state() == Connection::State::Retrying);
    QVERIFY(field(u"statusConnection"_s)->text() != "connected"_L1);
    QVERIFY(field(u"statusConnection"_s)->toolTip().contains(instance->connection().problem()));
    QVERIFY(server->listen(QHostAddress::LocalHost, port));
    field(u"statusConnection"_s)->click();
    QTRY_COMPARE(field(u"statusConnection"_s)->text(), u"connected"_s);
}

void TestStatusLine::survivesItsInstance()
{
    const Answering server;
    auto instance = instanceAt(server.url());
    m_line->follow(instance.get());
    instance.reset();
    field(u"statusConnection"_s)->click();
    const auto other = instanceAt(server.url());
    m_line->follow(other.get());
    QCOMPARE(field(u"statusConnection"_s)->text(), u"connected"_s);
}

void TestStatusLine::runningTasksAreCounted()
{
    QToolButton *tasks = field(u"statusTasks"_s);
    QVERIFY(!tasks->isVisible());
    Task &first = m_tasks->start(u"Export"_s, {});
    m_tasks->start(u"Import"_s, {});
    QVERIFY(tasks->isVisible());
    QVERIFY(tasks->text().contains(u'2'));
    QSignalSpy wanted(m_line.get(), &StatusLine::tasksWanted);
    tasks->click();
    QCOMPARE(wanted.count(), 1);
    first.succeed(u"There."_s);
    QVERIFY(tasks->text().contains(u'1'));
    m_tasks->at(1).succeed(u"There."_s);
    QVERIFY(!tasks->isVisible());
}

void TestStatusLine::latestMessageShows()
{
    QToolButton *message = field(u"statusMessage"_s);
    QVERIFY(!message->isVisible());
    m_messages->add(Message::Severity::Info, u"Signed in."_s, u"Production"_s);
    m_messages->add(Message::Severity::Error, u"The server does not answer."_s, u"Production"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains("does not answer"_L1));
    QVERIFY(message->accessibleName().startsWith("Error"_L1));
    QSignalSpy wanted(m_line.get(), &StatusLine::messagesWanted);
    message->click();
    QCOMPARE(wanted.count(), 1);
}

void TestStatusLine::longTextsKeepTheWindowNarrow()
{
    const Answering server;
    const auto instance = instanceAt(QUrl(u"https://%1.example.org"_s.arg(QString(60, u'a'))));
    m_line->follow(instance.get());
    m_messages->add(Message::Severity::Warning, QString(400, u'x'));
    QVERIFY2(m_line->minimumSizeHint().width() < 600, qPrintable(QString::number(m_line->minimumSizeHint().width())));
}

TENANTRY_GUI_TEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
