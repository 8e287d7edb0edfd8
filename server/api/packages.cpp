// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/packages.h"

#include "core/apps/appmanager.h"
#include "core/base/slug.h"
#include "core/packages/packageservice.h"
#include "server/api/appaccess.h"
#include "server/api/uploadform.h"
#include "server/routing/answers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using packages::ExistingApp;
using packages::PackageOptions;
using packages::PackageParts;
using packages::PackageReport;
using packages::PackageRun;

/// Of which only roles, datatables, policies and secrets exist on this server; the others are true or false all the
/// same.
constexpr std::array parts{"include_app_roles", "include_datatables", "include_functions",
                           "include_events",    "include_widgets",    "include_secrets",
                           "include_policies",  "include_analytics",  "include_storage"};

constexpr qint64 largestPackage = 64 * 1024 * 1024;

Answer exportApp(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const apps::App app = TRY(appOfPath(services, *call));
    const PackageParts wanted{.roles = call->body["include_app_roles"].boolean(true),
                              .tables = call->body["include_datatables"].boolean(true),
                              .policies = call->body["include_policies"].boolean(true),
                              .secrets = call->body["include_secrets"].boolean(true)};
    QByteArray archive = TRY(services.packages.exportApp(*call->site, *call->user, app.slug, wanted));
    http::Response response;
    response.header("Content-Type", "application/zip");
    response.header("Content-Disposition", "attachment; filename=\"" + app.slug.toLatin1() + ".zip\"");
    response.body = std::move(archive);
    return response;
}

json::Object counts(const std::map<QString, std::int64_t> &byKind)
{
    json::Object object;
    for (const auto &[kind, count] : byKind)
        object.set(kind.toStdString(), count);
    return object;
}

json::Value reportJson(const PackageReport &report)
{
    json::Array skipped;
    for (const packages::Skipped &item : report.skipped) {
        json::Object object;
        object.set("kind", item.kind);
        object.set("name", item.name);
        object.set("reason", item.reason);
        skipped.emplace_back(std::move(object));
    }
    json::Array warnings;
    for (const QString &warning : report.warnings)
        warnings.emplace_back(warning);
    json::Object object;
    object.set("app", report.app);
    object.set("created", counts(report.created));
    object.set("updated", counts(report.updated));
    object.set("skipped", std::move(skipped));
    object.set("warnings", std::move(warnings));
    return json::Value(std::move(object));
}

Result<PackageOptions> packageOptions(const UploadForm &form, const Call &call)
{
    PackageOptions options;
    options.slug = form.value(call, u"slug"_s);
    if (options.slug && !isSlug(*options.slug))
        return failure(Error::field(u"slug"_s, u"Expected small letters, digits and hyphens, as in field-library."_s));
    if (TRY(form.flag(call, u"overwrite"_s)))
        options.existing = ExistingApp::Overwrite;
    if (TRY(form.flag(call, u"dry_run"_s)))
        options.run = PackageRun::DryRun;
    return options;
}

Answer importApp(const Services &services, const CallPtr &call)
{
    TRY(apps::requireAppManager(*call->user));
    const UploadForm form = TRY(UploadForm::read(*call));
    const PackageOptions options = TRY(packageOptions(form, *call));
    const packages::ArchiveFiles files = TRY(packages::readZip(form.file.content));
    packages::AppPackage package = TRY(packages::readPackage(files));
    return services.packages.importApp(*call->site, *call->user, std::move(package), options)
        .map([](Result<PackageReport> report) -> Result<http::Response> {
            const PackageReport done = TRY(std::move(report));
            return envelope(reportJson(done), u"App '%1' imported"_s.arg(done.app));
        });
}

Field part(const char *name)
{
    QByteArray description = "Nothing of this kind is on this server yet";
    if (name == std::string_view("include_datatables"))
        description = "false: without the definitions of its datatables";
    else if (name == std::string_view("include_app_roles"))
        description = "false: without its roles; who holds them is never in it";
    else if (name == std::string_view("include_policies"))
        description = "false: without its policies; exceptions for single users are never in it";
    else if (name == std::string_view("include_secrets"))
        description = "false: without its secrets; their values are never in it";
    return {.name = name, .type = FieldType::Boolean, .description = description};
}

Endpoint endpoint(const Services &services, const char *path, const char *operationId, const char *summary,
                  Answer (*handle)(const Services &, const CallPtr &))
{
    Endpoint endpoint;
    endpoint.method = http::Method::Post;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "Apps";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    endpoint.handler = [&services, handle](const CallPtr &call) { return handle(services, call); };
    return endpoint;
}

} // namespace

void addPackageEndpoints(Api &api)
{
    Endpoint exported = endpoint(api.services, "/api/apps/{app}/packages/", "app_packages_create",
                                 "The app as an archive, without its rows; for app managers", exportApp);
    exported.query = {{.name = "is_active", .type = FieldType::Boolean, .description = "false: also an inactive app"}};
    exported.body = Body{.required = false};
    for (const char *name : parts)
        exported.body->fields.push_back(part(name));
    exported.responses = {{200, "The archive", {}, "application/zip"}};
    api.router.add(std::move(exported));

    Endpoint imported =
        endpoint(api.services, "/api/apps/imports/", "app_packages_import",
                 "Make or change an app as an archive says, all or nothing; for app managers", importApp);
    imported.query = {
        {.name = "slug", .description = "Of the app to be; that of the package unless said"},
        {.name = "overwrite", .type = FieldType::Boolean, .description = "true: change an app that is there"},
        {.name = "dry_run", .type = FieldType::Boolean, .description = "true: only say what would be done"}};
    imported.body = Body{
        .fields = {{.name = "file", .required = true, .format = "binary", .description = "The archive"}}, .form = true};
    imported.bodyLimit = largestPackage;
    imported.responses = {{200, "What was created, updated and left alone", {}},
                          {409, "There is an app of this slug", {}}};
    api.router.add(std::move(imported));
}

} // namespace tenantry::server
