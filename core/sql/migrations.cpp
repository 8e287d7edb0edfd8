// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/migrations.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// Resources in a static library are pulled in by name; the macro must stand outside any namespace.
static void initializeResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace tenantry::sql {

namespace {

const QString embedded = u":/tenantry/migrations"_s;

Migration readStep(const QFileInfo &info, qsizetype kindLength)
{
    // kind_NNNN_name
    const QString rest = info.completeBaseName().mid(kindLength + 1);
    QFile file(info.filePath());
    if (!file.open(QFile::ReadOnly))
        qFatal("the migration %s cannot be read", qPrintable(info.fileName()));
    return {rest.section(u'_', 0, 0).toInt(), rest.section(u'_', 1), file.readAll().toStdString()};
}

} // namespace

Migrations Migrations::platform()
{
    initializeResources();
    return fromFolder(embedded, u"platform"_s);
}

Migrations Migrations::site()
{
    initializeResources();
    return fromFolder(embedded, u"site"_s);
}

Migrations Migrations::fromFolder(const QString &folder, const QString &kind)
{
    Migrations migrations;
    const QFileInfoList files = QDir(folder).entryInfoList({kind + u"_*.sql"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        Migration step = readStep(file, kind.size());
        if (step.number <= migrations.version())
            qFatal("the migration %s has no number of its own", qPrintable(file.fileName()));
        migrations.m_steps.push_back(std::move(step));
    }
    return migrations;
}

std::string forDialect(std::string_view sql, Dialect dialect)
{
    const std::string_view own = dialect == Dialect::Sqlite ? "-- only: sqlite" : "-- only: postgres";
    std::string result;
    bool skipping = false;
    while (!sql.empty()) {
        const std::size_t size = std::min(sql.find('\n'), sql.size() - 1) + 1;
        const std::string_view line = sql.substr(0, size);
        sql.remove_prefix(size);
        if (line.starts_with("-- only:"))
            skipping = !line.starts_with(own);
        else if (line.starts_with("-- end"))
            skipping = false;
        else if (!skipping)
            result += line;
    }
    return result;
}

} // namespace tenantry::sql
