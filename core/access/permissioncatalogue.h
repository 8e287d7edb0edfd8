// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tenantry::access {

/// A permission of the platform as the API shows it. Held through a group it is model-level: it counts on every object
/// of its model. Those of the model `site` are granted on one site, too.
struct CataloguedPermission
{
    std::int64_t id = 0; ///< stays what it is for good
    QString codename;    ///< "view_site"; unique
    QString name;        ///< for people
    std::int64_t contentTypeId = 0;
    QString model; ///< "organization", "site", "user"
};

/// The application that all content types of the platform belong to: "core".
QString permissionAppLabel();

/// Every permission there is, by id. Each opens something: sites and organizations are made by whoever may manage
/// organizations, so that there is none for adding them.
const std::vector<CataloguedPermission> &permissionCatalogue();

std::optional<CataloguedPermission> cataloguedPermission(std::int64_t id);
std::optional<CataloguedPermission> cataloguedPermission(const QString &codename);

/// The names sorted, each once; a validation error about `field` where one is none of `known`.
Result<QStringList> checkedCodenames(const QStringList &codenames, const QStringList &known, const QString &field);

/// The codenames of the catalogue, sorted.
QStringList cataloguedCodenames();

} // namespace tenantry::access
