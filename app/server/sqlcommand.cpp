// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sqlcommand.h"

#include "app/server/command.h"
#include "app/server/platformdata.h"
#include "core/config/commandline.h"
#include "core/sql/console.h"
#include "core/tenancy/sitestore.h"

#include <QCommandLineParser>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

using Access = sql::Console::Access;

/// A value on one line, without what would move the cursor of a terminal.
QString shown(std::string_view text)
{
    QString result;
    for (const QChar c : QString::fromUtf8(text.data(), qsizetype(text.size()))) {
        if (c == u'\t')
            result += u"\\t"_s;
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\\')
            result += u"\\\\"_s;
        else if (c.category() == QChar::Other_Control)
            result += u"\\x%1"_s.arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result;
}

/// A line of column names and one per row, with tabs between; nothing for a statement that answers no rows.
Result<void> runStatement(sql::Session &session, const QByteArray &statement)
{
    const sql::CursorPtr rows = TRY(session.query(statement.toStdString()));
    if (rows->columnCount() == 0)
        return {};
    QStringList cells;
    for (int column = 0; column < rows->columnCount(); ++column)
        cells.append(shown(rows->columnName(column)));
    print(cells.join(u'\t'));
    while (TRY(rows->next())) {
        cells.clear();
        for (int column = 0; column < rows->columnCount(); ++column)
            cells.append(rows->isNull(column) ? u"NULL"_s : shown(rows->text(column)));
        print(cells.join(u'\t'));
    }
    return {};
}

/// What a statement of the operator's own brings up, the engine's words included.
QString complaint(const Error &error)
{
    if (error.cause.isEmpty())
        return explanation(error);
    // A mistake in the statement is no fault of ours, which is what the general sentence says.
    return error.code == ErrorCode::Internal ? error.cause : explanation(error) + u' ' + error.cause;
}

/// Statements from standard input, each ended by ';' at the end of a line. A person may go on after a mistake.
int runInput(sql::Session &session)
{
    const bool person = ::isatty(STDIN_FILENO) == 1;
    QFile input;
    if (!input.open(STDIN_FILENO, QFile::ReadOnly, QFile::DontCloseHandle))
        return failed(input.errorString());
    const auto prompt = [person](const char *text) {
        if (person)
            std::fputs(text, stderr);
    };
    QByteArray statement;
    for (prompt("sql> ");; prompt(statement.isEmpty() ? "sql> " : "...> ")) {
        const QByteArray line = input.readLine();
        statement += line;
        const bool whole = line.isEmpty() || line.trimmed().endsWith(';');
        if (!whole)
            continue;
        statement = statement.trimmed();
        if (!statement.isEmpty()) {
            const Result<void> done = runStatement(session, statement);
            if (!done && !person)
                return failed(complaint(done.error()));
            if (!done)
                failed(complaint(done.error()));
        }
        statement.clear();
        if (line.isEmpty())
            return 0;
    }
}

Result<sql::Place> placeOf(const sql::EngineOptions &data, const QString &site)
{
    const sql::Console platform = TRY(sql::Console::open(data, {}, Access::Read));
    sql::Session session = platform.session();
    const std::optional<SiteRecord> found = TRY(SiteStore::find(session, site));
    if (!found)
        return failure(ErrorCode::NotFound, u"There is no site %1."_s.arg(site),
                       u"`tenantry-server sites list` shows which there are."_s);
    return sql::Place{found->schemaName, found->uuid};
}

Result<sql::Console> openConsole(const Config &config, const std::optional<QString> &site, Access access)
{
    const sql::EngineOptions data = TRY(dataOf(config));
    sql::Place place;
    if (site)
        place = TRY(placeOf(data, *site));
    return sql::Console::open(data, place, access);
}

} // namespace

int sqlCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Runs SQL on a site's database: the statement, or those on standard input, each ended by ';' at the end of a "
        "line. Columns are separated by tabs. {users} stands for a table of the platform's own."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"site"_s, u"The site's slug or UUID."_s);
    parser.addPositionalArgument(u"statement"_s, u"One statement; else standard input is read."_s, u"[statement]"_s);
    parser.addOption({u"write"_s,
                      u"Allow changes. With SQLite the server must not be running; with PostgreSQL restart the "
                      "servers after changing tables."_s});
    parser.addOption({u"platform"_s, u"The platform's own database, instead of a site's."_s});
    addConfigOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(explanation(loaded.error()));

    QStringList words = parser.positionalArguments();
    std::optional<QString> site;
    if (!parser.isSet(u"platform"_s)) {
        if (words.isEmpty())
            return failed(u"say which site, or --platform"_s);
        site = words.takeFirst();
    }
    if (words.size() > 1)
        return failed(u"put the statement in quotes"_s);
    const auto console = openConsole(loaded->config, site, parser.isSet(u"write"_s) ? Access::Write : Access::Read);
    if (!console)
        return failed(explanation(console.error()));
    sql::Session session = console->session();
    if (words.isEmpty())
        return runInput(session);
    const Result<void> done = runStatement(session, words.front().toUtf8());
    return done ? 0 : failed(complaint(done.error()));
}
