// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

/// The things the API answers with, as far as the console shows them. Field by field they are described in the
/// documents named at each; decode.h makes them.
namespace tenantry::client {

/// One page of a list. Pages count from 1.
template<class T>
struct Page
{
    std::vector<T> items;
    std::int64_t total = 0;
    bool hasNext = false;
};

/// An organization, as the platform lists them.
struct Organization
{
    QString uuid;
    QString name;
    QString slug;
    bool active = true;
};

/// A site, as its organization lists it.
struct SiteSummary
{
    QString uuid;
    QString name;
    QString slug;
    QString description;
    QString environment; ///< production, staging, development or testing
    bool active = true;
    QString organization; ///< slug
};

/// A domain that a site answers on.
struct Domain
{
    QString slug; ///< what paths name it by
    QString name; ///< the host name
    bool primary = false;
};

/// A person inside one site.
struct SiteUser
{
    QString id;
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    QString fullName;
    bool active = true;
    bool staff = false;
    bool superuser = false;
    bool cloudUser = false; ///< follows an account of the platform
    QString lastLogin;      ///< as the API writes it; empty: never
};

/// An account as a member of an organization.
struct Member
{
    QString username;
    QString email;
    QString fullName;
    QString role = QStringLiteral("member"); ///< or owner
    QString title;
    QString department;
    QString phone;
    bool active = true;
};

/// An app, as its site lists it.
struct AppSummary
{
    QString name;
    QString slug;
    QString description;
    std::int64_t tableCount = 0;
};

/// A datatable, as its app lists it.
struct TableSummary
{
    QString name;
    QString title;
    QString description;
    std::optional<std::int64_t> rowEstimate;
};

/// Which datatable: a name is unique in its app only.
struct TableAddress
{
    QString site;
    QString app;
    QString table;

    bool operator==(const TableAddress &) const = default;
};

/// A column of a datatable.
struct Column
{
    QString name;
    QString title;
    QString type;   ///< string, integer, number, boolean, date, datetime, time, year, object, array or any
    QString format; ///< empty for the default one
    bool required = false;
    bool primaryKey = false;
    QString reference; ///< "table.column" of the foreign key this column is, else empty
};

struct TableDetail
{
    /// Whose rows it shows; only an app's own can be changed there.
    enum class Rows {
        Own,
        OfAnotherApp, ///< a mirror
        OfThePlatform ///< of the site itself, such as its users
    };

    TableSummary summary;
    Rows rows = Rows::Own;
    std::vector<Column> columns;
};

/// Only rows whose column has this value, which may be null.
struct RowFilter
{
    QString column;
    json::Value value;

    bool operator==(const RowFilter &) const = default;
};

/// Of the rows that meet all filters [start, start + count), ordered by `ordering` ("-due_on,title"; empty: primary
/// key).
struct RowWindow
{
    std::int64_t start = 0;
    std::int64_t count = 0;
    QString ordering;
    std::vector<RowFilter> filters = {};
};

using Row = std::vector<json::Value>; ///< one value for each column of the table, in its order

struct RowPage
{
    std::vector<Row> rows;
    std::int64_t total = 0; ///< of all rows that meet the filters, not of this page
};

struct NewOrganization
{
    QString name;
};

struct NewSite
{
    QString name;
    QString description;
    QString environment = QStringLiteral("production");
};

struct NewApp
{
    QString name;
    QString description;
};

} // namespace tenantry::client
