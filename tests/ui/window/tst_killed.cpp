// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/datatable/tablewindow.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>

using namespace tenantry;
using namespace tenantry::test;

namespace {

const QString halfTyped = u"half a na"_s;

/// Seconds are long for a program that nobody else disturbs, and short for one on a busy machine.
constexpr int roundsOfTrying = 40;

/// The tree takes letters that follow each other faster as one name.
constexpr int searchPauseMs = 500;

} // namespace

/// The program itself, in a display of its own and worked by its keyboard, killed while somebody types.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasTypedASecondAgoIsThere();

private:
    ChildProcess::Variables variables() const;
    std::unique_ptr<ChildProcess> console() const;
    QString xdotool(const QStringList &arguments) const;
    QString title() const { return xdotool({u"getwindowname"_s, m_window}); }
    void press(const QStringList &keys) const;
    bool findWindow();
    bool openTable();
    QString journal() const;

    Server m_server;
    QTemporaryDir m_settings;
    std::unique_ptr<ChildProcess> m_display;
    QString m_displayName;
    QString m_window;
};

void TestKilled::initTestCase()
{
    for (const QString &program : {u"Xvfb"_s, u"xdotool"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("Xvfb and xdotool are needed.");
    }
    // It would begin anew, and turn clients away meanwhile, whenever its only one goes: each look for a window is one.
    m_display = std::make_unique<ChildProcess>(
        u"Xvfb"_s, QStringList{u"-displayfd"_s, u"1"_s, u"-noreset"_s, u"-screen"_s, u"0"_s, u"1300x900x24"_s});
    m_displayName = u':' + QString::fromUtf8(m_display->firstLine(patience));
    QVERIFY(m_server.start());
    m_server.fill("staging");
    m_server.stop();
}

ChildProcess::Variables TestKilled::variables() const
{
    return {{u"XDG_CONFIG_HOME"_s, m_settings.path()}, {u"QT_QPA_PLATFORM"_s, u"xcb"_s}, {u"DISPLAY"_s, m_displayName}};
}

std::unique_ptr<ChildProcess> TestKilled::console() const
{
    return std::make_unique<ChildProcess>(programDirectory() + u"/tenantry"_s,
                                          QStringList{u"--local"_s, m_server.folder()}, variables());
}

QString TestKilled::xdotool(const QStringList &arguments) const
{
    return QString::fromUtf8(ChildProcess(u"xdotool"_s, arguments, variables()).waitForEnd(patience).output).trimmed();
}

void TestKilled::press(const QStringList &keys) const
{
    xdotool({u"windowfocus"_s, m_window});
    xdotool(QStringList{u"key"_s, u"--delay"_s, u"60"_s} + keys);
}

bool TestKilled::findWindow()
{
    m_window.clear();
    return QTest::qWaitFor(
        [this] {
            m_window = xdotool({u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"tenantry"_s}).section(u'\n', 0, 0);
            return !m_window.isEmpty();
        },
        patienceMs);
}

/// Each level of the tree has to be fetched first, so the way down is tried until it leads there.
bool TestKilled::openTable()
{
    for (int i = 0; i < roundsOfTrying && !title().contains(u"products"_s); ++i) {
        press({u"ctrl+e"_s, u"Home"_s});
        for (const QString &name : {u"acme"_s, u"portal"_s, u"store"_s, u"products"_s}) {
            press({u"Right"_s});
            QTest::qWait(searchPauseMs);
            xdotool({u"type"_s, u"--delay"_s, u"30"_s, name});
        }
        press({u"Return"_s});
        QTest::qWait(searchPauseMs);
    }
    return title().contains(u"products"_s);
}

QString TestKilled::journal() const
{
    QString body;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"journal"_s);
        database.setDatabaseName(m_settings.filePath(u"tenantry/workspace.db"_s));
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (database.open()) {
            QSqlQuery query(u"SELECT body FROM journal WHERE kind = 'changes'"_s, database);
            while (query.next())
                body += query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(u"journal"_s);
    return body;
}

void TestKilled::whatWasTypedASecondAgoIsThere()
{
    auto program = console();
    QVERIFY2(findWindow(), program->errors().constData());
    QVERIFY2(openTable(), qPrintable(title()));
    // The rows may still be on their way.
    for (int i = 0; i < roundsOfTrying && journal().isEmpty(); ++i) {
        press({u"Escape"_s, u"Down"_s, u"Home"_s, u"Right"_s, u"F2"_s, u"ctrl+a"_s});
        xdotool({u"type"_s, u"--delay"_s, u"30"_s, halfTyped});
        QTest::qWait(1000); // what is older than a second must be there
    }
    program->send(SIGKILL);
    QCOMPARE(program->wait(patience), -1);
    QVERIFY2(journal().contains(halfTyped), qPrintable(journal()));

    program = console();
    QVERIFY2(findWindow(), program->errors().constData());
    QVERIFY2(openTable(), qPrintable(title()));
    program->send(SIGTERM);
    const ChildProcess::Ended ended = program->waitForEnd(patience);
    QVERIFY2(ended.status == 0, ended.errors.constData());
    QVERIFY2(journal().contains(halfTyped), qPrintable(journal()));

    QVERIFY(m_server.start());
    m_server.signIn();
    const QStringList stored{u"1 Lamp 1 10"_s, u"2 Lamp 2 20"_s, u"3 Lamp 3 30"_s, u"4 Lamp 4 40"_s, u"5 Lamp 5 50"_s};
    QCOMPARE(m_server.rows(), stored);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
