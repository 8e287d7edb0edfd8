// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changejournal.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "ui/datatable/changesetjson.h"
#include "ui/workspace/workspace.h"

#include <QDateTime>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Long enough to gather what is typed at once, and short of the second within which it must be kept.
constexpr std::chrono::milliseconds gatherTime{300};

QByteArray readEntry(QSqlDatabase &database, const QString &key)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT body FROM journal WHERE key = ?"_s);
    query.addBindValue(key);
    return query.exec() && query.next() ? query.value(0).toString().toUtf8() : QByteArray();
}

void writeEntry(QSqlDatabase &database, const QString &key, const QByteArray &body)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO journal (key, kind, body, changed_at) VALUES (?, 'changes', ?, ?) "
                  "ON CONFLICT (key) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at"_s);
    query.addBindValue(key);
    query.addBindValue(QString::fromUtf8(body));
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    query.exec();
}

void dropEntry(QSqlDatabase &database, const QString &key)
{
    QSqlQuery query(database);
    query.prepare(u"DELETE FROM journal WHERE key = ?"_s);
    query.addBindValue(key);
    query.exec();
}

} // namespace

ChangeJournal::ChangeJournal(Workspace &workspace, const QString &table, ChangeSet &changes, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_key(u"changes "_s + table)
    , m_changes(changes)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(gatherTime);
    connect(&m_waiting, &QTimer::timeout, this, &ChangeJournal::write);
    connect(&m_changes, &ChangeSet::changed, this, [this] {
        // Not begun anew by each change: who types without a pause is journalled too.
        if (m_knowsPast && !m_waiting.isActive())
            m_waiting.start();
    });
}

ChangeJournal::~ChangeJournal()
{
    if (m_waiting.isActive())
        write();
}

void ChangeJournal::restore()
{
    const auto read = [key = m_key](QSqlDatabase &database) { return readEntry(database, key); };
    m_workspace.ask<QByteArray>(read, this, [this](const QByteArray &body) {
        m_knowsPast = true;
        const auto kept = json::read({body.constData(), size_t(body.size())});
        ChangeSet::Changes changes;
        if (kept)
            changes = changesFromJson(*kept, m_changes.columns());
        const int rows = int(changes.size());
        m_changes.restore(std::move(changes));
        emit restored(rows);
    });
}

void ChangeJournal::write()
{
    if (m_changes.count() == 0)
        m_workspace.run([key = m_key](QSqlDatabase &database) { dropEntry(database, key); });
    else
        m_workspace.run([key = m_key, body = json::write(toJson(m_changes))](QSqlDatabase &database) {
            writeEntry(database, key, body);
        });
}

} // namespace tenantry::ui
