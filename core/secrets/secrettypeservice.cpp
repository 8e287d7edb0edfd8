// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrettypeservice.h"

#include "core/base/takegiven.h"
#include "core/json/jsonschema.h"
#include "core/secrets/caller.h"
#include "core/secrets/secret.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

namespace {

constexpr qsizetype maxNameLength = 100;

Result<void> requireManager(const SitePrincipal &who)
{
    return Caller{who, {}, {}}.requireManager();
}

bool isTypeName(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[a-zA-Z0-9_-]+\\z"_s);
    return name.size() <= maxNameLength && pattern.match(name).hasMatch();
}

Result<void> check(const SecretType &type)
{
    std::vector<FieldError> problems;
    if (!isTypeName(type.name))
        problems.push_back(
            {u"name"_s, u"Must be 1 to %1 letters, digits, hyphens and underscores."_s.arg(maxNameLength)});
    if (type.description.trimmed().isEmpty() || type.description.size() > maxDescriptionLength)
        problems.push_back({u"description"_s, u"Must have 1 to %1 characters."_s.arg(maxDescriptionLength)});
    if (!type.schema.isNull() && !type.schema.isObject()) {
        problems.push_back({u"schema"_s, u"Must be a JSON Schema, which is an object, or null."_s});
    } else if (!type.schema.isNull()) {
        const auto compiled = json::JsonSchema::compile(type.schema, u"schema"_s);
        if (!compiled)
            problems.insert(problems.end(), compiled.error().fields.begin(), compiled.error().fields.end());
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Result<Sensitivity> sensitivityFrom(const QString &name)
{
    const auto sensitivity = sensitivityNamed(name);
    if (!sensitivity)
        return failure(Error::field(u"sensitivity_level"_s, u"Must be one of: public, private, sensitive."_s));
    return *sensitivity;
}

Result<void> apply(const SecretTypeChange &change, SecretType &type)
{
    takeGiven(change.name, type.name);
    takeGiven(change.description, type.description);
    takeGiven(change.schema, type.schema);
    if (change.sensitivity && TRY(sensitivityFrom(*change.sensitivity)) != type.sensitivity)
        return failure(Error::field(u"sensitivity_level"_s, u"Cannot be changed; make another type."_s));
    return check(type);
}

Result<SecretType> existing(sql::Session &session, const QString &slug)
{
    auto type = TRY(secrettypestore::findBySlug(session, slug));
    if (!type)
        return failure(ErrorCode::NotFound, u"The site has no such secret type."_s);
    return *std::move(type);
}

Result<SecretType> changeable(sql::Session &session, const QString &slug)
{
    SecretType type = TRY(existing(session, slug));
    if (type.system)
        return failure(ErrorCode::Forbidden, u"Types that come with the site cannot be changed or deleted."_s);
    return type;
}

Result<void> checkFree(sql::Session &session, const SecretType &type)
{
    // A name leads to one type, so it is no other's slug either.
    const auto holder = TRY(secrettypestore::findNamed(session, type.name));
    if (holder && holder->id != type.id)
        return failure(Error::field(u"name"_s, u"There is a secret type of this name already."_s));
    return {};
}

} // namespace

Result<Page<SecretType>> SecretTypeService::list(const Site &site, const SecretTypeQuery &query) const
{
    return site.read([&](sql::Session &session) { return secrettypestore::list(session, query); },
                     sql::ReadKind::Snapshot);
}

Result<SecretType> SecretTypeService::find(const Site &site, const QString &slug) const
{
    return site.read([&](sql::Session &session) { return existing(session, slug); });
}

Later<SecretType> SecretTypeService::create(const Site &site, const SitePrincipal &who,
                                            const SecretTypeChange &type) const
{
    TRY(requireManager(who));
    SecretType made;
    made.createdAt = made.updatedAt = m_clock.now();
    if (type.sensitivity)
        made.sensitivity = TRY(sensitivityFrom(*type.sensitivity));
    TRY(apply(type, made));
    return site.write([made](sql::Transaction &transaction) -> Result<SecretType> {
        TRY(checkFree(transaction, made));
        return secrettypestore::insert(transaction, made);
    });
}

Later<SecretType> SecretTypeService::update(const Site &site, const SitePrincipal &who, const QString &slug,
                                            const SecretTypeChange &change) const
{
    TRY(requireManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<SecretType> {
        SecretType type = TRY(changeable(transaction, slug));
        TRY(apply(change, type));
        type.updatedAt = now;
        TRY(checkFree(transaction, type));
        TRY(secrettypestore::update(transaction, type));
        return type;
    });
}

Later<void> SecretTypeService::remove(const Site &site, const SitePrincipal &who, const QString &slug) const
{
    TRY(requireManager(who));
    return site.write([slug](sql::Transaction &transaction) -> Result<void> {
        const SecretType type = TRY(changeable(transaction, slug));
        const std::int64_t count = TRY(secrettypestore::countSecretsOf(transaction, type.id));
        if (count > 0)
            return failure(ErrorCode::BadRequest,
                           u"%1 secrets are of this type; delete or change them first."_s.arg(count));
        return secrettypestore::remove(transaction, type.id);
    });
}

} // namespace tenantry::secrets
