// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accounts.h"

#include "core/base/fold.h"
#include "core/base/ids.h"
#include "core/identity/mfa/secondfactors.h"
#include "core/identity/names.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/passwordrules.h"
#include "core/identity/sessions.h"
#include "core/tenancy/listing.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

using audit::history::Change;

namespace {

constexpr std::array sortKeys{
    SortKey{"username"_L1, "a.username"}, SortKey{"email"_L1, "a.email"}, SortKey{"date_joined"_L1, "a.date_joined"},
    SortKey{"last_login"_L1, "coalesce(a.last_login, 0)"}, // never signed in comes first, on both engines
};

Result<std::optional<Account>> findWhere(sql::Session &session, std::string_view condition, const sql::Value &value)
{
    std::string text = "SELECT ";
    text.append(Account::columns).append(" FROM {accounts} a WHERE ").append(condition);
    return session.first(text, {value}, [](const sql::Cursor &row) { return Account::from(row); });
}

Result<void> checkNew(const NewAccount &account)
{
    std::vector<FieldError> problems;
    if (const auto problem = usernameProblem(account.username))
        problems.push_back({u"username"_s, *problem});
    if (const auto problem = emailProblem(account.email))
        problems.push_back({u"email"_s, *problem});
    if (account.firstName.size() > 150)
        problems.push_back({u"first_name"_s, u"At most 150 characters."_s});
    if (account.lastName.size() > 150)
        problems.push_back({u"last_name"_s, u"At most 150 characters."_s});
    const QStringList personal{account.username, account.email, account.firstName, account.lastName};
    if (!account.password.isEmpty()) {
        if (const auto problem = passwordProblem(account.password, personal))
            problems.push_back({u"password"_s, *problem});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

/// `ownId`: of the account that may have them already.
Result<void> checkFree(sql::Session &session, const QString &username, const QString &email, std::int64_t ownId)
{
    const auto others = [&](const std::optional<Account> &holder) { return holder && holder->id != ownId; };
    std::vector<FieldError> problems;
    if (others(TRY(Accounts::byUsername(session, username))))
        problems.push_back({u"username"_s, u"This user name is taken."_s});
    if (others(TRY(Accounts::byEmail(session, email))))
        problems.push_back({u"email"_s, u"There is an account with this e-mail address already."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

/// Of new accounts and those that are there.
template<class AnyAccount>
QString searchText(const AnyAccount &account)
{
    return tenantry::searchText({account.username, account.email, account.firstName, account.lastName});
}

Conditions conditionsOf(const AccountFilter &filter)
{
    Conditions conditions;
    conditions.addFlag("a.is_deleted", filter.deleted);
    conditions.addFlag("a.is_active", filter.active);
    conditions.addFlag("a.is_staff", filter.staff);
    conditions.addFlag("a.is_superuser", filter.superuser);
    if (!filter.search.isEmpty())
        conditions.addSearch("a.search_text", filter.search);
    if (filter.among)
        conditions.add(filter.among->empty() ? "1 = 0" : "a.id IN (" + conditions.bindList(*filter.among) + ")");
    return conditions;
}

Result<Account> insert(sql::Transaction &transaction, const NewAccount &account, const QString &uuid,
                       const QString &hash, Micros now)
{
    TRY(transaction.execute("INSERT INTO {accounts} (uuid, username, email, email_folded, password_hash, "
                            "first_name, last_name, is_active, is_staff, is_superuser, is_deleted, "
                            "date_joined, search_text) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, FALSE, $11, $12)",
                            {uuid, account.username, account.email, folded(account.email), hash, account.firstName,
                             account.lastName, account.active, account.staff, account.superuser, now,
                             searchText(account)}));
    Account made = *TRY(Accounts::byUuid(transaction, uuid));
    TRY(Accounts::noteChange(transaction, made, Change::Created));
    return made;
}

} // namespace

Accounts::Accounts(sql::Database &platform, PasswordHasher &hasher, const Clock &clock)
    : m_platform(platform)
    , m_hasher(hasher)
    , m_clock(clock)
{
}

Result<std::optional<Account>> Accounts::byId(sql::Session &session, std::int64_t id)
{
    return findWhere(session, "a.id = $1", id);
}

Result<std::optional<Account>> Accounts::byUuid(sql::Session &session, const QString &uuid)
{
    return findWhere(session, "a.uuid = $1", uuid);
}

Result<std::optional<Account>> Accounts::byUsername(sql::Session &session, const QString &username)
{
    return findWhere(session, "a.username = $1", username);
}

Result<std::optional<Account>> Accounts::byEmail(sql::Session &session, const QString &email)
{
    return findWhere(session, "a.email_folded = $1", folded(email));
}

Result<std::optional<Account>> Accounts::byLogin(sql::Session &session, const QString &login)
{
    if (login.contains(u'@')) {
        if (auto account = TRY(byEmail(session, login)))
            return account;
    }
    return byUsername(session, login);
}

Result<std::optional<Account>> Accounts::byUsernameOrUuid(sql::Session &session, const QString &key)
{
    if (auto account = TRY(byUsername(session, key)))
        return account;
    return isUuid(key) ? byUuid(session, key) : Result<std::optional<Account>>(std::nullopt);
}

Result<AccountPage> Accounts::list(sql::Session &session, const AccountFilter &filter)
{
    const std::string order = TRY(orderBy(filter.ordering, u"username"_s, sortKeys, "a.id"));
    Conditions conditions = conditionsOf(filter);
    AccountPage page;
    const auto total = TRY(session.first("SELECT count(*) FROM {accounts} a" + conditions.where(), conditions.values(),
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string text = std::string("SELECT ") + Account::columns + " FROM {accounts} a" + conditions.where() + order;
    text += " LIMIT " + conditions.bind(filter.limit);
    text += " OFFSET " + conditions.bind(filter.offset);
    page.accounts =
        TRY(session.all(text, conditions.values(), [](const sql::Cursor &row) { return Account::from(row); }));
    return page;
}

Result<Account> Accounts::insertUnused(sql::Transaction &transaction, const QString &uuid, const QString &email,
                                       Micros now)
{
    NewAccount account;
    account.email = email;
    account.active = false;
    const bool isName = !usernameProblem(email) && !TRY(byUsername(transaction, email));
    account.username = isName ? email : uuid;
    return insert(transaction, account, uuid, QString(), now);
}

Result<void> Accounts::takeIntoUse(sql::Transaction &transaction, const Account &account, const QString &hash,
                                   const QString &firstName, const QString &lastName)
{
    Account used = account;
    used.passwordHash = hash;
    used.firstName = firstName;
    used.lastName = lastName;
    used.active = true;
    return store(transaction, used, u"The account was taken into use"_s);
}

Result<bool> Accounts::removeUnused(sql::Transaction &transaction, const Account &account, const QString &reason)
{
    const auto removed = TRY(transaction.execute("DELETE FROM {accounts} WHERE id = $1 AND NOT is_active "
                                                 "AND NOT is_deleted AND password_hash = ''",
                                                 {account.id}));
    if (removed == 1)
        TRY(noteChange(transaction, account, Change::Deleted, reason));
    return removed == 1;
}

Result<void> Accounts::checkFields(const Account &account, const QString &password)
{
    NewAccount fields;
    fields.username = account.username;
    fields.email = account.email;
    fields.firstName = account.firstName;
    fields.lastName = account.lastName;
    fields.password = password;
    return checkNew(fields);
}

Result<void> Accounts::store(sql::Transaction &transaction, const Account &account, const QString &reason)
{
    TRY(checkFree(transaction, account.username, account.email, account.id));
    const auto stored = TRY(transaction.execute(
        "UPDATE {accounts} SET username = $2, email = $3, email_folded = $4, password_hash = $5, first_name = $6, "
        "last_name = $7, is_active = $8, is_staff = $9, is_superuser = $10, is_deleted = $11, token_epoch = $12, "
        "search_text = $13 WHERE id = $1",
        {account.id, account.username, account.email, folded(account.email), account.passwordHash, account.firstName,
         account.lastName, account.active, account.staff, account.superuser, account.deleted, account.tokenEpoch,
         searchText(account)}));
    if (stored == 0) // it waited for somebody, and was taken away
        return failure(ErrorCode::Conflict, u"This account was taken away meanwhile."_s);
    TRY(transaction.execute("DELETE FROM {sessions} WHERE user_id = $1 AND epoch <> $2",
                            {account.uuid, account.tokenEpoch}));
    return noteChange(transaction, account, Change::Changed, reason);
}

Result<void> Accounts::noteChange(sql::Transaction &transaction, const Account &account, Change change,
                                  const QString &reason)
{
    return audit::history::add(transaction, {historyOf(account.uuid), change, toJson(account), reason});
}

audit::history::Record Accounts::historyOf(const QString &uuid)
{
    return {u"account"_s, uuid};
}

Later<Account> Accounts::create(NewAccount account, const Prepare &prepare) const
{
    account.email = account.email.trimmed();
    if (account.username.isEmpty())
        account.username = account.email;
    if (const auto checked = checkNew(account); !checked)
        return failure(checked.error());
    const auto store = [&platform = m_platform, now = m_clock.now(), account, prepare](const QString &hash) {
        return platform.write([=, uuid = newUuid()](sql::Transaction &transaction) -> Result<Account> {
            if (prepare)
                TRY(prepare(transaction));
            TRY(checkFree(transaction, account.username, account.email, 0));
            return insert(transaction, account, uuid, hash, now);
        });
    };
    if (account.password.isEmpty())
        return store(QString());
    return m_hasher.hash(account.password).andThen(store);
}

Later<Account> Accounts::setPassword(std::int64_t id, const QString &password,
                                     const std::shared_ptr<const sql::Origin> &origin,
                                     const QByteArray &keptSession) const
{
    const auto account = m_platform.read([&](sql::Session &session) { return byId(session, id); });
    if (!account)
        return failure(account.error());
    if (!*account)
        return failure(ErrorCode::NotFound, u"There is no such account."_s);
    const Account &found = **account;
    if (const auto problem = passwordProblem(password, {found.username, found.email, found.firstName, found.lastName}))
        return failure(Error::field(u"password"_s, *problem));
    return m_hasher.hash(password).andThen([&platform = m_platform, id, origin, keptSession](const QString &hash) {
        return platform.write([=](sql::Transaction &transaction) -> Result<Account> {
            transaction.setOrigin(origin);
            TRY(transaction.execute(
                "UPDATE {accounts} SET password_hash = $2, token_epoch = token_epoch + 1 WHERE id = $1", {id, hash}));
            auto changed = TRY(byId(transaction, id));
            if (!changed)
                return failure(ErrorCode::NotFound, u"There is no such account."_s);
            TRY(SecondFactors::removeUnactivated(transaction, changed->uuid));
            TRY(Sessions::endOthers(transaction, changed->uuid, keptSession, changed->tokenEpoch));
            TRY(noteChange(transaction, *changed, Change::Changed, u"A new password"_s));
            return *std::move(changed);
        });
    });
}

} // namespace tenantry::identity
