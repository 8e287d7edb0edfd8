// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/requests/requestmodel.h"
#include "ui/requests/requestpanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

/// Answers each request with the same bytes; when there are none, nobody listens.
class Answering : public QTcpServer
{
public:
    explicit Answering(QByteArray answer)
    {
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
        if (answer.isEmpty())
            close();
    }

    QUrl url() const { return m_url; }

private:
    QUrl m_url;
};

const QByteArray found =
    "HTTP/1.1 200 OK\r\nX-Correlation-ID: c-17\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
const QByteArray missing = "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

/// What an observer of a transport is told about one call.
client::Exchange exchangeWith(const QByteArray &answer, const client::Request &request, const QByteArray &bearer)
{
    Answering server(answer);
    client::Transport transport(server.url());
    std::optional<client::Exchange> seen;
    transport.observe([&](const client::Exchange &exchange) { seen = exchange; });
    auto reply = transport.send(request, bearer);
    if (!QTest::qWaitFor([&] { return seen.has_value(); }, 30'000))
        qFatal("The observer was told nothing.");
    return *seen;
}

client::Exchange exchange(const QString &path)
{
    return {.server = QUrl(u"http://host"_s), .request = client::Request::get(path), .status = 200};
}

json::Value secret()
{
    json::Object body;
    body.set("password", u"hush"_s);
    return body;
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private slots:
    void callIsSeenWithItsStatusAndId();
    void refusalAndSilenceSayWhatWentWrong();
    void credentialsAreWithheld();
    void largeBodiesAreWithheld();
    void theOldestMakeRoom();
    void copiesTheChosenOneWithoutItsToken();
    void whatWasWithheldIsNotCopied();
};

void TestRequests::callIsSeenWithItsStatusAndId()
{
    const client::Exchange seen = exchangeWith(found, client::Request::get(u"/api/a/"_s), "token");
    QCOMPARE(seen.status, 200);
    QCOMPARE(seen.correlationId, u"c-17"_s);
    QCOMPARE(seen.request.path, u"/api/a/"_s);
    QVERIFY(seen.startedAt.isValid());
    QVERIFY(seen.problem.isEmpty());
    QCOMPARE(seen.body, client::Exchange::Body::Whole);
}

void TestRequests::refusalAndSilenceSayWhatWentWrong()
{
    const client::Exchange refused = exchangeWith(missing, client::Request::get(u"/"_s), {});
    QCOMPARE(refused.status, 404);
    QVERIFY(!refused.problem.isEmpty());
    const client::Exchange silent = exchangeWith({}, client::Request::get(u"/"_s), {});
    QCOMPARE(silent.status, 0);
    QVERIFY(!silent.problem.isEmpty());
}

void TestRequests::credentialsAreWithheld()
{
    const client::Exchange signIn = exchangeWith(found, client::Request::post(u"/token/"_s, secret()), {});
    QCOMPARE(signIn.body, client::Exchange::Body::Withheld);
    QVERIFY(!signIn.request.body);
    const client::Exchange other = exchangeWith(found, client::Request::post(u"/rows/"_s, json::Object()), "token");
    QCOMPARE(other.body, client::Exchange::Body::Whole);
    QVERIFY(other.request.body.has_value());
}

void TestRequests::largeBodiesAreWithheld()
{
    json::Object body;
    body.set("text", QString(int(client::Exchange::mostKept), u'x'));
    const client::Exchange seen = exchangeWith(found, client::Request::post(u"/rows/"_s, std::move(body)), "token");
    QCOMPARE(seen.body, client::Exchange::Body::Withheld);
    QVERIFY(!seen.request.body);
}

void TestRequests::theOldestMakeRoom()
{
    RequestModel model;
    const auto addFrom = [&](int first, int end) {
        for (int i = first; i < end; ++i)
            model.add(exchange(u"/%1"_s.arg(i)));
    };
    addFrom(0, RequestModel::mostRows - 3); // the tester looks at every row each time
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    addFrom(RequestModel::mostRows - 3, RequestModel::mostRows + 5);
    QCOMPARE(model.rowCount(), RequestModel::mostRows);
    QCOMPARE(model.index(0, RequestModel::PathColumn).data().toString(), u"/5"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestRequests::copiesTheChosenOneWithoutItsToken()
{
    RequestModel model;
    RequestPanel panel(model);
    panel.resize(900, 240);
    panel.show();
    auto *view = panel.findChild<QTableView *>(u"requests"_s);
    QAction *copy = view->actions().first();
    QVERIFY(!copy->isEnabled());
    QVERIFY(!panel.findChild<QLabel *>()->text().isEmpty()); // an empty list explains itself
    model.add(exchange(u"/api/a/"_s));
    QVERIFY(!copy->isEnabled());
    view->setCurrentIndex(model.index(0, 0));
    QVERIFY(copy->isEnabled());
    copy->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.contains(u"http://host/api/a/"_s), qPrintable(command));
    QVERIFY(command.contains(u"$TOKEN"_s));
}

void TestRequests::whatWasWithheldIsNotCopied()
{
    RequestModel model;
    RequestPanel panel(model);
    client::Exchange signIn = exchange(u"/token/"_s);
    signIn.body = client::Exchange::Body::Withheld;
    model.add(signIn);
    auto *view = panel.findChild<QTableView *>(u"requests"_s);
    view->setCurrentIndex(model.index(0, 0));
    QVERIFY(!view->actions().first()->isEnabled());
    QVERIFY(view->actions().first()->toolTip().endsWith(u'.'));
}

TENANTRY_GUI_TEST_MAIN(TestRequests)
#include "tst_requests.moc"
