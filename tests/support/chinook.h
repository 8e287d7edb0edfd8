// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "tests/support/serverfixture.h"

#include <optional>

namespace tenantry::test {

/// The Chinook database, a music shop of 15,000 rows: a data package and a CSV file for each table, in
/// ../shared/data/chinook beside the source tree or in $TENANTRY_SHARED/data/chinook.
class Chinook
{
public:
    /// One of the package's tables.
    struct Resource
    {
        QString name;
        json::Value schema;
        std::vector<json::Object> rows; ///< as the API should answer them, by primary key
    };

    /// Nothing where the files are not there.
    static std::optional<Chinook> read();
    static QString whereItIs();

    /// In the package's order, which its references allow.
    const std::vector<Resource> &resources() const { return m_resources; }
    const QByteArray &package() const { return m_package; }

    /// Makes an app "chinook" with the package's tables in a site (its prefix: "/sites/music"). QVERIFYs.
    void define(const ServerFixture &server, const QByteArray &site) const;
    /// Inserts all rows there.
    void insert(const ServerFixture &server, const QByteArray &site) const;
    static QByteArray dataPath(const QByteArray &site, const QString &table);

private:
    QByteArray m_package;
    std::vector<Resource> m_resources;
};

} // namespace tenantry::test
