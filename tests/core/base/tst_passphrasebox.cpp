// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/passphrasebox.h"

#include "core/base/crypto.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using crypto::PassphraseBox;

namespace {
constexpr PassphraseBox::Cost cheap{.passes = 1, .memoryKib = 8};
}

class TestPassphraseBox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void opensWithItsPassphraseAlone();
    void sealsAnewEachTime();
    void tellsDamageFromAWrongPassphrase_data();
    void tellsDamageFromAWrongPassphrase();
    void doesNotDoWhateverAFileAsksFor();

private:
    QByteArray m_sealed;
    std::optional<PassphraseBox> m_box;
};

void TestPassphraseBox::initTestCase()
{
    const auto box = PassphraseBox::create("four words are enough"_ba, cheap);
    QVERIFY(box.has_value());
    m_box = *box;
    m_sealed = box->seal("the secret"_ba);
}

void TestPassphraseBox::opensWithItsPassphraseAlone()
{
    QVERIFY(!m_sealed.contains("the secret"));
    const auto again = PassphraseBox::of(m_sealed, "four words are enough"_ba);
    QVERIFY(again.has_value());
    QCOMPARE(again->open(m_sealed).value(), "the secret"_ba);
    QCOMPARE(again->open(m_box->seal("")).value(), QByteArray());

    const auto wrong = PassphraseBox::of(m_sealed, "four words are enougH"_ba);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::Unauthorized);
}

void TestPassphraseBox::sealsAnewEachTime()
{
    QCOMPARE_NE(m_box->seal("the secret"_ba), m_sealed);
}

void TestPassphraseBox::tellsDamageFromAWrongPassphrase_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray(200, 'x');
    QTest::newRow("cut in its head") << m_sealed.first(20);
    QTest::newRow("cut in its text") << m_sealed.chopped(40);
    QTest::newRow("one byte short") << m_sealed.chopped(1);
    QByteArray turned = m_sealed;
    turned[turned.size() - 40] = char(turned[turned.size() - 40] ^ 1);
    QTest::newRow("one bit turned") << turned;
}

void TestPassphraseBox::tellsDamageFromAWrongPassphrase()
{
    QFETCH(QByteArray, damaged);
    QCOMPARE(m_box->open(damaged).error().code, ErrorCode::BadRequest);
    QCOMPARE(PassphraseBox::of(damaged, "four words are enough"_ba).error().code, ErrorCode::BadRequest);
}

/// A terabyte of memory, and a checksum that fits.
void TestPassphraseBox::doesNotDoWhateverAFileAsksFor()
{
    QByteArray greedy = m_sealed.chopped(32);
    greedy[12] = '\x40';
    greedy += crypto::sha256(greedy);
    QCOMPARE(PassphraseBox::of(greedy, "four words are enough"_ba).error().code, ErrorCode::BadRequest);
}

QTEST_APPLESS_MAIN(TestPassphraseBox)
#include "tst_passphrasebox.moc"
