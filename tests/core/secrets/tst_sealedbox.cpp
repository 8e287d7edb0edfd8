// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sealedbox.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::secrets;

class TestSealedBox : public QObject
{
    Q_OBJECT

private slots:
    void opensWhatItSealed_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hunter2");
        QTest::newRow("bytes") << QByteArray("\0\xff\0", 3);
        QTest::newRow("much") << QByteArray(70'000, 'x');
    }

    void opensWhatItSealed()
    {
        QFETCH(QByteArray, plain);
        const Key key = Key::random();
        const QByteArray sealed = seal(key, plain, "here");
        QVERIFY(plain.isEmpty() || !sealed.contains(plain));
        const auto opened = open(key, sealed, "here");
        QVERIFY(opened);
        QCOMPARE(*opened, plain);
    }

    void neverSealsAlike()
    {
        const Key key = Key::random();
        QVERIFY(seal(key, "same", "here") != seal(key, "same", "here"));
    }

    void opensNothingElse()
    {
        const Key key = Key::random();
        const QByteArray sealed = seal(key, "hunter2", "here");
        QVERIFY(!open(Key::random(), sealed, "here"));
        QVERIFY(!open(key, sealed, "there"));
        QVERIFY(!open(key, sealed, ""));
        QVERIFY(!open(key, "", "here"));
        QVERIFY(!open(key, "v1.", "here"));
        QVERIFY(!open(key, sealed.sliced(1), "here"));
        QVERIFY(!open(key, sealed + "A", "here"));
        for (qsizetype i = 3; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!open(key, changed, "here"), QByteArray::number(i).constData());
            QVERIFY(!open(key, sealed.first(i), "here"));
        }
    }

    void derivesKeysByTextAndPurpose()
    {
        const QByteArray text(40, 'k');
        const QByteArray sealed = seal(Key::derived(text, "one"), "hunter2", "");
        QVERIFY(open(Key::derived(text, "one"), sealed, ""));
        QVERIFY(!open(Key::derived(text, "two"), sealed, ""));
        QVERIFY(!open(Key::derived(text + 'k', "one"), sealed, ""));
    }

    void takesKeysOfTheRightLength()
    {
        QVERIFY(Key::from(QByteArray(32, 'k')));
        QVERIFY(!Key::from(QByteArray(31, 'k')));
        QVERIFY(!Key::from(QByteArray()));
    }
};

QTEST_APPLESS_MAIN(TestSealedBox)
#include "tst_sealedbox.moc"
