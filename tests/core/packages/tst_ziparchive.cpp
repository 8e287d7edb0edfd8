// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packages/ziparchive.h"

#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using packages::ArchiveFiles;
using packages::ArchiveLimits;

class TestZipArchive : public QObject
{
    Q_OBJECT

    static QByteArray zip(const ArchiveFiles &files) { return test::expectValue(packages::writeZip(files)); }
    static QString refusal(const QByteArray &bytes, const ArchiveLimits &limits = {})
    {
        const Result<ArchiveFiles> files = packages::readZip(bytes, limits);
        if (files)
            return u"read"_s;
        return files.error().code == ErrorCode::BadRequest ? files.error().message.section(u": "_s, 1) : u"?"_s;
    }

private slots:
    void readsWhatItWrites()
    {
        const ArchiveFiles files{{"a.json", "{}"}, {"folder/b.json", QByteArray(100'000, 'x')}, {"empty", ""}};
        const QByteArray bytes = zip(files);
        QVERIFY(bytes.size() < 10'000);
        QVERIFY(test::expectValue(packages::readZip(bytes)) == files);
        QCOMPARE(zip(files), bytes);
    }

    void refusesWhatIsNoArchive()
    {
        QCOMPARE(refusal(""), u"it is no zip archive."_s);
        QCOMPARE(refusal("hello"), u"it is no zip archive."_s);
        QVERIFY(refusal("PK hello") != u"read"_s);
        const QByteArray whole = zip({{"a", QByteArray(5000, 'x')}, {"b", "2"}});
        QVERIFY(refusal(whole.left(40)) != u"read"_s);
        for (const qsizetype at : {30, 40}) {
            QByteArray damaged = whole;
            damaged[at] = char(damaged[at] ^ 0x55);
            QVERIFY(refusal(damaged) != u"?"_s); // never a fault of ours
        }
    }

    void refusesPathsThatLeadOut()
    {
        for (const char *path : {"../a", "a/../../b", "/etc/passwd", "a//b", "./a", "C:\\a", "a\\..\\b", ".."}) {
            const QByteArray bytes = zip({{path, "x"}});
            QVERIFY2(refusal(bytes).endsWith(u"is no file within it."), path);
        }
    }

    void boundsWhatItUnpacks()
    {
        const QByteArray bomb = zip({{"zeros", QByteArray(10'000'000, '\0')}});
        QVERIFY(bomb.size() < 100'000);
        QVERIFY(refusal(bomb, {.files = 10, .file = 1'000'000, .total = 100'000'000}).contains(u"larger than"));
        const QByteArray several = zip({{"a", QByteArray(600, 'x')}, {"b", QByteArray(600, 'x')}});
        QVERIFY(refusal(several, {.files = 10, .file = 1000, .total = 1000}).contains(u"larger than"));
        QCOMPARE(refusal(several, {.files = 10, .file = 600, .total = 1200}), u"read"_s);
        QVERIFY(refusal(several, {.files = 1, .file = 600, .total = 1200}).contains(u"more than 1 files"));
    }
};

QTEST_APPLESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
