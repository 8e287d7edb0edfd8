// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/decode.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::client {

namespace {

/// A key of a table definition that may be one name or several.
QStringList namesOf(const json::Value &value)
{
    if (value.isString())
        return {value.text()};
    QStringList names;
    for (const json::Value &name : value.array())
        names << name.text();
    return names;
}

Column decodeColumn(const json::Value &field)
{
    Column column;
    column.name = field["name"].text();
    column.title = field["title"].text();
    column.type = field["type"].text();
    column.format = field["format"].text();
    if (column.format == "default"_L1)
        column.format.clear();
    column.required = field["constraints"]["required"].boolean();
    return column;
}

Column *findColumn(std::vector<Column> &columns, const QString &name)
{
    const auto found = std::ranges::find(columns, name, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

void markKeys(std::vector<Column> &columns, const json::Value &definition, const QString &table)
{
    for (const QString &name : namesOf(definition["primaryKey"])) {
        if (Column *column = findColumn(columns, name))
            column->primaryKey = true;
    }
    for (const json::Value &key : definition["foreignKeys"].array()) {
        const QStringList locals = namesOf(key["fields"]);
        const QStringList targets = namesOf(key["reference"]["fields"]);
        const QString resource = key["reference"]["resource"].text();
        for (qsizetype i = 0; i < std::min(locals.size(), targets.size()); ++i) {
            if (Column *column = findColumn(columns, locals[i]))
                column->reference = (resource.isEmpty() ? table : resource) + u'.' + targets[i];
        }
    }
}

} // namespace

Error missingInAnswer(QLatin1StringView what)
{
    return Error::make(
        ErrorCode::Unavailable,
        QCoreApplication::translate("client", "The server's answer lacks \"%1\". Is it of this version?").arg(what));
}

Result<Organization> decodeOrganization(const json::Value &answer)
{
    if (!answer["slug"].isString())
        return failure(missingInAnswer("slug"_L1));
    return Organization{answer["uuid"].text(), answer["name"].text(), answer["slug"].text(),
                        answer["is_active"].boolean(true)};
}

Result<SiteSummary> decodeSite(const json::Value &answer)
{
    if (!answer["slug"].isString())
        return failure(missingInAnswer("slug"_L1));
    return SiteSummary{answer["uuid"].text(),        answer["name"].text(),        answer["slug"].text(),
                       answer["description"].text(), answer["environment"].text(), answer["is_active"].boolean(true),
                       answer["organization"].text()};
}

Result<Domain> decodeDomain(const json::Value &answer)
{
    if (!answer["slug"].isString())
        return failure(missingInAnswer("slug"_L1));
    return Domain{answer["slug"].text(), answer["domain"].text(), answer["is_primary"].boolean()};
}

Result<SiteUser> decodeSiteUser(const json::Value &answer)
{
    if (!answer["username"].isString())
        return failure(missingInAnswer("username"_L1));
    SiteUser user;
    user.id = answer["id"].text();
    user.username = answer["username"].text();
    user.email = answer["email"].text();
    user.firstName = answer["first_name"].text();
    user.lastName = answer["last_name"].text();
    user.fullName = answer["full_name"].text();
    user.active = answer["is_active"].boolean(true);
    user.staff = answer["is_staff"].boolean();
    user.superuser = answer["is_superuser"].boolean();
    user.cloudUser = answer["is_cloud_user"].boolean();
    user.lastLogin = answer["last_login"].text();
    return user;
}

Result<Member> decodeMember(const json::Value &answer)
{
    const json::Value &user = answer["user"];
    if (!user["username"].isString())
        return failure(missingInAnswer("user.username"_L1));
    return Member{user["username"].text(),  user["email"].text(),
                  user["full_name"].text(), answer["role"].text(),
                  answer["title"].text(),   answer["department"].text(),
                  answer["phone"].text(),   answer["is_active"].boolean(true)};
}

Result<AppSummary> decodeApp(const json::Value &answer)
{
    if (!answer["slug"].isString())
        return failure(missingInAnswer("slug"_L1));
    return AppSummary{answer["name"].text(), answer["slug"].text(), answer["description"].text(),
                      answer["table_count"].integer().value_or(0)};
}

Result<TableSummary> decodeTableSummary(const json::Value &answer)
{
    if (!answer["name"].isString())
        return failure(missingInAnswer("name"_L1));
    return TableSummary{answer["name"].text(), answer["title"].text(), answer["description"].text(),
                        answer["row_count_estimate"].integer()};
}

Result<TableDetail> decodeTable(const json::Value &answer)
{
    TableDetail table;
    table.summary = TRY(decodeTableSummary(answer));
    if (answer["read_only"].boolean())
        table.rows =
            answer["is_reference"].boolean() ? TableDetail::Rows::OfAnotherApp : TableDetail::Rows::OfThePlatform;
    const json::Value &definition = answer["json_schema"];
    for (const json::Value &field : definition["fields"].array())
        table.columns.push_back(decodeColumn(field));
    if (table.columns.empty())
        return failure(missingInAnswer("json_schema.fields"_L1));
    markKeys(table.columns, definition, table.summary.name);
    return table;
}

Result<RowPage> decodeRows(const json::Value &answer, const std::vector<Column> &columns)
{
    if (!answer["data"].isArray())
        return failure(missingInAnswer("data"_L1));
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const Column &column : columns)
        names.push_back(column.name.toStdString());
    RowPage page;
    page.rows.reserve(answer["data"].array().size());
    for (const json::Value &object : answer["data"].array()) {
        Row row;
        row.reserve(names.size());
        for (const std::string &name : names)
            row.push_back(object[name]);
        page.rows.push_back(std::move(row));
    }
    page.total = answer["total"].integer().value_or(std::int64_t(page.rows.size()));
    return page;
}

} // namespace tenantry::client
