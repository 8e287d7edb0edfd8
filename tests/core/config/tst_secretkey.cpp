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
        const auto made = secretKeyIn(folder.path());
        QVERIFY(made);
        QVERIFY(made->size() >= 32);
        QCOMPARE(*secretKeyIn(folder.path()), *made);
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
                    const auto key = secretKeyIn(folder.path());
                    const std::lock_guard lock(mutex);
                    keys.insert(key.value_or(QByteArray()));
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
        QVERIFY(!secretKeyIn(folder.path()));
        QVERIFY(!secretKeyIn(folder.filePath(u"missing"_s)));
    }
};

QTEST_APPLESS_MAIN(TestSecretKey)
#include "tst_secretkey.moc"
