// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/totp.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

const QByteArray rfcSecret = "12345678901234567890";
constexpr Micros second = 1'000'000;

} // namespace

class TestTotp : public QObject
{
    Q_OBJECT

private slots:
    /// RFC 4226 appendix D.
    void countsAsTheStandardSays()
    {
        const QStringList expected{u"755224"_s, u"287082"_s, u"359152"_s, u"969429"_s, u"338314"_s,
                                   u"254676"_s, u"287922"_s, u"162583"_s, u"399871"_s, u"520489"_s};
        for (int i = 0; i < expected.size(); ++i)
            QCOMPARE(totp::codeOf(rfcSecret, i), expected[i]);
    }

    /// RFC 6238 appendix B; ours are the last six of its eight digits.
    void tellsTheTimeAsTheStandardSays_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("code");
        QTest::newRow("59") << qint64(59) << u"287082"_s;
        QTest::newRow("1111111109") << qint64(1111111109) << u"081804"_s;
        QTest::newRow("1111111111") << qint64(1111111111) << u"050471"_s;
        QTest::newRow("1234567890") << qint64(1234567890) << u"005924"_s;
        QTest::newRow("2000000000") << qint64(2000000000) << u"279037"_s;
        QTest::newRow("20000000000") << qint64(20000000000) << u"353130"_s;
    }
    void tellsTheTimeAsTheStandardSays()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, code);
        QCOMPARE(totp::codeOf(rfcSecret, totp::stepAt(seconds * second)), code);
    }

    void takesTheStepsBesideThePresentOne_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("spent"); ///< up to this offset
        QTest::addColumn<bool>("matches");
        QTest::newRow("two before") << -2 << -9 << false;
        QTest::newRow("one before") << -1 << -9 << true;
        QTest::newRow("present") << 0 << -9 << true;
        QTest::newRow("one later") << 1 << -9 << true;
        QTest::newRow("two later") << 2 << -9 << false;
        QTest::newRow("spent") << 0 << 0 << false;
        QTest::newRow("before one that is spent") << -1 << 0 << false;
        QTest::newRow("behind one that is spent") << 1 << 0 << true;
    }
    void takesTheStepsBesideThePresentOne()
    {
        QFETCH(int, offset);
        QFETCH(int, spent);
        QFETCH(bool, matches);
        const Micros now = Micros{1'700'000'000} * second;
        const std::int64_t step = totp::stepAt(now);
        const auto found = totp::matchingStep(rfcSecret, totp::codeOf(rfcSecret, step + offset), now, step + spent);
        QCOMPARE(found.has_value(), matches);
        if (matches)
            QCOMPARE(*found, step + offset);
    }

    void takesCodesAloneAndWithTheSpacesThatDevicesShow()
    {
        const Micros now = 59 * second;
        QVERIFY(totp::matchingStep(rfcSecret, u"287 082"_s, now, 0));
        for (const QString &wrong : {QString(), u"287083"_s, u"28708"_s, u"2870820"_s, u"28708a"_s, u"２８７０８２"_s})
            QVERIFY2(!totp::matchingStep(rfcSecret, wrong, now, 0), qPrintable(wrong));
        QVERIFY(!totp::matchingStep("another secret", u"287082"_s, now, 0));
    }

    /// RFC 4648 section 10.
    void writesSecretsAsTheStandardSays()
    {
        QCOMPARE(totp::base32(""), QString());
        QCOMPARE(totp::base32("f"), u"MY"_s);
        QCOMPARE(totp::base32("fo"), u"MZXQ"_s);
        QCOMPARE(totp::base32("foo"), u"MZXW6"_s);
        QCOMPARE(totp::base32("foob"), u"MZXW6YQ"_s);
        QCOMPARE(totp::base32("fooba"), u"MZXW6YTB"_s);
        QCOMPARE(totp::base32("foobar"), u"MZXW6YTBOI"_s);
    }

    void tellsDevicesAll()
    {
        QCOMPARE(totp::address(u"The Shop: Lyme"_s, u"mary@example.org"_s, "foobar"),
                 u"otpauth://totp/The%20Shop%20Lyme:mary%40example.org?secret=MZXW6YTBOI&issuer=The%20Shop%20Lyme"
                 "&algorithm=SHA1&digits=6&period=30"_s);
    }

    void secretsAreOfChance()
    {
        const QByteArray one = totp::newSecret();
        QCOMPARE(one.size(), 20);
        QVERIFY(one != totp::newSecret());
    }
};

QTEST_GUILESS_MAIN(TestTotp)
#include "tst_totp.moc"
