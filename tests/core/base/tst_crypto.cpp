// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crypto.h"
#include "core/base/ids.h"

#include <QSet>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestCrypto : public QObject
{
    Q_OBJECT

private slots:
    void hashesAsPublished()
    {
        QCOMPARE(crypto::sha256Hex("abc"),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        // RFC 4231, cases 2 and 6: a short key, and one longer than a block.
        QCOMPARE(crypto::hmacSha256("Jefe", "what do ya want for nothing?").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(crypto::hmacSha256(QByteArray(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")
                     .toHex(),
                 QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
    }

    void comparesBytes()
    {
        QVERIFY(crypto::equalInConstantTime("same", "same"));
        QVERIFY(!crypto::equalInConstantTime("same", "sama"));
        QVERIFY(!crypto::equalInConstantTime("same", "samee"));
        QVERIFY(crypto::equalInConstantTime("", ""));
    }

    void readsItsOwnBase64()
    {
        for (int length = 0; length < 40; ++length) {
            const QByteArray bytes = crypto::randomBytes(length);
            const auto read = crypto::fromBase64Url(crypto::base64Url(bytes));
            QVERIFY(read);
            QCOMPARE(*read, bytes);
        }
    }

    void refusesOtherBase64_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"YQ==", "Y Q", "YQ\n", "a+b/", "Y", "YR", "ä"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesOtherBase64()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!crypto::fromBase64Url(text));
    }

    void knowsThePasswordAgain()
    {
        const auto hash = crypto::hashPassword("correct horse");
        QVERIFY(hash);
        QVERIFY2(hash->startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash->constData());
        QVERIFY(crypto::verifyPassword("correct horse", *hash));
        QVERIFY(!crypto::verifyPassword("correct house", *hash));
        QVERIFY(!crypto::verifyPassword("correct horse", "not a hash"));
        QVERIFY(!crypto::verifyPassword("correct horse", QByteArray(4096, '$')));
        QVERIFY(!crypto::needsRehash(*hash));
        QVERIFY(crypto::needsRehash("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
                                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    }

    void boundsThePassword()
    {
        QVERIFY(crypto::hashPassword(QByteArray(crypto::maxPasswordBytes, 'x')));
        const auto hash = crypto::hashPassword(QByteArray(crypto::maxPasswordBytes + 1, 'x'));
        QVERIFY(!hash);
        QCOMPARE(hash.error().code, ErrorCode::Validation);
    }

    void makesIdsThatDiffer()
    {
        QSet<QString> ids;
        for (int i = 0; i < 1000; ++i) {
            const QString id = newUuid();
            QVERIFY2(isUuid(id), qPrintable(id));
            QCOMPARE(id.at(14), u'4');
            ids.insert(id);
        }
        QCOMPARE(ids.size(), 1000);
        QCOMPARE(randomToken(32).size(), 43);
        QVERIFY(randomToken(32) != randomToken(32));
    }

    void knowsAUuid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("lower") << u"0190b2a4-7c1d-4f6e-9a3b-5d8c7e6f1a2b"_s << true;
        QTest::newRow("upper") << u"0190B2A4-7C1D-4F6E-9A3B-5D8C7E6F1A2B"_s << true;
        QTest::newRow("braces") << u"{0190b2a4-7c1d-4f6e-9a3b-5d8c7e6f1a2}"_s << false;
        QTest::newRow("no hyphens") << u"0190b2a47c1d4f6e9a3b5d8c7e6f1a2b0000"_s << false;
        QTest::newRow("not hexadecimal") << u"0190b2a4-7c1d-4f6e-9a3b-5d8c7e6f1a2g"_s << false;
        QTest::newRow("short") << u"0190b2a4-7c1d-4f6e-9a3b-5d8c7e6f1a2"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void knowsAUuid()
    {
        QFETCH(QString, text);
        QTEST(isUuid(text), "valid");
    }
};

QTEST_APPLESS_MAIN(TestCrypto)
#include "tst_crypto.moc"
