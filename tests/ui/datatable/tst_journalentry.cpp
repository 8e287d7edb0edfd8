// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/journalentry.h"

#include "ui/connections/instance.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

/// What is kept of one instance must never come back in another.
class TestJournalEntry : public QObject
{
    Q_OBJECT

private slots:
    void foldersOfOneNameDiffer();
    void aFolderIsTheSameHoweverItIsWritten();
    void aServerIsKnownByItsAddress();

private:
    static std::unique_ptr<Instance> local(const QString &folder, int port)
    {
        auto api = std::make_unique<client::Api>(QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
        return std::make_unique<Instance>(u"Local: data"_s, std::move(api), nullptr, folder);
    }
};

void TestJournalEntry::foldersOfOneNameDiffer()
{
    QVERIFY(journalentry::nameOf(*local(u"/home/a/data"_s, 1)) != journalentry::nameOf(*local(u"/home/b/data"_s, 1)));
}

void TestJournalEntry::aFolderIsTheSameHoweverItIsWritten()
{
    const QString name = journalentry::nameOf(*local(u"/home/a/data"_s, 1));
    QCOMPARE(journalentry::nameOf(*local(u"/home/a/data/"_s, 2)), name); // and has another port each time
    QCOMPARE(journalentry::nameOf(*local(u"/home/a/../a/data"_s, 3)), name);
}

void TestJournalEntry::aServerIsKnownByItsAddress()
{
    const auto remote = [](const QString &address) {
        return std::make_unique<Instance>(u"Server"_s, std::make_unique<client::Api>(QUrl(address)));
    };
    const QString name = journalentry::nameOf(*remote(u"https://one.example.org"_s));
    QCOMPARE(journalentry::nameOf(*remote(u"https://one.example.org"_s)), name);
    QVERIFY(journalentry::nameOf(*remote(u"https://two.example.org"_s)) != name);
}

QTEST_GUILESS_MAIN(TestJournalEntry)
#include "tst_journalentry.moc"
