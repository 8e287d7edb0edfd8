// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace {

void note(Workspace &workspace, const QString &key, const QString &body)
{
    workspace.run([=](QSqlDatabase &database) {
        QSqlQuery query(database);
        query.prepare(u"INSERT OR REPLACE INTO journal VALUES (?, 'test', ?, 0)"_s);
        query.addBindValue(key);
        query.addBindValue(body);
        query.exec();
    });
}

std::function<QStringList(QSqlDatabase &)> allNotes()
{
    return [](QSqlDatabase &database) {
        QStringList notes;
        QSqlQuery query(u"SELECT body FROM journal ORDER BY key"_s, database);
        while (query.next())
            notes.append(query.value(0).toString());
        return notes;
    };
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    int m_files = 0;

    QString newFile() { return m_directory.filePath(u"deep/%1/workspace.sqlite"_s.arg(++m_files)); }

    QStringList notes(Workspace &workspace)
    {
        std::optional<QStringList> answer;
        workspace.ask<QStringList>(allNotes(), this, [&answer](QStringList notes) { answer = notes; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("No answer");
        return *answer;
    }

private slots:
    void remembersAcrossRuns()
    {
        const QString file = newFile();
        {
            Workspace workspace(file);
            note(workspace, u"a"_s, u"first"_s);
            note(workspace, u"b"_s, u"second"_s);
            note(workspace, u"a"_s, u"changed"_s);
        }
        Workspace again(file);
        QCOMPARE(notes(again), QStringList({u"changed"_s, u"second"_s}));
        QCOMPARE(again.problem(), QString());
    }

    void isItsOwnersAlone()
    {
        const QString file = newFile();
        Workspace workspace(file);
        notes(workspace);
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), 0);
    }

    void runsInOrderAndElsewhere()
    {
        Workspace workspace(newFile());
        std::thread::id first, second;
        workspace.run([&first](QSqlDatabase &) { first = std::this_thread::get_id(); });
        workspace.run([&second](QSqlDatabase &) { second = std::this_thread::get_id(); });
        notes(workspace);
        QCOMPARE(first, second);
        QVERIFY(first != std::this_thread::get_id());
    }

    void givesNothingToWhoIsGone()
    {
        Workspace workspace(newFile());
        bool given = false;
        auto context = std::make_unique<QObject>();
        workspace.ask<QStringList>(allNotes(), context.get(), [&given](const QStringList &) { given = true; });
        context.reset();
        notes(workspace);
        QVERIFY(!given);
    }

    void mayEndWhileSomethingIsAsked()
    {
        const QString file = newFile();
        {
            Workspace workspace(file);
            workspace.ask<QStringList>(allNotes(), this, [](const QStringList &) { QFAIL("given after the end"); });
            note(workspace, u"a"_s, u"last"_s);
        }
        Workspace again(file);
        QCOMPARE(notes(again), QStringList(u"last"_s));
    }

    void isSharedByTwoConsoles()
    {
        const QString file = newFile();
        Workspace one(file);
        Workspace other(file);
        note(one, u"a"_s, u"one"_s);
        note(other, u"b"_s, u"other"_s);
        notes(one);
        QCOMPARE(notes(other), QStringList({u"one"_s, u"other"_s}));
        QCOMPARE(notes(one), QStringList({u"one"_s, u"other"_s}));
    }

    void isMadeByOneOfManyConsoles()
    {
        constexpr int rounds = 20;
        constexpr int consoles = 6;
        for (int round = 0; round < rounds; ++round) {
            const QString file = newFile();
            std::vector<std::unique_ptr<Workspace>> all;
            for (int i = 0; i < consoles; ++i)
                all.push_back(std::make_unique<Workspace>(file));
            for (const auto &workspace : all) {
                notes(*workspace);
                QCOMPARE(workspace->problem(), QString());
            }
        }
    }

    void saysWhenItCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("damaged") << QByteArray("This is no database, whatever its name is.").repeated(100)
                                 << u"database"_s;
        QTest::newRow("newer") << QByteArray() << u"newer version"_s;
    }
    void saysWhenItCannotBeUsed()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const QString file = newFile();
        if (content.isEmpty()) {
            Workspace newer(file);
            newer.run([](QSqlDatabase &database) { QSqlQuery(database).exec(u"PRAGMA user_version = 1000"_s); });
        } else {
            QDir().mkpath(QFileInfo(file).absolutePath());
            QFile damaged(file);
            QVERIFY(damaged.open(QIODevice::WriteOnly));
            damaged.write(content);
        }
        Workspace workspace(file);
        QSignalSpy unusable(&workspace, &Workspace::unusable);
        note(workspace, u"a"_s, u"lost"_s);
        QCOMPARE(notes(workspace), QStringList());
        QCOMPARE(unusable.size(), 1);
        QVERIFY2(workspace.problem().contains(says), qPrintable(workspace.problem()));
    }

    void aFolderThatCannotBeMadeIsAProblem()
    {
        QFile file(m_directory.filePath(u"in the way"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Workspace workspace(file.fileName() + u"/workspace.sqlite"_s);
        QCOMPARE(notes(workspace), QStringList());
        QVERIFY(!workspace.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
