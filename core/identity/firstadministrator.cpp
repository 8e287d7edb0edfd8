// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/firstadministrator.h"

#include "core/base/ids.h"
#include "core/base/privatefile.h"
#include "core/config/config.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr int passwordBytes = 15; ///< 20 characters

Result<bool> isThereOne(const Accounts &accounts, const Config &config)
{
    return accounts.database().read([&](sql::Session &session) -> Result<bool> {
        if (!config.adminEmail.isEmpty())
            return TRY(Accounts::byEmail(session, config.adminEmail)).has_value();
        AccountFilter administrators;
        administrators.superuser = true;
        administrators.active = true;
        administrators.limit = 1;
        return TRY(Accounts::list(session, administrators)).total > 0;
    });
}

/// The same problem, told in the names of the settings it came from.
Error inTermsOfSettings(Error error)
{
    for (const FieldError &field : error.fields) {
        if (field.path == u"password"_s)
            return Error::make(ErrorCode::Validation, u"TENANTRY_ADMIN_PASSWORD: "_s + field.message);
        if (field.path == u"email"_s || field.path == u"username"_s)
            return Error::make(ErrorCode::Validation, u"TENANTRY_ADMIN_EMAIL: "_s + field.message);
    }
    return error;
}

/// Another server of the deployment may start at the same time and make it first.
bool wasMadeMeanwhile(const Accounts &accounts, const Config &config)
{
    return isThereOne(accounts, config).value_or(false);
}

} // namespace

Result<FirstAdministrator> ensureAdministrator(const Accounts &accounts, const Config &config)
{
    if (TRY(isThereOne(accounts, config)))
        return FirstAdministrator();
    FirstAdministrator first;
    first.made = true;
    NewAccount account;
    account.email = config.adminEmail;
    account.password = config.adminPassword;
    account.staff = true;
    account.superuser = true;
    if (account.email.isEmpty()) {
        account.username = u"admin"_s;
        account.email = u"admin@"_s + config.baseDomain;
    }
    if (account.password.isEmpty()) {
        account.password = QString::fromLatin1(randomToken(passwordBytes));
        first.password = account.password;
        first.passwordFile = QDir(config.dataDirectory).filePath(initialPasswordFile);
        // Before the account: a password that is stored nowhere readable would lock the operator out.
        TRY(writePrivateFile(first.passwordFile, account.password.toUtf8() + '\n'));
    }
    first.email = account.email;
    const auto created = accounts.create(account).wait();
    if (created)
        return first;
    if (!first.passwordFile.isEmpty())
        QFile::remove(first.passwordFile);
    if (wasMadeMeanwhile(accounts, config))
        return FirstAdministrator();
    return failure(inTermsOfSettings(created.error()));
}

} // namespace tenantry::identity
