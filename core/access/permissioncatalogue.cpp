// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/permissioncatalogue.h"

#include "core/access/permissions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

struct ContentType
{
    std::int64_t id;
    QString model;
    QList<PermissionInfo> permissions;
};

/// New ones go behind those that are there: a permission's number is made of its place.
QList<ContentType> contentTypes()
{
    return {
        {1, u"organization"_s, organizationPermissions()},
        {2, u"site"_s, sitePermissions()},
        {3,
         u"user"_s,
         {{u"view_user"_s, u"Can see all accounts"_s},
          {u"add_user"_s, u"Can make accounts"_s},
          {u"change_user"_s, u"Can change accounts that may do no more than its holder"_s},
          {u"delete_user"_s, u"Can delete accounts that may do no more than its holder"_s}}},
    };
}

std::vector<CataloguedPermission> numbered()
{
    constexpr std::int64_t roomForAModel = 100;
    std::vector<CataloguedPermission> catalogue;
    for (const ContentType &type : contentTypes()) {
        std::int64_t id = (type.id - 1) * roomForAModel;
        for (const PermissionInfo &permission : type.permissions)
            catalogue.push_back({++id, permission.codename, permission.name, type.id, type.model});
    }
    return catalogue;
}

template<class Matches>
std::optional<CataloguedPermission> found(Matches matches)
{
    const auto &catalogue = permissionCatalogue();
    const auto permission = std::ranges::find_if(catalogue, matches);
    return permission == catalogue.end() ? std::nullopt : std::optional(*permission);
}

} // namespace

QString permissionAppLabel()
{
    return u"core"_s;
}

const std::vector<CataloguedPermission> &permissionCatalogue()
{
    static const std::vector<CataloguedPermission> catalogue = numbered();
    return catalogue;
}

std::optional<CataloguedPermission> cataloguedPermission(std::int64_t id)
{
    return found([id](const CataloguedPermission &permission) { return permission.id == id; });
}

std::optional<CataloguedPermission> cataloguedPermission(const QString &codename)
{
    return found([&](const CataloguedPermission &permission) { return permission.codename == codename; });
}

Result<QStringList> checkedCodenames(const QStringList &codenames, const QStringList &known, const QString &field)
{
    QStringList checked = codenames;
    checked.sort();
    checked.removeDuplicates();
    for (const QString &codename : std::as_const(checked)) {
        if (!known.contains(codename)) {
            return failure(Error::field(
                field, u"There is no permission %1 here; there are %2."_s.arg(codename, known.join(u", "_s))));
        }
    }
    return checked;
}

QStringList cataloguedCodenames()
{
    QStringList names;
    for (const CataloguedPermission &permission : permissionCatalogue())
        names.append(permission.codename);
    names.sort();
    return names;
}

} // namespace tenantry::access
