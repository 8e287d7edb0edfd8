// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/portablepolicy.h"
#include "core/access/roles/portablerole.h"
#include "core/apps/app.h"
#include "core/apps/appdraft.h"
#include "core/data/schema/tablerecord.h"
#include "core/packages/ziparchive.h"
#include "core/secrets/portablesecret.h"

#include <QStringList>

namespace tenantry::packages {

/// Something of a package that is left alone.
struct Skipped
{
    QString kind;
    QString name;
    QString reason;
};

/// An app without its rows, as it travels between sites: `app.json`, a file per role in `roles/`, per datatable in
/// `datatables/`, per policy in `policies/` and per secret, without its value, in `secrets/`.
struct AppPackage
{
    /// Of what is written here. Packages of a later format are refused.
    static constexpr std::int64_t format = 1;

    apps::AppDraft app; ///< with a name; the slug is that of the app it was made of
    std::vector<access::PortableRole> roles;
    QStringList rolePlaces;            ///< what problems with each of them are named below: "roles/clerk.json."
    std::vector<json::Value> policies; ///< as they are posted
    QStringList policyPlaces;          ///< "policies/orders.json."
    std::vector<secrets::PortableSecret> secrets;
    std::vector<json::Value> tables; ///< as a datatable is created
    std::vector<std::string> files;  ///< where each of these stood
    std::vector<Skipped> skipped;    ///< what this version cannot take
};

/// What goes into a package beside the app itself.
struct PackageContents
{
    std::vector<access::PortableRole> roles = {};
    std::vector<data::TableRecord> tables = {};
    std::vector<access::PortablePolicy> policies = {};
    std::vector<secrets::PortableSecret> secrets = {};
};

ArchiveFiles packageFiles(const apps::App &app, const PackageContents &contents);

/// BadRequest when the files are no package, or one of a later format; problems name the file.
Result<AppPackage> readPackage(const ArchiveFiles &files);

} // namespace tenantry::packages
