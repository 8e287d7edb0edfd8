// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/admincommand.h"
#include "app/server/command.h"
#include "app/server/configcommand.h"
#include "app/server/democommand.h"
#include "app/server/masterkeycommand.h"
#include "app/server/migratecommand.h"
#include "app/server/secretkeycommand.h"
#include "app/server/servecommand.h"
#include "app/server/sitescommand.h"
#include "app/server/sqlcommand.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr Command commands[] = {
    {"serve", "run the server", serveCommand},
    {"admin", "create and list administrators, reset passwords", adminCommand},
    {"sites", "list, check and repair the databases of sites", sitesCommand},
    {"migrate", "bring the databases to the schema of this version", migrateCommand},
    {"demo", "fill the data with a shop and a magazine to look at", demoCommand},
    {"sql", "look into a site's database, or change it", sqlCommand},
    {"secret-key", "replace the secret that signs tokens", secretKeyCommand},
    {"master-key", "replace the key that encrypts the secrets of sites", masterKeyCommand},
    {"config", "show the settings it would run with", configCommand},
};

void printHelp(std::FILE *out)
{
    std::fputs("Usage: tenantry-server COMMAND [OPTIONS]\n\nCommands:\n", out);
    for (const Command &command : commands)
        std::fprintf(out, "  %-10s %s\n", command.name, command.summary);
    std::fputs("\ntenantry-server COMMAND --help tells the options of a command; --version tells the version.\n", out);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tenantry-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TENANTRY_VERSION));
    QStringList arguments = QCoreApplication::arguments();
    const QString word = arguments.value(1);
    if (word == "--help"_L1 || word == "-h"_L1 || word == "help"_L1) {
        printHelp(stdout);
        return 0;
    }
    if (word == "--version"_L1 || word == "-v"_L1) {
        std::puts("tenantry-server " TENANTRY_VERSION);
        return 0;
    }
    for (const Command &command : commands) {
        if (word != QLatin1StringView(command.name))
            continue;
        arguments.removeAt(1);
        arguments.front() += u' ' + word;
        return command.run(arguments);
    }
    if (!word.isEmpty())
        std::fprintf(stderr, "tenantry-server: there is no command \"%s\"\n\n", qPrintable(word));
    printHelp(stderr);
    return 2;
}
