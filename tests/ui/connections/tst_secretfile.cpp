// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "ui/connections/secretfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using tenantry::test::await;

namespace {

constexpr SecretFile::Cost cheap{.passes = 1, .memoryKib = 8};
const QString passphrase = u"four words are enough"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test cannot write %s", qPrintable(path));
}

} // namespace

class TestSecretFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsWhatItIsGiven();
    void isItsOwnersAlone();
    void wrongPassphraseOpensNothing();
    void lockedFileAnswersNothing();
    void cutFileIsToldFromAWrongPassphrase_data();
    void cutFileIsToldFromAWrongPassphrase();
    void failedWriteLeavesWhatWasThere();
    void twoConsolesShareIt();
    void whoForgotThePassphraseBeginsAnew();
    void waitsForNothingInTheWindow();

private:
    QString keptBy(SecretFile &file, const QString &key);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSecretFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"console/passwords"_s); // its folder is made too
}

QString TestSecretFile::keptBy(SecretFile &file, const QString &key)
{
    const auto kept = await(file.read(key));
    if (!kept)
        return u"error: "_s + kept.error().message;
    return kept->value_or(u"nothing"_s);
}

void TestSecretFile::keepsWhatItIsGiven()
{
    {
        SecretFile file(m_path, cheap);
        QVERIFY(!await(file.exists()).value());
        QVERIFY(await(file.unlock(passphrase)));
        QVERIFY(file.isUnlocked());
        QVERIFY(await(file.write(u"ada https://one"_s, u"p\u00e4ss \"word\""_s)));
        QVERIFY(await(file.write(u"ada https://two"_s, u"other"_s)));
        QVERIFY(await(file.write(u"ada https://two"_s, u"newer"_s)));
        QVERIFY(await(file.remove(u"nobody"_s)));
    }
    QVERIFY(!contentOf(m_path).contains("ada")); // not even whose passwords they are
    SecretFile file(m_path, cheap);
    QVERIFY(await(file.exists()).value());
    QVERIFY(await(file.unlock(passphrase)));
    QCOMPARE(keptBy(file, u"ada https://one"_s), u"p\u00e4ss \"word\""_s);
    QCOMPARE(keptBy(file, u"ada https://two"_s), u"newer"_s);
    QCOMPARE(keptBy(file, u"nobody"_s), u"nothing"_s);
    QVERIFY(await(file.remove(u"ada https://two"_s)));
    QCOMPARE(keptBy(file, u"ada https://two"_s), u"nothing"_s);
}

void TestSecretFile::isItsOwnersAlone()
{
    SecretFile file(m_path, cheap);
    QVERIFY(await(file.unlock(passphrase)));
    QVERIFY(await(file.write(u"key"_s, u"secret"_s)));
    const auto owners = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(m_path) & ~owners, QFile::Permissions());
    QVERIFY(QFile::permissions(m_path).testFlag(QFile::ReadOwner));
}

void TestSecretFile::wrongPassphraseOpensNothing()
{
    {
        SecretFile file(m_path, cheap);
        QVERIFY(await(file.unlock(passphrase)));
        QVERIFY(await(file.write(u"key"_s, u"secret"_s)));
    }
    const QByteArray before = contentOf(m_path);
    SecretFile file(m_path, cheap);
    const auto opened = await(file.unlock(u"four words are enouGh"_s));
    QVERIFY(!opened);
    QCOMPARE(opened.error().fields.at(0).path, u"passphrase"_s);
    QVERIFY(!file.isUnlocked());
    QVERIFY(!await(file.write(u"key"_s, u"overwritten"_s)));
    QCOMPARE(contentOf(m_path), before);
    QVERIFY(await(file.unlock(passphrase)));
    QCOMPARE(keptBy(file, u"key"_s), u"secret"_s);
}

void TestSecretFile::lockedFileAnswersNothing()
{
    SecretFile file(m_path, cheap);
    QCOMPARE(await(file.read(u"key"_s)).error().code, ErrorCode::Unauthorized);
    QCOMPARE(await(file.write(u"key"_s, u"secret"_s)).error().code, ErrorCode::Unauthorized);
    QCOMPARE(await(file.remove(u"key"_s)).error().code, ErrorCode::Unauthorized);
    QVERIFY(!QFile::exists(m_path));
}

void TestSecretFile::cutFileIsToldFromAWrongPassphrase_data()
{
    QTest::addColumn<int>("left");
    QTest::newRow("empty") << 0;
    QTest::newRow("head only") << 30;
    QTest::newRow("half") << -60;
    QTest::newRow("one byte short") << -1;
}

void TestSecretFile::cutFileIsToldFromAWrongPassphrase()
{
    QFETCH(int, left);
    SecretFile file(m_path, cheap);
    QVERIFY(await(file.unlock(passphrase)));
    QVERIFY(await(file.write(u"key"_s, u"secret"_s)));
    const QByteArray whole = contentOf(m_path);
    const QByteArray cut = left < 0 ? whole.chopped(-left) : whole.first(left);
    put(m_path, cut);
    SecretFile other(m_path, cheap);
    const auto opened = await(other.unlock(passphrase));
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains("is damaged"_L1), qPrintable(opened.error().message));
    QVERIFY(!await(file.write(u"key"_s, u"new"_s))); // also when it was open: what is left may be brought back
    QCOMPARE(contentOf(m_path), cut);
    put(m_path, whole);
    QVERIFY(await(other.unlock(passphrase)));
    QCOMPARE(keptBy(other, u"key"_s), u"secret"_s);
}

/// A folder stands where the new file would take the old one's place.
void TestSecretFile::failedWriteLeavesWhatWasThere()
{
    SecretFile file(m_path, cheap);
    QVERIFY(await(file.unlock(passphrase)));
    QVERIFY(await(file.write(u"key"_s, u"secret"_s)));
    const QByteArray whole = contentOf(m_path);
    QVERIFY(QFile::rename(m_path, m_path + u".away"_s));
    QVERIFY(QDir().mkpath(m_path));
    const auto written = await(file.write(u"key"_s, u"new"_s));
    QVERIFY(!written);
    QVERIFY(written.error().message.contains(QDir::toNativeSeparators(m_path)));
    QCOMPARE(QFileInfo(m_path).dir().entryList(QDir::Files).size(), 1); // no half file is left behind
    QVERIFY(QDir().rmdir(m_path));
    QVERIFY(QFile::rename(m_path + u".away"_s, m_path));
    QCOMPARE(contentOf(m_path), whole);
    QCOMPARE(keptBy(file, u"key"_s), u"secret"_s);
}

void TestSecretFile::twoConsolesShareIt()
{
    SecretFile one(m_path, cheap);
    SecretFile other(m_path, cheap);
    QVERIFY(await(one.unlock(passphrase)));
    QVERIFY(await(other.unlock(passphrase)));
    // Handed over together: each reads what the other has written before it writes.
    auto first = one.write(u"first"_s, u"1"_s);
    auto second = other.write(u"second"_s, u"2"_s);
    QVERIFY(await(std::move(first)));
    QVERIFY(await(std::move(second)));
    QCOMPARE(keptBy(one, u"second"_s), u"2"_s);
    QCOMPARE(keptBy(other, u"first"_s), u"1"_s);
}

void TestSecretFile::whoForgotThePassphraseBeginsAnew()
{
    SecretFile file(m_path, cheap);
    QVERIFY(await(file.unlock(passphrase)));
    QVERIFY(await(file.write(u"key"_s, u"secret"_s)));
    QVERIFY(await(file.discard()));
    QVERIFY(!file.isUnlocked());
    QVERIFY(await(file.unlock(u"another passphrase"_s)));
    QCOMPARE(keptBy(file, u"key"_s), u"nothing"_s);
}

/// Making the key takes long; the window's events come through all the while.
void TestSecretFile::waitsForNothingInTheWindow()
{
    SecretFile file(m_path);
    std::optional<Result<void>> opened;
    file.unlock(passphrase).then(this, [&](Result<void> result) { opened = std::move(result); });
    int events = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&] { events += opened ? 0 : 1; });
    ticking.start(0);
    QTRY_VERIFY(opened.has_value());
    QVERIFY(opened->has_value());
    QVERIFY(events > 3);
}

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
