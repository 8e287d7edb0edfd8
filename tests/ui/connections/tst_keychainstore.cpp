// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/childprocess.h"
#include "ui/connections/keychainstore.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace std::chrono_literals;
using tenantry::test::await;
using tenantry::test::ChildProcess;

namespace {

const QString inSession = u"--in-session"_s;

/// A session bus of its own with a new keychain, and this program in it again.
const QString session = u"printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" "
                        "--in-session"_s;

/// What a second start of the console would find, too.
QString keepAndFind()
{
    using Found = std::optional<QString>;
    if (await(KeychainStore().read(u"ada https://one"_s)).value_or(Found(u"error"_s)))
        return u"an empty keychain does not answer \"nothing\""_s;
    if (const auto written = await(KeychainStore().write(u"ada https://one"_s, u"p\u00e4ss"_s)); !written)
        return written.error().message;
    KeychainStore store;
    if (await(store.read(u"ada https://one"_s)).value_or(Found()) != u"p\u00e4ss"_s)
        return u"what was written is not read again"_s;
    if (!await(store.remove(u"ada https://one"_s)) || !await(store.remove(u"ada https://one"_s)))
        return u"removing failed"_s;
    if (await(store.read(u"ada https://one"_s)).value_or(Found(u"error"_s)))
        return u"what was removed is still there"_s;
    return {};
}

} // namespace

class TestKeychainStore : public QObject
{
    Q_OBJECT

private slots:
    void saysWhenNoKeychainAnswers();
    void keepsInTheDesktopsKeychain();
};

void TestKeychainStore::saysWhenNoKeychainAnswers()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    KeychainStore store;
    const auto written = await(store.write(u"key"_s, u"secret"_s));
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains("keychain"_L1), qPrintable(written.error().message));
    QVERIFY(!await(store.read(u"key"_s)));
    QVERIFY(!await(store.remove(u"key"_s)));
}

void TestKeychainStore::keepsInTheDesktopsKeychain()
{
    const QString bus = QStandardPaths::findExecutable(u"dbus-run-session"_s);
    if (bus.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
        QSKIP("needs gnome-keyring and dbus");
    const QTemporaryDir home;
    ChildProcess::Variables variables;
    for (const QString &name : {u"HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        variables.emplace_back(name, home.path());
    ChildProcess desktop(bus, {u"--"_s, u"sh"_s, u"-c"_s, session, QCoreApplication::applicationFilePath()}, variables);
    const ChildProcess::Ended ended = desktop.waitForEnd(60s);
    QVERIFY2(ended.status == 0, ended.errors.constData());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(inSession)) {
        const QString problem = keepAndFind();
        qWarning("%s", qPrintable(problem));
        return problem.isEmpty() ? 0 : 1;
    }
    TestKeychainStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainstore.moc"
