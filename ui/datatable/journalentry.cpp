// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/journalentry.h"

#include "ui/connections/instance.h"

#include <QDateTime>
#include <QDir>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace tenantry::ui::journalentry {

QByteArray read(QSqlDatabase &database, const QString &key)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT body FROM journal WHERE key = ?"_s);
    query.addBindValue(key);
    return query.exec() && query.next() ? query.value(0).toString().toUtf8() : QByteArray();
}

void write(QSqlDatabase &database, const QString &key, const QString &kind, const QByteArray &body)
{
    QSqlQuery query(database);
    if (body.isEmpty()) {
        query.prepare(u"DELETE FROM journal WHERE key = ?"_s);
        query.addBindValue(key);
        query.exec();
        return;
    }
    query.prepare(u"INSERT INTO journal (key, kind, body, changed_at) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (key) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at"_s);
    query.addBindValue(key);
    query.addBindValue(kind);
    query.addBindValue(QString::fromUtf8(body));
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    query.exec();
}

QString nameOf(Instance &instance)
{
    // A local server has another port each time, and its folder's own name may not be the only one of its kind.
    return instance.folder().isEmpty() ? instance.api().server().toString()
                                       : QDir::cleanPath(QDir(instance.folder()).absolutePath());
}

QString nameOf(const NodePath &table)
{
    return QStringList{nameOf(*table.instance), table.site, table.app, table.table}.join(u'\n');
}

} // namespace tenantry::ui::journalentry
