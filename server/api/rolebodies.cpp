// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rolebodies.h"

#include "core/base/datetime.h"
#include "server/api/bodyfields.h"
#include "server/api/tenancyjson.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr std::size_t maxDrafts = 100;

/// The parent under either of its names.
Result<std::optional<std::optional<QString>>> parentField(const json::Value &body)
{
    const auto slug = nullableTextField(body, "parent_slug");
    const auto alias = nullableTextField(body, "parent");
    if (slug && alias && *slug != *alias)
        return failure(Error::field(u"parent"_s, u"Is another role than parent_slug; send one of them."_s));
    return slug ? slug : alias;
}

/// What is wrong with the types of one of many drafts, whose members no declaration describes.
std::vector<FieldError> draftProblems(const json::Value &draft, const QString &place)
{
    if (!draft.isObject())
        return {{place.chopped(1), u"Must be an object."_s}};
    std::vector<FieldError> problems;
    for (const char *name : {"name", "description", "parent_slug", "parent"}) {
        const json::Value *value = draft.object().find(name);
        const bool mayBeNull = name == std::string_view("parent_slug") || name == std::string_view("parent");
        if (value && !value->isString() && !(mayBeNull && value->isNull()))
            problems.push_back({place + QLatin1StringView(name), u"Must be a text."_s});
    }
    if (!draft.object().contains("name"))
        problems.push_back({place + u"name"_s, u"This field is required."_s});
    return problems;
}

} // namespace

Result<std::optional<QStringList>> textListField(const json::Value &body, std::string_view name)
{
    const json::Value *list = body.object().find(name);
    if (!list || list->isNull())
        return std::optional<QStringList>();
    QStringList texts;
    for (const json::Value &item : list->array()) {
        if (!item.isString()) {
            return failure(
                Error::field(QString::fromUtf8(name.data(), qsizetype(name.size())), u"Must be a list of texts."_s));
        }
        texts.append(item.text());
    }
    return std::optional(texts);
}

Result<access::AppRoleDraft> appRoleDraft(const json::Value &body)
{
    access::AppRoleDraft draft;
    draft.name = textField(body, "name").value_or(QString()).trimmed();
    draft.description = textField(body, "description").value_or(QString());
    draft.parentSlug = TRY(parentField(body)).value_or(std::nullopt);
    return draft;
}

Result<std::vector<access::AppRoleDraft>> appRoleDrafts(const json::Value &body)
{
    const json::Array &items = body["roles"].array();
    if (items.empty() || items.size() > maxDrafts)
        return failure(Error::field(u"roles"_s, u"Must have 1 to %1 items."_s.arg(maxDrafts)));
    std::vector<access::AppRoleDraft> drafts;
    std::vector<FieldError> problems;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString place = u"roles.%1."_s.arg(i);
        const std::vector<FieldError> wrong = draftProblems(items[i], place);
        problems.insert(problems.end(), wrong.begin(), wrong.end());
        const Result<access::AppRoleDraft> draft = appRoleDraft(items[i]);
        if (draft)
            drafts.push_back(*draft);
        else
            problems.push_back({place + draft.error().fields.front().path, draft.error().fields.front().message});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return drafts;
}

Result<access::AppRoleChange> appRoleChange(const json::Value &body)
{
    access::AppRoleChange change;
    change.name = textField(body, "name");
    change.description = textField(body, "description");
    change.parentSlug = TRY(parentField(body));
    return change;
}

Result<access::SiteRoleDraft> siteRoleDraft(const json::Value &body)
{
    access::SiteRoleDraft draft;
    draft.name = textField(body, "name").value_or(QString()).trimmed();
    draft.description = textField(body, "description").value_or(QString());
    draft.appRoles = TRY(textListField(body, "app_roles")).value_or(QStringList());
    return draft;
}

Result<access::SiteRoleChange> siteRoleChange(const json::Value &body)
{
    access::SiteRoleChange change;
    change.name = textField(body, "name");
    change.description = textField(body, "description");
    change.appRoles = TRY(textListField(body, "app_roles"));
    return change;
}

json::Object appRoleJson(const access::AppRoleView &view, Hierarchy hierarchy)
{
    json::Object object;
    object.set("id", view.role.id);
    object.set("name", view.role.name);
    object.set("slug", view.role.slug);
    object.set("description", view.role.description);
    if (hierarchy == Hierarchy::Shown) {
        const json::Value parent = view.parentSlug ? json::Value(*view.parentSlug) : json::Value();
        object.set("parent", parent);
        object.set("parent_slug", parent);
        object.set("level", view.level);
    }
    object.set("permissions", json::Array());
    object.set("app_slug", view.appSlug);
    object.set("member_count", view.memberCount);
    object.set("created_at", formatDateTime(view.role.createdAt));
    object.set("updated_at", formatDateTime(view.role.updatedAt));
    return object;
}

json::Object siteRoleJson(const access::SiteRoleView &view)
{
    json::Object object;
    object.set("id", view.role.id);
    object.set("name", view.role.name);
    object.set("slug", view.role.slug);
    object.set("description", view.role.description);
    object.set("app_roles", textsJson(view.appRoles));
    object.set("created_at", formatDateTime(view.role.createdAt));
    object.set("updated_at", formatDateTime(view.role.updatedAt));
    return object;
}

} // namespace tenantry::server
