// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/base/later.h"
#include "core/identity/account.h"
#include "core/sql/database.h"

#include <functional>
#include <memory>
#include <vector>

namespace tenantry::identity {

class PasswordHasher;

/// What a new platform account is made of. Without a password nobody can sign in with it until one is set.
struct NewAccount
{
    QString username; ///< empty: the e-mail address
    QString email;
    QString password; ///< plain; checked against the password rules, at most 1,024 bytes
    QString firstName;
    QString lastName;
    bool active = true;
    bool staff = false;
    bool superuser = false;
};

/// Which accounts to list.
struct AccountFilter
{
    QString search; ///< part of user name, e-mail, first or last name, ignoring case
    std::optional<bool> active;
    std::optional<bool> staff;
    std::optional<bool> superuser;
    bool deleted = false;
    std::optional<std::vector<std::int64_t>> among; ///< only these ids
    QString ordering; ///< username (also when empty), email, date_joined, last_login; with '-' in front reversed
    std::int64_t offset = 0;
    std::int64_t limit = 20;
};

struct AccountPage
{
    std::vector<Account> accounts;
    std::int64_t total = 0; ///< that match, on all pages
};

/// The accounts of the platform database. Lookups take a Session, so that they work in reads and inside writes; deleted
/// accounts are found too. User names are case-sensitive, e-mail addresses are not. Thread-safe.
class Accounts
{
public:
    Accounts(sql::Database &platform, PasswordHasher &hasher, const Clock &clock);

    static Result<std::optional<Account>> byId(sql::Session &session, std::int64_t id);
    static Result<std::optional<Account>> byUuid(sql::Session &session, const QString &uuid);
    static Result<std::optional<Account>> byUsername(sql::Session &session, const QString &username);
    static Result<std::optional<Account>> byEmail(sql::Session &session, const QString &email);
    /// What is typed into a sign-in form: an e-mail address, or else a user name.
    static Result<std::optional<Account>> byLogin(sql::Session &session, const QString &login);
    /// What stands in a path: a user name, or a UUID.
    static Result<std::optional<Account>> byUsernameOrUuid(sql::Session &session, const QString &key);
    static Result<AccountPage> list(sql::Session &session, const AccountFilter &filter);

    /// An account that nobody can sign in with: inactive and without a password, its user name the address where that
    /// is free and a user name. The address is free.
    static Result<Account> insertUnused(sql::Transaction &transaction, const QString &uuid, const QString &email,
                                        Micros now);
    /// What insertUnused() made becomes somebody's. Names that are empty stay so; `hash` is of their password.
    static Result<void> takeIntoUse(sql::Transaction &transaction, const Account &account, const QString &hash,
                                    const QString &firstName, const QString &lastName);
    /// Takes away what insertUnused() made, with a `reason` for its history, and frees name and address. False: it is
    /// in use by now, or gone.
    static Result<bool> removeUnused(sql::Transaction &transaction, const Account &account, const QString &reason);

    /// Validation errors name `username`, `email`, `first_name`, `last_name` and `password`; an empty password is not
    /// looked at.
    static Result<void> checkFields(const Account &account, const QString &password);
    /// The account as it is now, its id and UUID excepted. A name or address that is taken is a validation error. What
    /// was signed in at another token epoch is over. `reason`: what of the change the account itself does not show.
    static Result<void> store(sql::Transaction &transaction, const Account &account, const QString &reason = {});

    /// After every change of an account but that of when it last signed in: what it is now goes into its history.
    static Result<void> noteChange(sql::Transaction &transaction, const Account &account, audit::history::Change change,
                                   const QString &reason = {});
    /// Where the history of an account is.
    static audit::history::Record historyOf(const QString &uuid);

    /// What is done first in the transaction that makes an account.
    using Prepare = std::function<Result<void>(sql::Transaction &)>;
    /// Checks everything, hashes the password and stores the account. Validation errors name `username`, `email` or
    /// `password`; a name or address that is taken is one too.
    Later<Account> create(NewAccount account, const Prepare &prepare = {}) const;
    /// Also raises the token epoch and ends the account's sessions, that of the token `keptSession` apart. `origin`:
    /// for the account's history.
    Later<Account> setPassword(std::int64_t id, const QString &password,
                               const std::shared_ptr<const sql::Origin> &origin = {},
                               const QByteArray &keptSession = {}) const;

    sql::Database &database() const { return m_platform; }

private:
    sql::Database &m_platform;
    PasswordHasher &m_hasher;
    const Clock &m_clock;
};

} // namespace tenantry::identity
