// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/admincommand.h"

#include "app/server/command.h"
#include "app/server/platformdata.h"
#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/config/commandline.h"
#include "core/identity/mfa/secondfactors.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

constexpr int passwordBytes = 15; ///< 20 characters

struct Options
{
    QString email;
    QString username;
    QString password; ///< empty: one is made up and printed
};

QString madeUpPassword()
{
    return QString::fromLatin1(randomToken(passwordBytes));
}

/// For the operator to note, when it is not the one that was given.
void printIfMadeUp(const QString &password, const Options &options)
{
    if (options.password.isEmpty())
        print(u"Password: "_s + password);
}

Result<void> create(PlatformData &data, const Options &options)
{
    identity::NewAccount account;
    account.username = options.username;
    account.email = options.email;
    account.password = options.password.isEmpty() ? madeUpPassword() : options.password;
    account.staff = true;
    account.superuser = true;
    const identity::Account made = TRY(data.accounts().create(account).wait());
    print(u"%1 <%2> is an administrator now."_s.arg(made.username, made.email));
    printIfMadeUp(account.password, options);
    return {};
}

Result<void> resetPassword(PlatformData &data, const Options &options)
{
    const auto account = TRY(data.database().read(
        [&](sql::Session &session) { return identity::Accounts::byEmail(session, options.email); }));
    if (!account)
        return failure(ErrorCode::NotFound, u"There is no account with the e-mail address %1."_s.arg(options.email));
    const QString password = options.password.isEmpty() ? madeUpPassword() : options.password;
    TRY(data.accounts().setPassword(account->id, password).wait());
    print(u"%1 <%2> has a new password; its sessions have ended."_s.arg(account->username, account->email));
    printIfMadeUp(password, options);
    return {};
}

Result<void> resetAuthenticators(PlatformData &data, const Options &options)
{
    const auto account = TRY(data.database().read(
        [&](sql::Session &session) { return identity::Accounts::byEmail(session, options.email); }));
    if (!account)
        return failure(ErrorCode::NotFound, u"There is no account with the e-mail address %1."_s.arg(options.email));
    const bool had = TRY(data.database()
                             .write([uuid = account->uuid](sql::Transaction &transaction) {
                                 return identity::SecondFactors::removeAll(transaction, uuid);
                             })
                             .wait());
    print(had ? u"%1 <%2> signs in with the password alone now."_s.arg(account->username, account->email)
              : u"%1 <%2> had no second factor."_s.arg(account->username, account->email));
    return {};
}

Result<void> list(PlatformData &data, const Options &)
{
    identity::AccountFilter filter;
    filter.superuser = true;
    filter.limit = std::numeric_limits<std::int64_t>::max();
    const auto page =
        TRY(data.database().read([&](sql::Session &session) { return identity::Accounts::list(session, filter); }));
    for (const identity::Account &account : page.accounts) {
        const QString lastLogin = account.lastLogin ? dateTimeText(*account.lastLogin) : u"never signed in"_s;
        print(
            QStringList{account.username, account.email, account.active ? u"active"_s : u"inactive"_s, lastLogin}.join(
                u'\t'));
    }
    return {};
}

struct Action
{
    QLatin1StringView name;
    bool needsEmail;
    Result<void> (*run)(PlatformData &, const Options &);
};

constexpr Action actions[] = {
    {"create"_L1, true, create},
    {"reset-password"_L1, true, resetPassword},
    {"reset-authenticators"_L1, true, resetAuthenticators},
    {"list"_L1, false, list},
};

int perform(const Action &action, const Config &config, const Options &options)
{
    if (action.needsEmail && options.email.isEmpty())
        return failed(u"say whose account, with --email"_s);
    const auto data = PlatformData::open(config);
    if (!data)
        return failed(explanation(data.error()));
    if (const Result<void> done = action.run(**data, options); !done)
        return failed(explanation(done.error()));
    return 0;
}

} // namespace

int adminCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Creates and lists platform administrators, resets passwords, and takes the second factors of who has lost "
        "them. With SQLite the server must not be running."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"action"_s, u"create, reset-password, reset-authenticators or list"_s);
    parser.addOption({u"email"_s, u"The account's e-mail address."_s, u"address"_s});
    parser.addOption({u"username"_s, u"The new account's user name; else its e-mail address."_s, u"name"_s});
    parser.addOption({u"password"_s, u"The password; else one is made up and printed."_s, u"text"_s});
    addConfigOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(loaded.error().message);
    const QStringList words = parser.positionalArguments();
    for (const Action &action : actions) {
        if (words.size() == 1 && words.front() == action.name)
            return perform(action, loaded->config,
                           {parser.value(u"email"_s), parser.value(u"username"_s), parser.value(u"password"_s)});
    }
    return failed(u"say what to do: admin create, reset-password, reset-authenticators or list"_s);
}
