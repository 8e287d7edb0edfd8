// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenariorunner.h"
#include "tests/support/testnames.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// The names of all scripts below a folder: "http/errors".
QStringList scriptNames(const QString &topic)
{
    const QDir root(test::sourceDirectory() + u"/tests/scripts"_s);
    QStringList names;
    QDirIterator files(root.filePath(topic), {u"*.test"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        names.append(root.relativeFilePath(files.next()).chopped(5));
    names.sort();
    return names;
}

/// Plays a script and answers what went wrong.
QStringList play(const QString &name, const QString &engine)
{
    QFile file(test::sourceDirectory() + u"/tests/scripts/"_s + name + u".test"_s);
    if (!file.open(QFile::ReadOnly))
        return {u"there is no script "_s + name};
    const Result<test::Scenario> scenario = test::Scenario::parse(QString::fromUtf8(file.readAll()));
    if (!scenario)
        return {scenario.error().message};
    return test::ScenarioRunner(*scenario, engine).run();
}

} // namespace

/// Plays the scripts of a topic, or one: `tst_scripts TOPIC[/SCRIPT] [ENGINE]`.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString asked = application.arguments().value(1);
    const QStringList names = asked.contains(u'/') ? QStringList(asked) : scriptNames(asked);
    const QStringList engines = argc > 2 ? QStringList(application.arguments().at(2)) : test::engineNames();
    int failed = 0;
    for (const QString &name : names) {
        for (const QString &engine : engines) {
            const QStringList problems = play(name, engine);
            std::printf("%s  %s on %s\n", problems.isEmpty() ? "pass" : "FAIL", qPrintable(name), qPrintable(engine));
            for (const QString &problem : problems)
                std::printf("      %s\n", qPrintable(problem));
            std::fflush(stdout);
            failed += problems.isEmpty() ? 0 : 1;
        }
    }
    if (names.isEmpty())
        std::printf("there are no scripts at %s\n", qPrintable(asked));
    return failed > 0 || names.isEmpty() ? 1 : 0;
}
