// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tags/tagservice.h"

#include "core/base/takegiven.h"
#include "core/tags/tagstore.h"

using namespace Qt::StringLiterals;

namespace tenantry::tags {

namespace {

constexpr qsizetype maxNameLength = 100;
constexpr qsizetype maxDescriptionLength = 1000;

Result<void> requireManager(const SitePrincipal &who)
{
    if (who.may(u"manage_site"_s))
        return {};
    return failure(ErrorCode::Forbidden, u"Only those who manage the site may change its tags."_s,
                   u"Ask an administrator of the site for the permission manage_site."_s);
}

bool isColor(const QString &text)
{
    return text.size() == 7 && text.startsWith(u'#') &&
           std::all_of(text.begin() + 1, text.end(), [](QChar c) { return isxdigit(c.toLatin1()) != 0; });
}

Result<void> check(const Tag &tag)
{
    std::vector<FieldError> problems;
    if (const QString problem = tagNameProblem(tag.name); !problem.isEmpty())
        problems.push_back({u"name"_s, problem});
    if (tag.description.size() > maxDescriptionLength)
        problems.push_back({u"description"_s, u"At most %1 characters."_s.arg(maxDescriptionLength)});
    if (!isColor(tag.color))
        problems.push_back({u"color"_s, u"Must be a color such as #6B7280."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

void apply(const TagChange &change, Tag &tag)
{
    takeGiven(change.name, tag.name);
    takeGiven(change.description, tag.description);
    takeGiven(change.color, tag.color);
}

Result<Tag> existing(sql::Session &session, const QString &slug)
{
    auto tag = TRY(tagstore::findBySlug(session, slug));
    if (!tag)
        return failure(ErrorCode::NotFound, u"The site has no such tag."_s);
    return *std::move(tag);
}

Result<void> checkFree(sql::Session &session, const Tag &tag)
{
    const auto holder = TRY(tagstore::findByName(session, tag.name));
    if (holder && holder->id != tag.id)
        return failure(ErrorCode::Conflict, u"There is a tag of this name already."_s);
    return {};
}

} // namespace

QString tagNameProblem(const QString &name)
{
    if (name.trimmed().isEmpty() || name != name.trimmed())
        return u"A tag's name must not be empty, nor begin or end with a space."_s;
    if (name.size() > maxNameLength)
        return u"A tag's name has at most %1 characters."_s.arg(maxNameLength);
    const bool clean = std::none_of(name.begin(), name.end(),
                                    [](QChar c) { return c == u',' || c.category() == QChar::Other_Control; });
    return clean ? QString() : u"A tag's name has neither commas nor control characters."_s;
}

Result<Page<Tag>> TagService::list(const Site &site, const QString &search, const Window &window) const
{
    return site.read([&](sql::Session &session) { return tagstore::list(session, search, window); },
                     sql::ReadKind::Snapshot);
}

Result<Tag> TagService::find(const Site &site, const QString &slug) const
{
    return site.read([&](sql::Session &session) { return existing(session, slug); });
}

Later<Tag> TagService::create(const Site &site, const SitePrincipal &who, const TagChange &tag) const
{
    TRY(requireManager(who));
    Tag made;
    made.createdAt = made.updatedAt = m_clock.now();
    apply(tag, made);
    TRY(check(made));
    return site.write([made](sql::Transaction &transaction) -> Result<Tag> {
        TRY(checkFree(transaction, made));
        return tagstore::insert(transaction, made);
    });
}

Later<Tag> TagService::update(const Site &site, const SitePrincipal &who, const QString &slug,
                              const TagChange &change) const
{
    TRY(requireManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<Tag> {
        Tag tag = TRY(existing(transaction, slug));
        apply(change, tag);
        tag.updatedAt = now;
        TRY(check(tag));
        TRY(checkFree(transaction, tag));
        TRY(tagstore::update(transaction, tag));
        return tag;
    });
}

Later<void> TagService::remove(const Site &site, const SitePrincipal &who, const QString &slug) const
{
    TRY(requireManager(who));
    return site.write([slug](sql::Transaction &transaction) -> Result<void> {
        const Tag tag = TRY(existing(transaction, slug));
        return tagstore::remove(transaction, tag.id);
    });
}

} // namespace tenantry::tags
