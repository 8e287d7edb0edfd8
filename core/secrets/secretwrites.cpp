// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretwrites.h"

#include "core/base/ids.h"
#include "core/base/takegiven.h"
#include "core/json/jsonschema.h"
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "core/secrets/secrethistory.h"
#include "core/secrets/secretlevel.h"
#include "core/secrets/secretstore.h"
#include "core/secrets/secrettypestore.h"
#include "core/tags/tag.h"

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

namespace {

constexpr qsizetype maxValueBytes = 64 * 1024;

/// What can be said without the database.
Result<void> check(const SecretChange &change)
{
    std::vector<FieldError> problems;
    if (change.value && json::write(*change.value).size() > maxValueBytes)
        problems.push_back({u"value"_s, u"A value has at most 64 KiB, written as JSON."_s});
    if (change.description && change.description->size() > maxDescriptionLength)
        problems.push_back({u"description"_s, u"At most %1 characters."_s.arg(maxDescriptionLength)});
    if (change.tags && change.tags->size() > maxTags)
        problems.push_back({u"tags"_s, u"At most %1 tags."_s.arg(maxTags)});
    for (const QString &tag : change.tags.value_or(QStringList())) {
        if (const QString problem = tags::tagNameProblem(tag); !problem.isEmpty())
            problems.push_back({u"tags"_s, problem});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Result<SecretType> typeNamed(sql::Session &session, const QString &nameOrSlug)
{
    auto type = TRY(secrettypestore::findNamed(session, nameOrSlug));
    if (!type)
        return failure(Error::field(u"secret_type"_s, u"The site has no secret type of this name."_s));
    return *std::move(type);
}

/// The findings say where in the value they are, and nothing of what stands there.
Result<void> checkValue(const json::Value &value, const SecretType &type)
{
    if (type.schema.isNull())
        return {};
    const auto schema = TRY(json::JsonSchema::compile(type.schema, u"schema"_s));
    std::vector<FieldError> problems;
    for (const FieldError &problem : schema.problems(value))
        problems.push_back({u"value"_s, problem.path.isEmpty() ? u"The value %1."_s.arg(problem.message)
                                                               : u"%1: %2."_s.arg(problem.path, problem.message)});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Result<Secret> existing(sql::Session &session, std::int64_t level, const QString &key)
{
    auto secret = TRY(secretstore::findOwn(session, level, key));
    if (!secret)
        return failure(ErrorCode::NotFound, u"There is no such secret."_s);
    return *std::move(secret);
}

/// Makes the type that of the secret, which may not become less sensitive by it.
Result<void> giveType(Secret &secret, const SecretType &type)
{
    if (type.sensitivity < secret.sensitivity)
        return failure(Error::field(
            u"secret_type"_s, u"This type is %1, and a secret that is %2 stays so; delete it and make another."_s.arg(
                                  nameOf(type.sensitivity), nameOf(secret.sensitivity))));
    secret.typeId = type.id;
    secret.typeName = type.name;
    secret.sensitivity = type.sensitivity;
    return {};
}

/// A change inside its transaction.
struct Writing
{
    sql::Transaction &transaction;
    const Vault &vault;
    const Site &site;
    const Caller &caller;
    Micros now;

    Result<QByteArray> opened(const Secret &secret) const
    {
        const DataKey key = TRY(vault.dataKey(transaction, site.uuid()));
        return key.open(secret.stored, secret.id);
    }

    /// The value as it is stored now.
    Result<json::Value> storedValue(const Secret &secret) const
    {
        QByteArray text = secret.stored;
        if (secret.sensitivity != Sensitivity::Public)
            text = TRY(opened(secret));
        auto value = json::read({text.constData(), std::size_t(text.size())});
        if (!value)
            return failure(Error::internal(u"a stored secret is no JSON"_s));
        return value;
    }

    Result<void> putValue(Secret &secret, const json::Value &value, const SecretType &type) const
    {
        TRY(checkValue(value, type));
        const QByteArray text = json::write(value);
        secret.value.reset();
        if (secret.sensitivity == Sensitivity::Public) {
            secret.stored = text;
            secret.value = value;
            return {};
        }
        const DataKey key = TRY(vault.ensureDataKey(transaction, site.uuid()));
        secret.stored = key.seal(text, secret.id);
        return {};
    }

    Result<void> note(const Secret &secret, const QString &change) const
    {
        SecretHistoryEntry entry;
        entry.at = now;
        entry.change = change;
        entry.user = caller.name();
        entry.correlationId = caller.correlationId;
        return secrethistory::add(transaction, secret, std::move(entry));
    }

    /// New values, types, tags and words; what is stored follows.
    Result<void> apply(const SecretChange &change, Secret &secret) const
    {
        const SecretType type = TRY(typeNamed(transaction, change.type.value_or(secret.typeName)));
        const bool isOtherType = type.id != secret.typeId;
        std::optional<json::Value> value = change.value;
        if (!value && isOtherType)
            value = TRY(storedValue(secret));
        if (isOtherType)
            TRY(giveType(secret, type));
        if (value)
            TRY(putValue(secret, *value, type));
        else if (secret.sensitivity == Sensitivity::Public)
            secret.value = TRY(storedValue(secret));
        takeGiven(change.description, secret.description);
        if (change.tags) {
            secret.tags = *change.tags;
            secret.tags.removeDuplicates();
            secret.tags.sort();
        }
        return {};
    }
};

} // namespace

Later<Secret> SecretWrites::create(const Site &site, const Caller &caller, const QString &app, const QString &key,
                                   const SecretChange &secret) const
{
    TRY(caller.requireManager());
    if (!isSecretKey(key))
        return failure(
            Error::field(u"key"_s, u"Must be 1 to 255 letters, digits, '_', '.' and '-', a letter or digit first."_s));
    if (!secret.value)
        return failure(Error::field(u"value"_s, u"This field is required."_s));
    if (!secret.type)
        return failure(Error::field(u"secret_type"_s, u"This field is required."_s));
    TRY(check(secret));
    return site.write([=, this, id = newUuid(), now = m_clock.now()](sql::Transaction &transaction) -> Result<Secret> {
        const Writing writing{transaction, m_vault, site, caller, now};
        Secret made;
        made.id = id;
        made.appId = TRY(levelOf(transaction, caller, app));
        made.app = app;
        made.key = key;
        made.sensitivity = Sensitivity::Public;
        made.createdAt = made.updatedAt = now;
        if (TRY(secretstore::findOwn(transaction, made.appId, key)))
            return failure(ErrorCode::Conflict, u"There is a secret with this key already."_s);
        TRY(writing.apply(secret, made));
        TRY(secretstore::insert(transaction, made));
        TRY(secretstore::setTags(transaction, made, now));
        TRY(writing.note(made, u"+"_s));
        return made;
    });
}

Later<Secret> SecretWrites::update(const Site &site, const Caller &caller, const QString &app, const QString &key,
                                   const SecretChange &change) const
{
    TRY(caller.requireManager());
    TRY(check(change));
    return site.write([=, this, now = m_clock.now()](sql::Transaction &transaction) -> Result<Secret> {
        const Writing writing{transaction, m_vault, site, caller, now};
        const std::int64_t level = TRY(levelOf(transaction, caller, app));
        Secret secret = TRY(existing(transaction, level, key));
        secret.app = app;
        secret.updatedAt = now;
        TRY(writing.apply(change, secret));
        TRY(secretstore::update(transaction, secret));
        if (change.tags)
            TRY(secretstore::setTags(transaction, secret, now));
        TRY(writing.note(secret, u"~"_s));
        return secret;
    });
}

Later<void> SecretWrites::remove(const Site &site, const Caller &caller, const QString &app, const QString &key) const
{
    TRY(caller.requireManager());
    return site.write([=, this, now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        const std::int64_t level = TRY(levelOf(transaction, caller, app));
        const Secret secret = TRY(existing(transaction, level, key));
        TRY(secretstore::remove(transaction, secret.id));
        return Writing{transaction, m_vault, site, caller, now}.note(secret, u"-"_s);
    });
}

} // namespace tenantry::secrets
