// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <vector>

namespace tenantry::demo {

/// A datatable's rows, as the API takes them.
struct DemoTable
{
    QString name;
    json::Array rows;
};

/// An app of the demo with all that goes into it. The same on every machine.
struct DemoApp
{
    QString name;
    QString description;
    json::Value package;           ///< a Frictionless data package: what create_schema takes
    std::vector<DemoTable> tables; ///< in an order in which rows find those they refer to
};

/// Products, customers, orders and their lines; `customers` decides how many there are of everything.
DemoApp storeApp(int customers);
/// Authors, categories and `articles` articles.
DemoApp cmsApp(int articles);

/// The number as JSON has it: 1995 cents are 19.95.
json::Value money(std::int64_t cents);
/// An hour of the demo's year, as the API writes times.
QString timeOf(std::int64_t hour);

} // namespace tenantry::demo
