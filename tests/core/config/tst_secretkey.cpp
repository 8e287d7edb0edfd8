// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secretkey.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <thread>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestSecretKey : public QObject
{
    Q_OBJECT

private slots:
    void isMadeOnceForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const auto made = secretKeysIn(folder.path());
        QVERIFY(made);
        QVERIFY(made->current.size() >= 32);
        QVERIFY(made->retired.empty());
        QCOMPARE(secretKeysIn(folder.path())->current, made->current);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(u"secret.key"_s)) & others));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"secret.key"_s});
    }

    void isTheSameForAllWhoStartTogether()
    {
        const QTemporaryDir folder;
        std::mutex mutex;
        std::set<QByteArray> keys;
        {
            std::vector<std::jthread> starters;
            for (int i = 0; i < 8; ++i)
                starters.emplace_back([&] {
                    const auto made = secretKeysIn(folder.path());
                    const std::lock_guard lock(mutex);
                    keys.insert(made ? made->current : QByteArray());
                });
        }
        QCOMPARE(keys.size(), 1u);
        QVERIFY(!keys.begin()->isEmpty());
    }

    void isNeverReplaced()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"secret.key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short");
        file.close();
        QVERIFY(!secretKeysIn(folder.path()));
        QVERIFY(!secretKeysIn(folder.filePath(u"missing"_s)));
    }

    void isKeptForAWhileWhenRotated()
    {
        const QTemporaryDir folder;
        QVERIFY(!rotateSecretKey(folder.path(), 1000, 2000));
        const QByteArray first = secretKeysIn(folder.path())->current;
        QVERIFY(rotateSecretKey(folder.path(), 1000, 2000));
        const SecretKeys second = *secretKeysIn(folder.path());
        QVERIFY(second.current != first);
        QCOMPARE(second.retired.size(), 1u);
        QCOMPARE(second.retired[0].secret, first);
        QCOMPARE(second.retired[0].until, 2000);
        QVERIFY(rotateSecretKey(folder.path(), 1500, 2500));
        QCOMPARE(secretKeysIn(folder.path())->retired.size(), 2u);
        QVERIFY(rotateSecretKey(folder.path(), 2100, 3100)); // the first one's time is over
        const SecretKeys last = *secretKeysIn(folder.path());
        QCOMPARE(last.retired.size(), 2u);
        QVERIFY(last.retired[0].secret != second.current);
        QCOMPARE(last.retired[1].secret, second.current);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(u"secret.key"_s)) & others));
    }
};

QTEST_APPLESS_MAIN(TestSecretKey)
#include "tst_secretkey.moc"
