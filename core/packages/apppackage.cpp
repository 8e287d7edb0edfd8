// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packages/apppackage.h"

#include "core/base/slug.h"
#include "core/json/indent.h"
#include "core/json/nullable.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::packages {

namespace {

constexpr std::string_view appFile = "app.json";
constexpr std::string_view roleFolder = "roles/";
constexpr std::string_view tableFolder = "datatables/";
constexpr std::string_view policyFolder = "policies/";
constexpr std::string_view secretFolder = "secrets/";

/// For people who look into a package or keep it under version control.
QByteArray readable(json::Object object)
{
    return QByteArray::fromStdString(json::indented(json::Value(std::move(object)))) + '\n';
}

/// What of the settings is no value of one environment.
json::Object settingsOf(const apps::AppSettings &settings)
{
    json::Object object;
    object.set("display_name", settings.displayName);
    object.set("primary_color", settings.primaryColor);
    object.set("secondary_color", settings.secondaryColor);
    object.set("icon_background_color", settings.iconBackgroundColor);
    object.set("category", settings.category);
    object.set("documentation_url", json::orNull(settings.documentationUrl));
    object.set("support_email", json::orNull(settings.supportEmail));
    return object;
}

QByteArray appJson(const apps::App &app)
{
    json::Object object;
    object.set("format", AppPackage::format);
    object.set("name", app.name);
    object.set("slug", app.slug);
    object.set("description", app.description);
    object.set("settings", settingsOf(app.settings));
    return readable(std::move(object));
}

QByteArray roleJson(const access::PortableRole &role)
{
    json::Object object;
    object.set("name", role.name);
    object.set("description", role.description);
    object.set("parent", json::orNull(role.parent));
    return readable(std::move(object));
}

QByteArray secretJson(const secrets::PortableSecret &secret)
{
    json::Array tags;
    for (const QString &tag : secret.tags)
        tags.emplace_back(tag);
    json::Object object;
    object.set("key", secret.key);
    object.set("secret_type", secret.type);
    object.set("tags", std::move(tags));
    object.set("description", secret.description);
    object.set("value", secrets::placeholderValue);
    return readable(std::move(object));
}

QByteArray tableJson(const data::TableRecord &record)
{
    const data::Table &table = record.table;
    json::Object object;
    object.set("name", table.name);
    object.set("title", table.title);
    object.set("description", table.description);
    object.set("provider_type", table.providerType);
    object.set("provider_config", record.providerConfig);
    object.set("audit_enabled", record.auditEnabled);
    object.set("schema_format", record.schemaFormat);
    object.set("json_schema", table.definition);
    return readable(std::move(object));
}

tl::unexpected<Error> noPackage(const std::string_view file, const QString &why)
{
    return failure(ErrorCode::BadRequest, u"This is no package of an app: %1"_s.arg(why),
                   QString::fromUtf8(file.data(), qsizetype(file.size())));
}

Result<json::Value> readObject(std::string_view file, const QByteArray &content)
{
    Result<json::Value> value = json::read({content.constData(), std::size_t(content.size())});
    if (!value || !value->isObject())
        return noPackage(file, value ? u"a file holds no JSON object."_s : value.error().message);
    return value;
}

Result<apps::AppDraft> readApp(const QByteArray &content)
{
    const json::Value object = TRY(readObject(appFile, content));
    const std::optional<std::int64_t> format = object["format"].integer();
    if (!format || *format < 1)
        return noPackage(appFile, u"it does not say which format it has."_s);
    if (*format > AppPackage::format)
        return noPackage(appFile,
                         u"it has format %1, this server reads up to %2; upgrade the server."_s.arg(*format).arg(
                             AppPackage::format));
    return apps::readAppDraft(object, apps::DraftPurpose::Create);
}

Result<access::PortableRole> readRole(const std::string &path, const QByteArray &content)
{
    const json::Value object = TRY(readObject(path, content));
    const json::Value &description = object["description"];
    const json::Value &parent = object["parent"];
    if (!object["name"].isString())
        return noPackage(path, u"a role has no name."_s);
    if (!(description.isString() || description.isNull()) || !(parent.isString() || parent.isNull()))
        return noPackage(path, u"the description and the parent of a role are texts."_s);
    access::PortableRole role{object["name"].text(), description.text(), {}};
    if (parent.isString())
        role.parent = parent.text();
    return role;
}

Result<secrets::PortableSecret> readSecret(const std::string &path, const QByteArray &content)
{
    const json::Value object = TRY(readObject(path, content));
    const json::Value &tags = object["tags"];
    if (!object["key"].isString() || !object["secret_type"].isString())
        return noPackage(path, u"a secret has no key or no type."_s);
    secrets::PortableSecret secret{
        object["key"].text(), object["secret_type"].text(), {}, object["description"].text()};
    for (const json::Value &tag : tags.array())
        secret.tags.append(tag.text());
    TRY(secrets::checkPortableSecret(secret, QString::fromStdString(path) + u'.'));
    return secret;
}

/// "functions" of "functions/send/code.py".
Skipped skippedFile(const std::string &path)
{
    const QString name = QString::fromStdString(path);
    return {name.section(u'/', 0, 0), name.section(u'/', 1), u"This server has nothing of this kind."_s};
}

/// Ids of policies have characters that names of files have not; where only these tell two apart, a number does.
void addPolicies(ArchiveFiles &files, const std::vector<access::PortablePolicy> &policies)
{
    for (const access::PortablePolicy &policy : policies) {
        const std::string base = std::string(policyFolder) + slugFrom(policy.id, u"policy"_s).toStdString();
        std::string path = base + ".json";
        for (int number = 2; files.contains(path); ++number)
            path = base + '-' + std::to_string(number) + ".json";
        files.emplace(std::move(path), readable(policy.body.object()));
    }
}

} // namespace

ArchiveFiles packageFiles(const apps::App &app, const PackageContents &contents)
{
    ArchiveFiles files;
    files.emplace(appFile, appJson(app));
    for (const access::PortableRole &role : contents.roles) // of which no two have names with the same slug
        files.emplace(std::string(roleFolder) + slugFrom(role.name, u"role"_s).toStdString() + ".json", roleJson(role));
    for (const data::TableRecord &record : contents.tables)
        files.emplace(std::string(tableFolder) + record.table.name + ".json", tableJson(record));
    addPolicies(files, contents.policies);
    for (const secrets::PortableSecret &secret : contents.secrets)
        files.emplace(std::string(secretFolder) + secret.key.toStdString() + ".json", secretJson(secret));
    return files;
}

Result<AppPackage> readPackage(const ArchiveFiles &files)
{
    const auto app = files.find(std::string(appFile));
    if (app == files.end())
        return noPackage(appFile, u"it has no app.json."_s);
    AppPackage package;
    package.app = TRY(readApp(app->second));
    for (const auto &[path, content] : files) {
        if (path == appFile)
            continue;
        if (path.starts_with(roleFolder) && path.ends_with(".json")) {
            package.roles.push_back(TRY(readRole(path, content)));
            package.rolePlaces.append(QString::fromStdString(path) + u'.');
        } else if (path.starts_with(tableFolder) && path.ends_with(".json")) {
            package.tables.push_back(TRY(readObject(path, content)));
            package.files.push_back(path);
        } else if (path.starts_with(policyFolder) && path.ends_with(".json")) {
            package.policies.push_back(TRY(readObject(path, content)));
            package.policyPlaces.append(QString::fromStdString(path) + u'.');
        } else if (path.starts_with(secretFolder) && path.ends_with(".json")) {
            package.secrets.push_back(TRY(readSecret(path, content)));
        } else {
            package.skipped.push_back(skippedFile(path));
        }
    }
    return package;
}

} // namespace tenantry::packages
