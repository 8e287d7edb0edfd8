// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/recoverycodes.h"

#include "core/base/crypto.h"
#include "core/identity/mfa/totp.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity::recoverycodes {

namespace {

constexpr int count = 10;
constexpr int codeBytes = 10; ///< 16 letters and digits
constexpr qsizetype groupLength = 4;

/// "abcd-efgh-ijkl-mnop"
QString newCode()
{
    QString code = totp::base32(crypto::randomBytes(codeBytes)).toLower();
    for (qsizetype at = code.size() - groupLength; at > 0; at -= groupLength)
        code.insert(at, u'-');
    return code;
}

QString hashOf(const QString &userId, const QString &code)
{
    QString letters;
    for (const QChar c : code.left(100).toLower()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return QString::fromLatin1(crypto::sha256Hex(userId.toUtf8() + ' ' + letters.toUtf8()));
}

} // namespace

Result<std::optional<RecoveryCodes>> find(sql::Session &session, const QString &userId)
{
    const auto found = TRY(session.first("SELECT count(*), count(*) - count(used_at), min(created_at), max(used_at) "
                                         "FROM {recovery_codes} WHERE user_id = $1",
                                         {userId}, [](const sql::Cursor &row) {
                                             RecoveryCodes codes;
                                             codes.total = int(row.integer(0));
                                             codes.unused = int(row.integer(1));
                                             codes.createdAt = row.isNull(2) ? 0 : row.integer(2);
                                             if (!row.isNull(3))
                                                 codes.lastUsedAt = row.integer(3);
                                             return codes;
                                         }));
    return found && found->total > 0 ? found : std::nullopt;
}

Result<QStringList> replace(sql::Transaction &transaction, const QString &userId, Micros now)
{
    TRY(remove(transaction, userId));
    QStringList codes;
    for (int i = 0; i < count; ++i) {
        codes.append(newCode());
        TRY(transaction.execute("INSERT INTO {recovery_codes} (user_id, code_hash, created_at) VALUES ($1, $2, $3)",
                                {userId, hashOf(userId, codes.back()), now}));
    }
    return codes;
}

Result<bool> spend(sql::Transaction &transaction, const QString &userId, const QString &code, Micros now)
{
    const auto changed = TRY(transaction.execute("UPDATE {recovery_codes} SET used_at = $3 "
                                                 "WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL",
                                                 {userId, hashOf(userId, code), now}));
    return changed == 1;
}

Result<void> remove(sql::Transaction &transaction, const QString &userId)
{
    TRY(transaction.execute("DELETE FROM {recovery_codes} WHERE user_id = $1", {userId}));
    return {};
}

} // namespace tenantry::identity::recoverycodes
