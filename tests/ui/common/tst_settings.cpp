// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/common/settings.h"

#include <QFile>
#include <QLockFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void areThereAtTheNextStart();
    void whatAnotherProgramKeepsStays();
    void nobodyWaitsForTheDisk();

private:
    QString file() const { return m_folder->filePath(u"console.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::areThereAtTheNextStart()
{
    {
        Settings settings(file());
        QCOMPARE(settings.fileName(), file());
        QCOMPARE(settings.value(u"window/zoom"_s, 100).toInt(), 100);
        settings.setValue(u"window/zoom"_s, 120);
        settings.setValue(u"window/zoom"_s, 130);
        settings.setValue(u"window/state"_s, QByteArray("\0\1=;", 4));
        QCOMPARE(settings.value(u"window/zoom"_s, 100).toInt(), 130);
    }
    const Settings settings(file());
    QCOMPARE(settings.value(u"window/zoom"_s).toInt(), 130);
    QCOMPARE(settings.value(u"window/state"_s).toByteArray(), QByteArray("\0\1=;", 4));
}

void TestSettings::whatAnotherProgramKeepsStays()
{
    {
        Settings settings(file());
        settings.setValue(u"window/zoom"_s, 120);
        QSettings(file(), QSettings::IniFormat).setValue(u"window/language"_s, u"de"_s);
    }
    QCOMPARE(Settings(file()).value(u"window/zoom"_s).toInt(), 120);
    QCOMPARE(Settings(file()).value(u"window/language"_s).toString(), u"de"_s);
}

/// A file whose lock somebody else holds stands for a disk that takes its time.
void TestSettings::nobodyWaitsForTheDisk()
{
    auto settings = std::make_unique<Settings>(file());
    QLockFile lock(file() + u".lock"_s);
    QVERIFY(lock.lock());
    settings->setValue(u"window/zoom"_s, 120);
    QCOMPARE(settings->value(u"window/zoom"_s).toInt(), 120);
    QVERIFY(!QFile::exists(file())); // so it came back before anything was written
    lock.unlock();
    settings.reset();
    QCOMPARE(Settings(file()).value(u"window/zoom"_s).toInt(), 120);
}

TENANTRY_GUI_TEST_MAIN(TestSettings)
#include "tst_settings.moc"
