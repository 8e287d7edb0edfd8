// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/messages/messagelog.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void saysHowGraveItIsInWords();
    void theOldestMakeRoom();
};

void TestMessages::saysHowGraveItIsInWords()
{
    MessageLog log;
    QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy added(&log, &MessageLog::added);
    log.add(Message::Severity::Warning, u"The server did not answer."_s, u"Production"_s);
    QCOMPARE(added.count(), 1);
    const auto cell = [&](int column) { return log.index(0, column).data().toString(); };
    QCOMPARE(cell(MessageLog::SeverityColumn), u"Warning"_s);
    QVERIFY(!log.index(0, MessageLog::SeverityColumn).data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(cell(MessageLog::InstanceColumn), u"Production"_s);
    QCOMPARE(cell(MessageLog::TextColumn), u"The server did not answer."_s);
    QVERIFY(!cell(MessageLog::TimeColumn).isEmpty());
}

void TestMessages::theOldestMakeRoom()
{
    MessageLog log;
    for (int i = 0; i < MessageLog::mostRows + 5; ++i)
        log.add(Message::Severity::Info, QString::number(i));
    QCOMPARE(log.rowCount(), MessageLog::mostRows);
    QCOMPARE(log.at(0).text, u"5"_s);
    log.clear();
    QCOMPARE(log.rowCount(), 0);
}

TENANTRY_GUI_TEST_MAIN(TestMessages)
#include "tst_messages.moc"
