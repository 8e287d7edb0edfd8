// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

int modeOf(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? int(found.st_mode & 07777) : -1;
}

} // namespace

class TestPrivateFile : public QObject
{
    Q_OBJECT

private slots:
    void foldersAreTheirOwners_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a name") << u"data"_s;
        QTest::newRow("below what is missing") << u"a/b/data"_s;
        QTest::newRow("with a slash at its end") << u"a/data/"_s;
    }
    void foldersAreTheirOwners()
    {
        QFETCH(QString, path);
        const QTemporaryDir place;
        const QString folder = place.filePath(path);
        QVERIFY(makePrivateFolder(folder));
        QCOMPARE(modeOf(folder), 0700);
    }

    /// An operator may share it with a group that makes backups.
    void whatIsThereStaysAsItIs()
    {
        const QTemporaryDir place;
        const QString folder = place.filePath(u"data"_s);
        QCOMPARE(::mkdir(QFile::encodeName(folder).constData(), 0750), 0);
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0750), 0);
        QVERIFY(makePrivateFolder(folder));
        QCOMPARE(modeOf(folder), 0750);
    }

    void aFileIsNoFolder()
    {
        const QTemporaryDir place;
        QVERIFY(writePrivateFile(place.filePath(u"data"_s), "a"));
        QVERIFY(!makePrivateFolder(place.filePath(u"data"_s)));
        QVERIFY(!makePrivateFolder(place.filePath(u"data/below"_s)));
        QCOMPARE(modeOf(place.filePath(u"data"_s)), 0600);
    }
};

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
