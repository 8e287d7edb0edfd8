// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/masterkey.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestMasterKey : public QObject
{
    Q_OBJECT

private slots:
    void isMadeOnceForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const auto made = masterKeysIn(folder.path());
        QVERIFY(made);
        QCOMPARE(made->size(), 1);
        QVERIFY(made->front().size() >= 32);
        QCOMPARE(*masterKeysIn(folder.path()), *made);
        checkOwnership(folder);
    }

    void newOnesComeFirst()
    {
        const QTemporaryDir folder;
        const QByteArray first = masterKeysIn(folder.path())->front();
        QVERIFY(addMasterKey(folder.path()));
        const QByteArrayList keys = *masterKeysIn(folder.path());
        QCOMPARE(keys.size(), 2);
        QVERIFY(keys[0] != first && keys[0].size() >= 32);
        QCOMPARE(keys[1], first);
        checkOwnership(folder);
    }

    void isNeverReplaced()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"master.key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short");
        file.close();
        QVERIFY(!masterKeysIn(folder.path()));
        QVERIFY(!addMasterKey(folder.path()));
        QVERIFY(!masterKeysIn(folder.filePath(u"missing"_s)));
    }

private:
    static void checkOwnership(const QTemporaryDir &folder)
    {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(u"master.key"_s)) & others));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"master.key"_s});
    }
};

QTEST_APPLESS_MAIN(TestMasterKey)
#include "tst_masterkey.moc"
